import { describe, expect, it } from "vitest";
import { eur, item, normalise, vat } from "./test-support.ts";

const LINE = "gid://shopify/LineItem/1";
const SHIPPING = "gid://shopify/ShippingLine/1";

const sale = { kind: "SALE", status: "SUCCESS", processedAt: "2026-11-20T23:30:00Z" };
const paid = (amount = "121.0") => ({
  totalReceivedSet: eur(amount),
  transactions: [{ ...sale, amountSet: eur(amount) }],
});
const money = (amount: string, changes: object = {}) => ({
  kind: "REFUND",
  status: "SUCCESS",
  gateway: "mollie",
  formattedGateway: "Mollie",
  amountSet: eur(amount),
  ...changes,
});
const piece = (subtotal: string, tax: string, lineId = LINE) => ({
  quantity: 1,
  lineItem: { id: lineId },
  subtotalSet: eur(subtotal),
  totalTaxSet: eur(tax),
});
const refund = (changes: object = {}) => ({
  id: "r1",
  createdAt: "2026-11-21T09:00:00Z",
  totalRefundedSet: eur("0.0"),
  ...changes,
});
const adjustment = (amount: string, reason = "REFUND_DISCREPANCY") => ({
  reason,
  amountSet: eur(amount),
  taxAmountSet: eur("0.0"),
});
const shipping = (changes: object = {}) => ({
  shippingLines: [
    {
      id: SHIPPING,
      title: "bpost",
      discountedPriceSet: eur("12.1"),
      taxLines: [vat("2.1")],
      ...changes,
    },
  ],
});
const shippingBack = (subtotal: string, tax: string) => ({
  refundShippingLines: [
    {
      shippingLine: { id: SHIPPING },
      subtotalAmountSet: eur(subtotal),
      taxAmountSet: eur(tax),
    },
  ],
});

const refundsOf = (refunds: object[], changes: object = {}) =>
  normalise({ ...paid(), displayFinancialStatus: "PARTIALLY_REFUNDED", refunds, ...changes })
    .refunds;

describe("a refund by line", () => {
  it("has the money, its way and the line with its VAT, and keeps the staff's reason to the staff", () => {
    const refunds = refundsOf([
      refund({
        note: " Beschadigd ",
        totalRefundedSet: eur("60.5"),
        refundLineItems: [piece("60.5", "10.5")],
        transactions: [money("60.5")],
      }),
    ]);
    expect(refunds).toEqual([
      {
        refundId: "r1",
        createdAt: "2026-11-21T09:00:00Z",
        reason: "",
        lines: [{ lineId: LINE, quantity: "1", amountWithVat: "60.5" }],
        charges: [],
        totalRefunded: "60.5",
        keptAmount: "0",
        method: "Mollie",
      },
    ]);
  });

  it("adds the tax where prices do not include it", () => {
    const [one] = refundsOf([refund({ refundLineItems: [piece("50.0", "10.5")] })], {
      taxesIncluded: false,
    });
    expect(one?.lines).toMatchObject([{ amountWithVat: "60.5" }]);
  });

  it("does not know an amount that the file does not have", () => {
    const lines = [{ quantity: 1, lineItem: { id: LINE } }];
    const [one] = refundsOf([refund({ refundLineItems: lines, totalRefundedSet: eur("60.5") })]);
    expect(one).toMatchObject({ lines: [{ amountWithVat: null }], totalRefunded: "60.5" });
  });
});

describe("the money of a refund", () => {
  it("is what its transactions sent, over every way", () => {
    const [one] = refundsOf([
      refund({
        totalRefundedSet: eur("60.5"),
        refundLineItems: [piece("60.5", "10.5")],
        transactions: [
          money("20.0", { formattedGateway: "Store credit" }),
          money("40.5", { status: "PENDING" }),
        ],
      }),
    ]);
    expect(one).toMatchObject({ totalRefunded: "60.5", method: "Store credit, Mollie" });
  });

  it("is none when the bank refused it", () => {
    const [one] = refundsOf([
      refund({
        totalRefundedSet: eur("60.5"),
        refundLineItems: [piece("60.5", "10.5")],
        transactions: [money("60.5", { status: "FAILURE" })],
      }),
    ]);
    expect(one).toMatchObject({ totalRefunded: "0", method: "" });
  });
});

describe("what the shop kept", () => {
  const back = { refundLineItems: [piece("60.5", "10.5")] };
  const kept = (changes: object) => refundsOf([refund({ ...back, ...changes })])[0];

  it("is its discrepancy, also when no money went back at all", () => {
    const part = { transactions: [money("50.5")], orderAdjustments: [adjustment("10.0")] };
    expect(kept(part)).toMatchObject({ totalRefunded: "50.5", keptAmount: "10" });
    expect(kept({ orderAdjustments: [adjustment("60.5")] })).toMatchObject({
      lines: [{ amountWithVat: "60.5" }],
      totalRefunded: "0",
      keptAmount: "60.5",
    });
  });

  it("is nothing where it does not say so, gave more, or the money is under way", () => {
    const underWay = { transactions: [money("60.5", { status: "PENDING" })] };
    const more = { transactions: [money("70.5")], orderAdjustments: [adjustment("-10.0")] };
    expect(kept({})).toMatchObject({ totalRefunded: "0", keptAmount: "0" });
    expect(kept(more)).toMatchObject({ keptAmount: "0" });
    expect(kept({ ...underWay, orderAdjustments: [adjustment("60.5")] })).toMatchObject({
      keptAmount: "0",
    });
  });
});

describe("shipping given back", () => {
  it.each([
    ["without its tax, as most shops show it", "10.0", "2.1"],
    ["with its tax, as some do", "12.1", "2.1"],
  ])("%s", (_, subtotal, tax) => {
    const [one] = refundsOf([refund(shippingBack(subtotal, tax))], shipping());
    expect(one?.charges).toEqual([{ chargeId: SHIPPING, amountWithVat: "12.1" }]);
  });

  it.each([
    ["4.13", "0.87", "5"],
    ["5.0", "0.87", "5"],
  ])("in part: %s and tax %s", (subtotal, tax, amountWithVat) => {
    const [one] = refundsOf([refund(shippingBack(subtotal, tax))], shipping());
    expect(one?.charges).toMatchObject([{ amountWithVat }]);
  });

  it("has its tax added where prices do not include it", () => {
    const [one] = refundsOf([refund(shippingBack("12.1", "2.54"))], {
      taxesIncluded: false,
      ...shipping({ taxLines: [vat("2.54")] }),
    });
    expect(one?.charges).toMatchObject([{ amountWithVat: "14.64" }]);
  });
});

it("gives back duties with their share of tax, and a tip as the charge that it is", () => {
  const [one] = refundsOf(
    [
      refund({
        duties: [{ amountSet: eur("10.0"), originalDuty: { id: "duty" } }],
        refundLineItems: [piece("5.0", "0.0", "tip")],
      }),
    ],
    {
      taxesIncluded: false,
      totalTipReceivedSet: eur("5.0"),
      lineItems: [
        item({ duties: [{ id: "duty", price: eur("20.0"), taxLines: [vat("4.2")] }] }),
        {
          id: "tip",
          title: "Fooi",
          quantity: 1,
          taxable: false,
          requiresShipping: false,
          originalUnitPriceSet: eur("5.0"),
        },
      ],
    },
  );
  expect(one).toMatchObject({
    lines: [],
    charges: [
      { chargeId: "tip", amountWithVat: "5" },
      { chargeId: "duty", amountWithVat: "12.1" },
    ],
  });
});

describe("money that follows later", () => {
  const takenOff = refund({ refundLineItems: [piece("60.5", "10.5")] });
  const later = (changes: object) =>
    refund({ id: "r2", createdAt: "2026-11-22T09:00:00Z", ...changes });

  it("belongs to the refund that owed it", () => {
    const refunds = refundsOf([takenOff, later({ transactions: [money("60.5")] })]);
    expect(refunds).toMatchObject([
      { refundId: "r1", lines: [{ quantity: "1" }], totalRefunded: "60.5", method: "Mollie" },
    ]);
  });

  it("is a refund of its own as far as the merchant gave it on top", () => {
    const refunds = refundsOf([
      takenOff,
      later({ transactions: [money("70.5")], orderAdjustments: [adjustment("-10.0")] }),
    ]);
    expect(refunds).toMatchObject([
      { refundId: "r1", totalRefunded: "60.5" },
      { refundId: "r2", lines: [], totalRefunded: "10" },
    ]);
  });

  it("is not taken for the fee that an earlier refund kept", () => {
    const refunds = refundsOf([
      refund({
        refundLineItems: [piece("60.5", "10.5")],
        transactions: [money("50.5")],
        orderAdjustments: [adjustment("10.0", "RESTOCK")],
      }),
      later({ transactions: [money("10.0")] }),
    ]);
    expect(refunds.map(({ totalRefunded }) => totalRefunded)).toEqual(["50.5", "10"]);
  });

  it("is not counted again when it arrives", () => {
    const refunds = refundsOf([
      refund({
        refundLineItems: [piece("60.5", "10.5")],
        transactions: [money("60.5", { status: "PENDING" })],
        orderAdjustments: [adjustment("60.5")],
      }),
      later({
        transactions: [money("60.5")],
        orderAdjustments: [adjustment("-60.5", "PENDING_REFUND_DISCREPANCY")],
      }),
    ]);
    expect(refunds).toMatchObject([{ refundId: "r1", totalRefunded: "60.5" }]);
  });
});

describe("pieces taken off before any money came", () => {
  const early = refund({
    createdAt: "2026-11-20T23:20:00Z",
    refundLineItems: [piece("60.5", "10.5")],
  });
  const edited = {
    currentTotalPriceSet: eur("60.5"),
    lineItems: [item({ currentQuantity: 1 })],
    refunds: [early],
  };

  it("stay an edit when the rest is paid later", () => {
    const order = normalise({ ...edited, ...paid("60.5"), displayFinancialStatus: "PAID" });
    expect(order).toMatchObject({
      total: "60.5",
      paidAmount: "60.5",
      lines: [{ quantity: "1" }],
      refunds: [],
    });
  });

  it("and a refund after that is a refund", () => {
    const back = refund({
      id: "r2",
      refundLineItems: [piece("60.5", "10.5")],
      transactions: [money("60.5")],
    });
    const order = normalise({
      ...edited,
      ...paid("60.5"),
      displayFinancialStatus: "REFUNDED",
      currentTotalPriceSet: eur("0.0"),
      lineItems: [item({ currentQuantity: 0 })],
      refunds: [early, back],
    });
    expect(order).toMatchObject({
      total: "60.5",
      lines: [{ quantity: "1" }],
      refunds: [{ refundId: "r2", lines: [{ quantity: "1" }], totalRefunded: "60.5" }],
    });
  });

  it("leave no refund when nothing was ever paid and the order is cancelled", () => {
    const order = normalise({
      ...edited,
      displayFinancialStatus: "VOIDED",
      totalReceivedSet: eur("0.0"),
      cancelledAt: "2026-11-21T09:00:00Z",
    });
    expect(order).toMatchObject({ total: "121", lines: [{ quantity: "2" }], refunds: [] });
  });
});
