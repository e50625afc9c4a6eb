import { describe, expect, it } from "vitest";
import { eur, item, normalise, vat } from "./test-support.ts";

describe("charges", () => {
  it("are shipping, fees, duties and tips", () => {
    const order = normalise({
      totalTipReceivedSet: eur("5.0"),
      shippingLines: {
        nodes: [
          {
            title: "bpost",
            originalPriceSet: eur("8.0"),
            discountedPriceSet: eur("6.05"),
            taxLines: [vat("1.05")],
          },
          { title: "weg", originalPriceSet: eur("9.0"), isRemoved: true },
        ],
      },
      additionalFees: [{ id: "fee", name: "Cadeau", price: eur("2.0"), taxLines: [] }],
      lineItems: [
        item({ duties: [{ id: "duty", price: eur("3.0"), taxLines: [] }] }),
        {
          id: "tip",
          title: "Fooi",
          quantity: 1,
          taxable: false,
          requiresShipping: false,
          originalUnitPriceSet: eur("5.0"),
        },
      ],
    });
    expect(order.charges.map(({ type, name, amount }) => [type, name, amount])).toEqual([
      ["shipping", "bpost", "6.05"],
      ["fee", "Cadeau", "2"],
      ["duty", "", "3"],
      ["tip", "Fooi", "5"],
    ]);
    expect(order.lines.map(({ itemName }) => itemName)).toEqual(["Stoel"]);
  });
});

const plain = (id: string, title: string, price: string) => ({
  id,
  title,
  quantity: 1,
  taxable: false,
  requiresShipping: false,
  originalUnitPriceSet: eur(price),
});

it("takes one line for the tip, though another looks like it", () => {
  const order = normalise({
    totalTipReceivedSet: eur("5.0"),
    lineItems: [plain("gift", "Gift to the Red Cross", "5.0"), plain("tip", "Fooi", "5.0")],
  });
  expect(order.lines.map(({ itemName }) => itemName)).toEqual(["Gift to the Red Cross"]);
  expect(order.charges.map(({ name }) => name)).toEqual(["Fooi"]);
});

it("passes on a fee that takes something off", () => {
  const fee = { id: "fee", name: "Statiegeld terug", price: eur("-2.0"), taxLines: [] };
  expect(normalise({ additionalFees: [fee] }).charges).toMatchObject([
    { type: "fee", amount: "-2" },
  ]);
});

it("adds no duties that the prices include", () => {
  const lineItems = [item({ duties: [{ id: "duty", price: eur("3.0"), taxLines: [] }] })];
  expect(normalise({ lineItems, dutiesIncluded: true }).charges).toEqual([]);
  expect(normalise({ lineItems, dutiesIncluded: false }).charges).toHaveLength(1);
});

it.each([
  ["apart from what was received", "121.02"],
  ["within it", "121.0"],
])("takes the rounding of cash that the shop keeps %s", (_, received) => {
  const order = normalise({
    totalPriceSet: eur("121.02"),
    totalReceivedSet: eur(received),
    totalCashRoundingAdjustment: { paymentSet: eur("-0.02") },
  });
  expect(order).toMatchObject({ total: "121", cashRounding: "-0.02", paidAmount: "121" });
});

describe("an order that changed", () => {
  it("is invoiced as it was before a refund", () => {
    const order = normalise({
      displayFinancialStatus: "PARTIALLY_REFUNDED",
      currentTotalPriceSet: eur("60.5"),
      refunds: [
        {
          id: "r",
          totalRefundedSet: eur("60.5"),
          refundLineItems: {
            nodes: [{ quantity: 1, lineItem: { id: "gid://shopify/LineItem/1" } }],
          },
        },
      ],
      lineItems: [item({ currentQuantity: 1 })],
    });
    expect(order).toMatchObject({ total: "121", isPaid: true, lines: [{ quantity: "2" }] });
    expect(order.refunds).toMatchObject([
      { refundId: "r", totalRefunded: "60.5", lines: [{ quantity: "1" }] },
    ]);
  });

  const pieceTakenOff = {
    currentTotalPriceSet: eur("60.5"),
    totalReceivedSet: eur("0.0"),
    refunds: [
      {
        id: "r",
        totalRefundedSet: eur("0.0"),
        refundLineItems: [{ quantity: 1, lineItem: { id: "gid://shopify/LineItem/1" } }],
      },
    ],
    lineItems: [item({ currentQuantity: 1 })],
  };

  it("asks nothing for a piece that was taken off before anything was paid", () => {
    const order = normalise({ ...pieceTakenOff, displayFinancialStatus: "PENDING" });
    expect(order).toMatchObject({ total: "60.5", lines: [{ quantity: "1" }], refunds: [] });
  });

  it("is documented whole when it was cancelled unpaid", () => {
    const cancelled = { displayFinancialStatus: "VOIDED", cancelledAt: "2026-11-21T09:00:00Z" };
    expect(normalise({ ...pieceTakenOff, ...cancelled })).toMatchObject({
      total: "121",
      lines: [{ quantity: "2" }],
    });
  });

  it("is invoiced without what an edit removed, with its share of tax and discount", () => {
    const order = normalise({
      totalPriceSet: eur("54.45"),
      currentTotalPriceSet: eur("54.45"),
      lineItems: [
        item({
          currentQuantity: 1,
          discountAllocations: [{ allocatedAmountSet: eur("12.1") }],
          taxLines: [vat("18.9")],
        }),
        item({ id: "gone", currentQuantity: 0 }),
      ],
    });
    expect(order.lines).toMatchObject([
      { quantity: "1", allowances: [{ amount: "6.05" }], taxes: [{ amount: "9.45" }] },
    ]);
  });
});
