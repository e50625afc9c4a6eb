import { describe, expect, it } from "vitest";
import { normaliseWooOrder } from "./index.ts";
import { json, meta, normalise, shippingLine, tax } from "./test-support.ts";

const of = (id: number) => ({ meta_data: [meta("_refunded_item_id", String(id))] });
const refundedLine = (changes: object = {}) => ({
  id: 901,
  quantity: -1,
  subtotal: "-50.000000",
  total: "-50.000000",
  total_tax: "-10.500000",
  taxes: [tax(1, "-10.500000")],
  ...of(11),
  ...changes,
});
const refund = (changes: object = {}) => ({
  id: 500,
  date_created: "2026-11-22T11:00:00",
  date_created_gmt: "2026-11-22T10:00:00",
  amount: "60.500000",
  reason: "Te klein &amp; te rood",
  refunded_payment: true,
  meta_data: [],
  line_items: [refundedLine()],
  shipping_lines: [],
  fee_lines: [],
  ...changes,
});
const refunded = (changes: object = {}, order: object = {}) =>
  normalise({
    refunds: [{ id: 500, reason: "", total: "-60.50" }],
    refunds_full: [refund(changes)],
    ...order,
  });

it("of a line says what went back for which pieces, and how (fact 11)", () => {
  expect(refunded().refunds).toEqual([
    {
      refundId: "500",
      createdAt: "2026-11-22T10:00:00Z",
      reason: "Te klein & te rood",
      lines: [{ lineId: "11", quantity: "1", amountWithVat: "60.5" }],
      charges: [],
      totalRefunded: "60.5",
      keptAmount: "0",
      method: "Bancontact",
    },
  ]);
});

it("leaves the order as it was charged", () => {
  expect(refunded({}, { status: "refunded" })).toMatchObject({
    total: "121",
    paidAmount: "121",
    isPaid: true,
    lines: [{ quantity: "2" }],
  });
});

it("by amount has no lines", () => {
  expect(refunded({ amount: "10.00", line_items: [] }).refunds).toMatchObject([
    { lines: [], charges: [], totalRefunded: "10" },
  ]);
});

it("of part of a line's price has no pieces", () => {
  const part = refundedLine({ quantity: 0, total: "-4.13", total_tax: "-0.87" });
  expect(refunded({ amount: "5", line_items: [part] }).refunds).toMatchObject([
    { lines: [{ lineId: "11", quantity: "0", amountWithVat: "5" }] },
  ]);
});

it("of shipping and fees names the charges", () => {
  const shipping = { id: 902, total: "-5", total_tax: "-1.05", taxes: [], ...of(21) };
  const fee = { id: 903, total: "-3", total_tax: "0", taxes: [], ...of(31) };
  const [first] = refunded(
    { amount: "9.05", line_items: [], shipping_lines: [shipping], fee_lines: [fee] },
    { shipping_lines: [shippingLine()] },
  ).refunds;
  expect(first?.charges).toEqual([
    { chargeId: "21", amountWithVat: "6.05" },
    { chargeId: "31", amountWithVat: "3" },
  ]);
});

it("finds the line though its product is deleted", () => {
  const gone = { ...refundedLine(), product_id: 0, sku: null };
  expect(refunded({ line_items: [gone] }).refunds).toMatchObject([{ lines: [{ lineId: "11" }] }]);
});

it("is by amount where it does not say of which item it is", () => {
  expect(refunded({ line_items: [refundedLine({ meta_data: [] })] }).refunds).toMatchObject([
    { lines: [], totalRefunded: "60.5" },
  ]);
});

it("says nothing of how money went back that the merchant gave himself", () => {
  expect(refunded({ refunded_payment: false }).refunds).toMatchObject([{ method: "" }]);
});

it("come oldest first, though WooCommerce gives the newest first", () => {
  const full = [
    refund({ id: 502, date_created_gmt: "2026-11-23T10:00:00" }),
    refund({ id: 501, date_created_gmt: "2026-11-22T10:00:00" }),
    refund({ id: 99, date_created_gmt: "2026-11-22T10:00:00" }),
  ];
  const refunds = full.map(({ id }) => ({ id }));
  const ids = normalise({ refunds, refunds_full: full }).refunds.map(({ refundId }) => refundId);
  expect(ids).toEqual(["99", "501", "502"]);
});

describe("of an order that was not paid", () => {
  const unpaid = { status: "on-hold", payment_method: "bacs", date_paid_gmt: null };
  it("gives no money back", () => {
    expect(refunded({}, unpaid)).toMatchObject({
      isPaid: false,
      refunds: [{ lines: [{ amountWithVat: "60.5" }], totalRefunded: "0" }],
    });
  });

  it("gives back no more than what came", () => {
    expect(
      refunded({}, { ...unpaid, total: "101", gift_cards: [{ id: 1, code: "x", amount: 20 }] }),
    ).toMatchObject({
      total: "121",
      paidAmount: "20",
      refunds: [{ totalRefunded: "20" }],
    });
  });
});

const problemOf = (changes: object) => {
  const order = normaliseWooOrder(json(changes), "Europe/Brussels");
  return order.ok ? undefined : order.problem;
};

it.each([
  ["are missing", undefined, "refunds_full", /GET \/wc\/v3\/orders\/<id>\/refunds/],
  ["are null", null, "refunds_full", /is missing/],
  ["lack one", [refund({ id: 499 })], "refunds_full", /lacks refund 500/],
  [
    "have no date",
    [refund({ date_created_gmt: null })],
    "refunds_full[0].date_created_gmt",
    /is missing/,
  ],
  ["have no amount", [refund({ amount: "a lot" })], "refunds_full[0].amount", /such as 12.50/],
])("are refused when the full ones %s", (_, refunds_full, field, message) => {
  const problem = problemOf({ refunds: [{ id: 500, total: "-60.50" }], refunds_full });
  expect(problem).toMatchObject({ code: "order-unreadable", field });
  expect(problem?.message).toMatch(message);
});

it("need not be in full where there are none", () => {
  expect(normalise({ refunds: [], refunds_full: undefined }).refunds).toEqual([]);
});
