import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adminClient, shopifyOrderSource } from "#adapters/platform/shopify";
import { decimal, sumOf } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { Harness, SHOP } from "./harness.ts";
import { gid } from "./ids.ts";
import { isOrderKindName, ORDER_KINDS } from "./orders/order-kinds.ts";
import type { OrderRecord } from "./orders/order-record.ts";
import { currentTotal, financialStatus, outstanding, received } from "./orders/order-totals.ts";

/** What Docket reads of the orders that change here. */
let h: Harness;
beforeEach(async () => {
  h = await Harness.open();
});
afterEach(() => h.close());

async function read({ id }: OrderRecord): Promise<NormalisedOrder> {
  const token = (await h.install()).access_token;
  const path = `/_host/${SHOP}/admin/api/2026-10/graphql.json`;
  const client = adminClient(
    async (query, variables) => {
      const { status, body } = await h.post(path, { query, variables }, token);
      return Response.json(body, { status });
    },
    async () => h.advance(30),
  );
  const order = await shopifyOrderSource(client, "Europe/Brussels").readOrder(gid("Order", id));
  if (!order.ok) throw new Error(order.problem.message);
  expect(worthOf(order.value)).toBe(order.value.total);
  return order.value;
}

/** Lines and charges in the order's own basis, with the taxes where prices leave them out. */
function worthOf({ lines, charges, pricesIncludeVat, cashRounding }: NormalisedOrder): string {
  const taxes = pricesIncludeVat ? [] : [...lines, ...charges].flatMap((part) => part.taxes);
  return sumOf([
    ...lines.map(({ unitPrice, quantity }) => decimal(unitPrice).times(quantity)),
    ...lines.flatMap(({ allowances }) => allowances.map(({ amount }) => decimal(`-${amount}`))),
    ...charges.map(({ amount }) => decimal(amount)),
    ...taxes.map(({ amount }) => decimal(amount)),
    decimal(cashRounding),
  ]).toString();
}

/** Two cups of 24.50, a bag of coffee of 27.90 at another rate, and 6.95 for shipping: 83.85. */
const paidOrder = () => h.standin.createOrder(SHOP, { kind: "plain", paid: true });
const owed = (order: OrderRecord) => Number(outstanding(order).presentment) / 100;

it.each(Object.keys(ORDER_KINDS))(
  "reads a %s order whole, before and after a refund",
  async (kind) => {
    if (!isOrderKindName(kind)) throw new Error(kind);
    const order = h.standin.createOrder(SHOP, { kind, paid: true });
    const before = await read(order);
    h.standin.refundOrder(SHOP, order.id);
    const after = await read(order);
    expect(after).toMatchObject({
      total: before.total,
      lines: before.lines,
      charges: before.charges,
    });
    const back = after.refunds.flatMap(({ lines, charges }) => [...lines, ...charges]);
    const sum = sumOf(back.map(({ amountWithVat }) => decimal(amountWithVat ?? "NaN")));
    expect(sum.toString()).toBe(before.total);
    expect(sumOf(after.refunds.map((one) => decimal(one.totalRefunded))).toString()).toBe(
      before.total,
    );
  },
);

describe("a refund", () => {
  it("by line, piece by piece", async () => {
    const order = paidOrder();
    h.standin.refundOrder(SHOP, order.id, { lines: [{ line: 0, quantity: 1 }], note: "Barst" });
    h.standin.refundOrder(SHOP, order.id, { lines: [{ line: 0, quantity: 1 }] });
    expect((await read(order)).refunds).toMatchObject([
      {
        reason: "",
        lines: [{ quantity: "1", amountWithVat: "24.5" }],
        totalRefunded: "24.5",
        method: "Shopify Payments",
      },
      { reason: "", lines: [{ quantity: "1", amountWithVat: "24.5" }], totalRefunded: "24.5" },
    ]);
    expect(owed(order)).toBe(0);
  });

  it("of shipping, in two parts", async () => {
    const order = paidOrder();
    h.standin.refundOrder(SHOP, order.id, { shipping: "5.00" });
    h.standin.refundOrder(SHOP, order.id, { shipping: true });
    const { charges, refunds } = await read(order);
    expect(refunds).toMatchObject([
      { lines: [], charges: [{ chargeId: charges[0]?.chargeId, amountWithVat: "5" }] },
      { charges: [{ amountWithVat: "1.95" }], totalRefunded: "1.95" },
    ]);
  });

  it("of an amount, then of all that is left", async () => {
    const order = paidOrder();
    h.standin.refundOrder(SHOP, order.id, { amount: "10.00" });
    h.standin.refundOrder(SHOP, order.id);
    expect((await read(order)).refunds).toMatchObject([
      { lines: [], charges: [], totalRefunded: "10" },
      { lines: [{ quantity: "2" }, { quantity: "1" }], totalRefunded: "73.85" },
    ]);
    expect([financialStatus(order), owed(order)]).toEqual(["REFUNDED", 0]);
  });

  it("with a restocking fee", async () => {
    const order = paidOrder();
    h.standin.fulfilOrder(SHOP, order.id);
    h.standin.refundOrder(SHOP, order.id, {
      lines: [{ line: 0, quantity: 2 }],
      restockingFee: "7.50",
    });
    expect((await read(order)).refunds).toMatchObject([
      { lines: [{ quantity: "2", amountWithVat: "49" }], totalRefunded: "41.5" },
    ]);
    expect(order.refunds[0]?.adjustment?.reason).toBe("RESTOCK");
    expect(owed(order)).toBe(0);
  });

  it("to store credit", async () => {
    const order = paidOrder();
    h.standin.refundOrder(SHOP, order.id, { amount: "10.00", storeCredit: true });
    expect((await read(order)).refunds).toMatchObject([
      { totalRefunded: "10", method: "Store credit" },
    ]);
  });

  it("of what is not there is refused, as Shopify refuses it", async () => {
    const order = paidOrder();
    const refund = (request: object) =>
      h.post("/_control/refund", { order: order.id, refund: request });
    expect(await refund({ lines: [{ line: 0, quantity: 3 }] })).toEqual({
      status: 400,
      body: { error: "Quantity cannot refund more items than were purchased" },
    });
    expect((await refund({ amount: "83.86" })).body).toEqual({
      error: "Refund amount 83.86 is greater than net payment received 83.85",
    });
    expect((await refund({ shipping: "7.00" })).status).toBe(400);
    expect(
      (await refund({ restockingFee: "30.00", lines: [{ line: 0, quantity: 1 }] })).status,
    ).toBe(400);
    expect(order.refunds).toEqual([]);
    const page = `${h.standin.adminUrl}/store/demo/orders/${order.id}`;
    const form = new URLSearchParams({ action: "refund-amount", amount: "99" });
    const answer = await fetch(page, { method: "POST", body: form });
    expect(await answer.text()).toContain("greater than net payment received");
  });
});

it("reads the lines of a large refund page by page", async () => {
  const lines = Array.from({ length: 130 }, (_, at) => ({ title: `Kop ${at}`, unitPrice: "1.00" }));
  const order = h.standin.createOrder(SHOP, { lines, discounts: [], paid: true });
  h.standin.refundOrder(SHOP, order.id);
  const { refunds } = await read(order);
  expect(new Set(refunds[0]?.lines.map(({ lineId }) => lineId)).size).toBe(130);
});

describe("an edit", () => {
  it("that removes a line of a paid order is paid back by a refund of its own", async () => {
    const order = paidOrder();
    h.standin.editItems(SHOP, order.id, { set: [{ line: 1, quantity: 0 }] });
    expect([owed(order), financialStatus(order)]).toEqual([-27.9, "PAID"]);
    const removed = { lines: [{ quantity: "1", amountWithVat: "27.9" }] };
    expect((await read(order)).refunds).toMatchObject([{ ...removed, totalRefunded: "0" }]);
    h.standin.refundOrder(SHOP, order.id, { amount: "27.90" });
    expect((await read(order)).refunds).toMatchObject([{ ...removed, totalRefunded: "27.9" }]);
    expect(owed(order)).toBe(0);
  });

  it("that reduces an unpaid order is no refund, then or later", async () => {
    const order = h.standin.createOrder(SHOP, { kind: "plain" });
    h.standin.editItems(SHOP, order.id, { set: [{ line: 0, quantity: 1 }] });
    expect(await read(order)).toMatchObject({ total: "59.35", refunds: [] });
    h.advance(60);
    h.standin.payOrder(SHOP, order.id);
    expect(await read(order)).toMatchObject({
      total: "59.35",
      isPaid: true,
      lines: [{ quantity: "1" }, { quantity: "1" }],
      refunds: [],
    });
  });

  it("that adds a line leaves it to be paid", async () => {
    const order = paidOrder();
    h.standin.editItems(SHOP, order.id, { add: [{ sku: "KOF-250", quantity: 2 }] });
    expect([owed(order), financialStatus(order)]).toEqual([19.6, "PARTIALLY_PAID"]);
    expect(await read(order)).toMatchObject({
      total: "103.45",
      paidAmount: "83.85",
      isPaid: false,
    });
    h.standin.payOrder(SHOP, order.id);
    expect(await read(order)).toMatchObject({ total: "103.45", isPaid: true });
  });

  it("is told with its deltas and without its order", async () => {
    await h.install();
    const order = paidOrder();
    await h.standin.webhooks.settle();
    h.received = [];
    h.standin.editItems(SHOP, order.id, {
      set: [{ line: 0, quantity: 1 }],
      add: [{ sku: "KOF-250" }],
    });
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["orders/edited", "orders/updated"]);
    expect(JSON.parse(h.received[0]?.body ?? "")).toMatchObject({
      order_edit: {
        order_id: order.id,
        line_items: {
          additions: [{ id: order.lines[2]?.id, delta: 1 }],
          removals: [{ id: order.lines[0]?.id, delta: 1 }],
        },
      },
    });
  });
});

describe("an exchange", () => {
  it("for less gives the difference back", async () => {
    const order = paidOrder();
    h.standin.exchangeItems(SHOP, order.id, {
      lines: [{ line: 0, quantity: 2 }],
      add: [{ sku: "KOF-250", quantity: 1 }],
    });
    expect(await read(order)).toMatchObject({
      total: "93.65",
      refunds: [{ lines: [{ amountWithVat: "49" }], totalRefunded: "39.2" }],
    });
    expect([owed(order), order.refunds[0]?.adjustment]).toEqual([0, null]);
  });

  it("for more leaves the difference to be paid", async () => {
    const order = paidOrder();
    h.standin.exchangeItems(SHOP, order.id, {
      lines: [{ line: 0, quantity: 2 }],
      add: [{ sku: "KER-204", quantity: 1 }],
    });
    expect((await read(order)).refunds).toMatchObject([{ totalRefunded: "0", method: "" }]);
    expect(owed(order)).toBe(15);
  });
});

it("cancels an unpaid order without a refund, and a paid one with all its money", async () => {
  const unpaid = h.standin.createOrder(SHOP, { kind: "business" });
  const { total } = await read(unpaid);
  h.standin.cancelOrder(SHOP, unpaid.id);
  expect(await read(unpaid)).toMatchObject({ total, paidAmount: "0", refunds: [] });
  const paid = paidOrder();
  h.standin.cancelOrder(SHOP, paid.id);
  const order = await read(paid);
  expect(order).toMatchObject({ refunds: [{ totalRefunded: "83.85" }] });
  expect(order.cancelledAt).toBe("2026-11-21T10:00:00Z");
  expect([currentTotal(paid).presentment, received(paid).presentment]).toEqual([0n, 8_385n]);
});

it("gives no barcodes to an app that may not read products, and all the rest", async () => {
  const order = paidOrder();
  expect((await read(order)).lines[0]?.gtin).toBe("5412345000013");
  h.standin.shop(SHOP).scopes = ["read_orders", "read_customers", "read_payment_terms"];
  expect((await read(order)).lines).toMatchObject([
    { sku: "KER-101", gtin: "" },
    { sku: "KOF-1000", gtin: "" },
  ]);
});
