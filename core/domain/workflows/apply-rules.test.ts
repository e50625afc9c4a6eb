import { describe, expect, it } from "vitest";
import { merchantSettingsSchema, type OrderEvent } from "#domain/merchant";
import { anOrder } from "../../../tests/support/orders.ts";
import { findDueRules, type Shop } from "./index.ts";

const shop: Shop = {
  shopId: "s",
  merchantId: "m",
  platform: "shopify",
  domain: "demo.myshopify.com",
  isConnected: true,
  firstConnectedAt: "2026-11-15T00:00:00Z",
  connectedAt: "2026-11-18T00:00:00Z",
};

const rule = (ruleId: string, event: OrderEvent, changes: object = {}) => ({
  ruleId,
  kind: "invoice",
  event,
  journalId: "invoices",
  ...changes,
});
const { rules } = merchantSettingsSchema.parse({
  rules: [
    rule("created", "orderCreated", { kind: "orderConfirmation" }),
    rule("created-unpaid", "orderCreated", { when: "toBePaid" }),
    rule("paid", "orderPaid"),
    rule("fulfilled", "orderFulfilled", { kind: "deliveryNote" }),
    rule("cancelled", "orderCancelled", { kind: "receipt" }),
    rule("off", "orderPaid", { isActive: false }),
  ],
});

const due = (order: Parameters<typeof anOrder>[0], event: OrderEvent | null) =>
  findDueRules(rules, {
    shop,
    order: anOrder(order),
    event,
    catchUpFrom: "2026-11-14T00:00:00Z",
  }).map(({ ruleId }) => ruleId);

describe("a recent order", () => {
  it("gets what its state asks for, even when the event that said so was lost or comes late", () => {
    expect(due({ isPaid: true }, null)).toEqual(["created", "paid"]);
    expect(due({ isPaid: true }, "orderCreated")).toEqual(["created", "paid"]);
  });

  it("gets the rule for orders still to be paid only while it is not paid", () => {
    expect(due({ isPaid: false }, "orderCreated")).toEqual(["created", "created-unpaid"]);
  });

  it("gets its delivery note when it is fulfilled", () => {
    expect(due({ isFulfilled: true }, "orderFulfilled")).toEqual(["created", "paid", "fulfilled"]);
  });

  it("gets nothing but what a cancellation asks for once it is cancelled", () => {
    expect(due({ cancelledAt: "2026-11-20T12:00:00Z" }, "orderCancelled")).toEqual(["cancelled"]);
  });
});

it("a rule that was made after the order was placed does not work backwards", () => {
  const [created] = merchantSettingsSchema.parse({
    rules: [rule("new", "orderCreated", { activeSince: "2026-11-20T12:00:00Z" })],
  }).rules;
  const find = (placedAt: string, event: OrderEvent | null) =>
    findDueRules(created ? [created] : [], {
      shop,
      order: anOrder({ placedAt }),
      event,
      catchUpFrom: "2026-11-14T00:00:00Z",
    }).length;
  expect(find("2026-11-20T10:00:00Z", null)).toBe(0);
  expect(find("2026-11-20T13:00:00Z", null)).toBe(1);
  expect(find("2026-11-20T10:00:00Z", "orderCreated")).toBe(1);
});

describe("an older order", () => {
  it.each([
    ["placed before Docket came", { placedAt: "2026-11-14T12:00:00Z" }],
    ["placed longer ago than is made up for", { placedAt: "2026-10-01T12:00:00Z" }],
  ])("%s gets no document because it merely changed", (_, order) => {
    expect(due(order, null)).toEqual([]);
  });

  it("gets the document of the event that happened now", () => {
    expect(due({ placedAt: "2026-11-01T12:00:00Z" }, "orderPaid")).toEqual(["paid"]);
  });
});
