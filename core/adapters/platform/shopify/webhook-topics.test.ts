import { expect, it } from "vitest";
import { readWebhook } from "./index.ts";

it.each([
  ["orders/create", "orderCreated"],
  ["orders/paid", "orderPaid"],
  ["orders/fulfilled", "orderFulfilled"],
  ["orders/cancelled", "orderCancelled"],
  ["orders/updated", null],
])("%s speaks of an order", (topic, event) => {
  const signal = { type: "order", orderId: "gid://shopify/Order/7", event };
  expect(readWebhook(topic, { id: 7, admin_graphql_api_id: "gid://shopify/Order/7" })).toEqual(
    signal,
  );
  expect(readWebhook(topic, { id: 7 })).toEqual(signal);
});

it("leads a refund to its order", () => {
  expect(readWebhook("refunds/create", { id: 1, order_id: 7 })).toEqual({
    type: "order",
    orderId: "gid://shopify/Order/7",
    event: "orderRefunded",
  });
});

it("leads an edit to its order, which its payload names inside", () => {
  expect(readWebhook("orders/edited", { order_edit: { id: 1, order_id: 7 } })).toEqual({
    type: "order",
    orderId: "gid://shopify/Order/7",
    event: null,
  });
});

it("reads the compliance requests", () => {
  const customer = { id: 1, email: "ada@example.com" };
  expect(readWebhook("customers/data_request", { customer, orders_requested: [7] })).toEqual({
    type: "customerExport",
    email: "ada@example.com",
    orderIds: ["gid://shopify/Order/7"],
  });
  expect(readWebhook("customers/redact", { customer, orders_to_redact: [7, 8] })).toMatchObject({
    type: "customerRedaction",
    orderIds: ["gid://shopify/Order/7", "gid://shopify/Order/8"],
  });
  expect(readWebhook("shop/redact", {})).toEqual({ type: "shopRedaction" });
});

it.each([{ app_subscription: { status: "ACTIVE" } }, {}, null, "nonsense"])(
  "takes a changed subscription as a call to look, whatever it says: %j",
  (payload) => {
    expect(readWebhook("app_subscriptions/update", payload)).toEqual({ type: "subscription" });
  },
);

it.each([
  ["orders/paid", {}],
  ["orders/paid", null],
  ["refunds/create", { id: 1 }],
  ["orders/edited", { id: 7 }],
  ["customers/redact", "nonsense"],
])("cannot read %s with %j", (topic, payload) => {
  expect(readWebhook(topic, payload).type).toBe("unreadable");
});

it("leaves other topics alone", () => {
  expect(readWebhook("products/update", {})).toEqual({ type: "nothing" });
});
