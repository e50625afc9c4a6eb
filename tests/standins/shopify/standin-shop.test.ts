import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { Harness, SHOP } from "./harness.ts";
import { FULL_ORDER_QUERY } from "./order-query.ts";
import { isOrderKindName, ORDER_KINDS } from "./orders/order-kinds.ts";
import { currentQuantity, financialStatus, fulfillmentStatus } from "./orders/order-totals.ts";

let h: Harness;
beforeEach(async () => {
  h = await Harness.open();
});
afterEach(() => h.close());

describe("orders", () => {
  it.each(Object.keys(ORDER_KINDS))("answers everything about a %s order", async (kind) => {
    if (!isOrderKindName(kind)) throw new Error(kind);
    const order = h.standin.createOrder(SHOP, { kind, paid: true });
    h.standin.fulfilOrder(SHOP, order.id);
    h.standin.refundOrder(SHOP, order.id, { lines: [{ line: 0, quantity: 1 }] });
    const id = `gid://shopify/Order/${order.id}`;
    const { data, errors } = await h.query(FULL_ORDER_QUERY, { id });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ order: { id, name: order.name } });
  });

  it("moves from pending to refunded, and its totals with it", () => {
    const order = h.standin.createOrder(SHOP, { kind: "plain" });
    expect([financialStatus(order), fulfillmentStatus(order)]).toEqual(["PENDING", "UNFULFILLED"]);
    h.standin.payOrder(SHOP, order.id, { amount: "20.00" });
    expect(financialStatus(order)).toBe("PARTIALLY_PAID");
    h.standin.payOrder(SHOP, order.id);
    expect(financialStatus(order)).toBe("PAID");
    h.standin.refundOrder(SHOP, order.id, { lines: [{ line: 0, quantity: 1 }] });
    expect([financialStatus(order), currentQuantity(order, 0)]).toEqual(["PARTIALLY_REFUNDED", 1]);
    h.standin.fulfilOrder(SHOP, order.id);
    expect(fulfillmentStatus(order)).toBe("FULFILLED");
    h.standin.refundOrder(SHOP, order.id);
    expect([financialStatus(order), currentQuantity(order, 0)]).toEqual(["REFUNDED", 0]);
  });

  it("voids an unpaid order that is cancelled", () => {
    const order = h.standin.createOrder(SHOP, { kind: "business" });
    h.standin.cancelOrder(SHOP, order.id);
    expect([financialStatus(order), order.cancelReason]).toEqual(["VOIDED", "CUSTOMER"]);
  });
});

describe("billing", () => {
  it("charges once per idempotency key, and never above the cap", async () => {
    const { access_token } = await h.install();
    const { data } = await h.query(
      `mutation { appSubscriptionCreate(name: "Pro", returnUrl: "https://admin.shopify.com/x", lineItems: [{ plan: { appUsagePricingDetails: { terms: "per invoice", cappedAmount: { amount: 1, currencyCode: USD } } } }]) { confirmationUrl appSubscription { id lineItems { id } } userErrors { message } } }`,
      {},
      access_token,
    );
    const created = z
      .object({
        appSubscriptionCreate: z.object({
          confirmationUrl: z.string(),
          appSubscription: z.object({ lineItems: z.array(z.object({ id: z.string() })) }),
        }),
      })
      .parse(data).appSubscriptionCreate;
    await fetch(created.confirmationUrl, { method: "POST", redirect: "manual" });
    const use = async (amount: string, key: string) => {
      const answer = await h.query(
        `mutation Use($line: ID!, $amount: Decimal!, $key: String) { appUsageRecordCreate(subscriptionLineItemId: $line, description: "invoice", price: { amount: $amount, currencyCode: USD }, idempotencyKey: $key) { appUsageRecord { id } userErrors { message } } }`,
        { line: created.appSubscription.lineItems[0]?.id, amount, key },
        access_token,
      );
      return answer.data?.["appUsageRecordCreate"];
    };
    const first = await use("0.60", "a");
    expect(await use("0.60", "a")).toEqual(first);
    expect(await use("0.60", "b")).toEqual({
      appUsageRecord: null,
      userErrors: [{ message: "Total price exceeds balance remaining" }],
    });
  });
});

describe("the admin", () => {
  it("escapes what customers write", async () => {
    const order = h.standin.createOrder(SHOP, { kind: "hostile" });
    for (const path of [
      "/store/demo/orders",
      `/store/demo/orders/${order.id}`,
      "/store/demo/faults",
    ]) {
      const page = await (await fetch(h.standin.adminUrl + path)).text();
      expect(page).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  it("answers `/_control` with 400 when a command makes no sense", async () => {
    expect(await h.post("/_control/pay", { order: "#9999" })).toEqual({
      status: 400,
      body: { error: `${SHOP} has no order #9999` },
    });
    expect((await h.post("/_control/createOrder", { kind: "yen" })).body).toMatchObject({
      currencyCode: "JPY",
      financialStatus: "PENDING",
    });
  });
});
