import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { API_SECRET, Harness, SHOP } from "../harness.ts";

let h: Harness;
beforeEach(async () => {
  h = await Harness.open();
});
afterEach(() => h.close());

describe("webhooks", () => {
  it("are signed over the raw body and carry Shopify's headers", async () => {
    await h.install();
    const order = h.standin.createOrder(SHOP, { kind: "plain", paid: true });
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["orders/create", "orders/paid", "orders/updated"]);
    const [first] = h.received;
    const hmac = createHmac("sha256", API_SECRET)
      .update(first?.body ?? "")
      .digest("base64");
    expect(first?.headers).toMatchObject({
      "x-shopify-hmac-sha256": hmac,
      "x-shopify-shop-domain": SHOP,
      "x-shopify-api-version": "2026-10",
    });
    expect(JSON.parse(first?.body ?? "")).toMatchObject({
      id: order.id,
      admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
      name: order.name,
      total_price: "83.85",
      total_tax: "12.01",
    });
  });

  it("are not sent before the app is installed", async () => {
    h.standin.createOrder(SHOP);
    await h.standin.webhooks.settle();
    expect(h.received).toEqual([]);
    expect(h.standin.webhooks.log.map(({ state }) => state)).toEqual([
      "not installed",
      "not installed",
    ]);
  });

  it("are tried again with the same ids and the same body, eight times at most", async () => {
    h.statuses = [500, 503];
    const event = { shop: SHOP, topic: "orders/paid", payload: { id: 1 } } as const;
    const delivery = await h.standin.deliverWebhook(event);
    expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual([500, 503, 200]);
    expect(new Set(h.received.map(({ body }) => body)).size).toBe(1);
    const ids = h.received.map(({ headers }) => [
      headers["x-shopify-event-id"],
      headers["x-shopify-webhook-id"],
    ]);
    expect(new Set(ids.map(String)).size).toBe(1);
    h.statuses = Array.from({ length: 12 }, () => 500);
    const hopeless = await h.standin.deliverWebhook(event);
    expect([hopeless.attempts.length, hopeless.state]).toEqual([9, "failed"]);
  });

  it("are repeated, lost, wrongly signed and out of order on demand", async () => {
    await h.install();
    h.standin.faults.set({ repeatNext: 1 });
    h.standin.createOrder(SHOP);
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["orders/create", "orders/create", "orders/updated"]);
    expect(h.received[0]?.headers["x-shopify-event-id"]).toBe(
      h.received[1]?.headers["x-shopify-event-id"],
    );
    h.received = [];
    h.standin.faults.set({ loseNext: 2 });
    h.standin.createOrder(SHOP);
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual([]);
    h.standin.faults.set({ wrongSecretNext: 1 });
    await h.standin.deliverWebhook({ shop: SHOP, topic: "shop/redact", payload: {} });
    const hmac = createHmac("sha256", API_SECRET).update("{}").digest("base64");
    expect(h.received[0]?.headers["x-shopify-hmac-sha256"]).not.toBe(hmac);
    h.received = [];
    h.standin.faults.set({ disorderNext: 1 });
    h.standin.createOrder(SHOP, { paid: true });
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["orders/paid", "orders/updated", "orders/create"]);
  });

  it("names a customer's orders in the compliance topics", async () => {
    const order = h.standin.createOrder(SHOP, { kind: "plain" });
    const shop = h.standin.shop(SHOP);
    h.standin.installation.sendCompliance(shop, "customers/redact", order);
    await h.standin.webhooks.settle();
    expect(JSON.parse(h.received[0]?.body ?? "")).toMatchObject({
      shop_domain: SHOP,
      customer: { id: order.customer?.id, email: "sanne.jansen@example.nl" },
      orders_to_redact: shop.orders
        .filter(({ customer }) => customer?.id === order.customer?.id)
        .map(({ id }) => id),
    });
  });
});
