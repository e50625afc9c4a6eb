import { expect, it } from "vitest";
import { readWooWebhook } from "./index.ts";

it.each([
  ["order.created", "orderCreated"],
  ["order.updated", null],
  ["order.restored", null],
  ["order.paid", "orderPaid"],
  ["order.completed", "orderFulfilled"],
  ["order.cancelled", "orderCancelled"],
  ["order.refunded", "orderRefunded"],
])("%s speaks of an order", (topic, event) => {
  const signal = { type: "order", orderId: "7", event, isRestored: topic === "order.restored" };
  expect(readWooWebhook(topic, { id: 7, status: "processing" })).toEqual(signal);
  expect(readWooWebhook(topic, { id: "7" })).toEqual(signal);
});

it("tells a deleted order, whose payload is its id alone", () => {
  expect(readWooWebhook("order.deleted", { id: 7 })).toEqual({
    type: "orderDeleted",
    orderId: "7",
  });
});

it("tells an order in the trash as deleted, whatever the topic", () => {
  expect(readWooWebhook("order.updated", { id: 7, status: "trash" }).type).toBe("orderDeleted");
});

it.each(["checkout-draft", "auto-draft"])("waits until a customer has ordered: %s", (status) => {
  expect(readWooWebhook("order.created", { id: 7, status })).toEqual({ type: "nothing" });
});

it.each([
  ["order.paid", {}],
  ["order.updated", null],
  ["order.created", { id: -1 }],
  ["order.created", { id: "7; DROP TABLE" }],
  ["order.deleted", "nonsense"],
])("cannot read %s with %j", (topic, payload) => {
  expect(readWooWebhook(topic, payload).type).toBe("unreadable");
});

it.each(["product.updated", "customer.created", "order.toString", "constructor", ""])(
  "leaves %s alone",
  (topic) => {
    expect(readWooWebhook(topic, { id: 7 })).toEqual({ type: "nothing" });
  },
);
