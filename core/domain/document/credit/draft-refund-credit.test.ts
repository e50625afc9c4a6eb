import { describe, expect, it } from "vitest";
import type { OrderRefund } from "#domain/order";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import { draftRefundCredit, remainingOf } from "./index.ts";
import {
  aRefund,
  creditOf,
  draftOf,
  frozen,
  invoiceOf,
  issueAll,
  linesOf,
  mugs,
  books,
  settings,
  taxes,
  twoRates,
  vatOf,
} from "./test-support.ts";

const shipping = { chargeId: "s", amountWithVat: "6.05" };
const piece = (lineId: string, quantity: string, amountWithVat: string | null = null) => ({
  lineId,
  quantity,
  amountWithVat,
});

describe("a refund of lines", () => {
  it("credits the piece that came back, with its share of the VAT", () => {
    const credit = creditOf(twoRates, {
      lines: [piece("1", "1", "12.10")],
      totalRefunded: "12.10",
      reason: "Broken",
    });
    expect(credit).toMatchObject({
      kind: "creditNote",
      precedingInvoice: { number: "2026-0001", issueDate: "2026-11-21" },
      creditReason: "Broken",
      isPaid: true,
      // 23:30 in UTC is the next day in Brussels.
      payments: [{ method: "Bancontact", amount: "12.10", paidDate: "2026-11-23" }],
      vatTrace: [{ parts: ["Mug"], because: "asInvoiced", facts: { invoice: "2026-0001" } }],
    });
    expect(linesOf(credit)).toEqual(["1 | Mug | 10 | 10.00"]);
    expect(vatOf(credit)).toEqual(["21 | 10.00 | 2.10"]);
    expect(credit.totals).toMatchObject({ paidAmount: "12.10", amountDue: "0.00" });
  });

  it("takes one of three pieces twice, then the last: together they are the invoice", () => {
    // 3 pieces for 10.00: no three equal amounts, and 8.26 + 1.73 is a cent short of the charge.
    const order = anOrder({
      lines: [
        aLine({
          quantity: "3",
          unitPrice: "3.34",
          allowances: [{ reason: "", amount: "0.02" }],
          taxes: taxes("21", "1.74"),
        }),
      ],
      total: "10.00",
      paidAmount: "10.00",
    });
    const notes = issueAll(
      order,
      ["3.33", "3.33", "3.34"].map((totalRefunded) => ({
        lines: [piece("1", "1")],
        totalRefunded,
      })),
    );
    expect(notes.map(vatOf)).toEqual([
      ["21 | 2.75 | 0.58"],
      ["21 | 2.75 | 0.58"],
      ["21 | 2.76 | 0.57"],
    ]);
    expect(notes.map(({ totals }) => totals.roundingAmount)).toEqual(["0.00", "0.00", "0.01"]);
    expect(vatOf(invoiceOf(order))).toEqual(["21 | 8.26 | 1.73"]);
    expect(draftOf(order, { lines: [piece("1", "1")], totalRefunded: "0" }, notes)).toMatchObject({
      ok: false,
      problem: { code: "nothing-to-credit" },
    });
  });

  it("mirrors an invoice that is given back as a whole, its rounding too", () => {
    const order = anOrder({
      lines: [aLine({ unitPrice: "10.00", taxes: taxes("21", "1.74") })],
      total: "10.00",
      paidAmount: "10.00",
    });
    const { lines, vatBreakdown, totals } = invoiceOf(order);
    const byLine = creditOf(order, { lines: [piece("1", "1", "10.00")], totalRefunded: "10.00" });
    expect(byLine).toMatchObject({ lines, vatBreakdown, totals, isPaid: true });
    expect(totals).toMatchObject({ totalWithVat: "9.99", roundingAmount: "0.01" });
    expect(creditOf(order, { totalRefunded: "10.00" })).toMatchObject({ lines, totals });
  });

  it("adds pieces of one line that came back at two places", () => {
    const lines = [piece("1", "1", "12.10"), piece("1", "1", "12.10")];
    const credit = creditOf(twoRates, { lines, totalRefunded: "24.20" });
    expect(linesOf(credit)).toEqual(["2 | Mug | 10 | 20.00"]);
  });

  it("credits part of a price without a piece", () => {
    const credit = creditOf(twoRates, { lines: [piece("1", "0", "2.42")], totalRefunded: "2.42" });
    expect(linesOf(credit)).toEqual(["1 | Prijsverschil: Mug | 2 | 2.00"]);
    const left = remainingOf([invoiceOf(twoRates)], [frozen(credit, "C-1")]).parts[0];
    expect([left?.quantity.toFixed(), left?.withVat.minor]).toEqual(["2", 2178n]);
  });

  it("shows a free line that came back, and is no reason for a credit note alone", () => {
    const sticker = aLine({ lineId: "3", itemName: "Sticker", unitPrice: "0", taxes: [] });
    const order = anOrder({ lines: [mugs(1), sticker] });
    const lines = [piece("1", "1", "12.10"), piece("3", "1", "0")];
    expect(linesOf(creditOf(order, { lines, totalRefunded: "12.10" }))).toEqual([
      "1 | Mug | 10 | 10.00",
      "1 | Sticker | 0 | 0.00",
    ]);
    expect(draftOf(order, { lines: [piece("3", "1", "0")] })).toMatchObject({
      problem: { code: "nothing-to-credit" },
    });
  });

  it("gives a discount line back with the goods: its quantity is below zero, as on the invoice", () => {
    const discount = {
      lineId: "3",
      itemName: "Coupon",
      unitPrice: "-2.42",
      taxes: taxes("21", "-0.42"),
    };
    const order = anOrder({
      lines: [mugs(1), aLine(discount)],
      total: "9.68",
      paidAmount: "9.68",
    });
    const lines = [piece("1", "1", "12.10"), piece("3", "1", "-2.42")];
    const credit = creditOf(order, { lines, totalRefunded: "9.68" });
    expect(linesOf(credit)).toEqual(["1 | Mug | 10 | 10.00", "-1 | Coupon | 2 | -2.00"]);
  });

  it("lets the allowances of the invoice go with the last of what they reduce", () => {
    const loyalty = { chargeId: "d", type: "fee" as const, name: "Loyalty" };
    const order = anOrder({
      lines: [mugs(2)],
      charges: [{ ...loyalty, amount: "-4.84", taxes: taxes("21", "-0.84") }],
      total: "19.36",
      paidAmount: "19.36",
    });
    const [first, last] = issueAll(order, [
      { lines: [piece("1", "1", "12.10")], totalRefunded: "12.10" },
      { lines: [piece("1", "1", "12.10")], totalRefunded: "7.26" },
    ]);
    expect(first?.allowances).toEqual([]);
    expect(last?.allowances).toMatchObject([{ type: "discount", name: "Loyalty", amount: "4.00" }]);
    expect(vatOf(last)).toEqual(["21 | 6.00 | 1.26"]);
  });
});

describe("a refund of something else", () => {
  it("shares an amount over the rates, by what is left of each", () => {
    const [first, second] = issueAll(twoRates, [
      { totalRefunded: "10" },
      { lines: [piece("1", "2", "24.20")], charges: [shipping], totalRefunded: "24.37" },
    ]);
    expect(vatOf(first)).toEqual(["21 | 4.86 | 1.02", "6 | 3.89 | 0.23"]);
    expect(first?.lines.map(({ lineId }) => lineId)).toEqual(["amount:S 21", "amount:S 6"]);
    // 30.25 was invoiced at 21 %, 5.88 of it is credited by amount: 24.37 is left for mugs and shipping.
    expect(vatOf(second)).toEqual(["21 | 20.14 | 4.23"]);
    expect(second?.allowances).toEqual([]);
  });

  it("credits shipping only, in parts and never more than was charged", () => {
    const [first, second] = issueAll(twoRates, [
      { charges: [{ chargeId: "s", amountWithVat: "2.42" }], totalRefunded: "2.42" },
      { charges: [shipping], totalRefunded: "3.63" },
    ]);
    // BR-16: a document has a line.
    expect([first, second].map(linesOf)).toEqual([
      ["1 | bpost | 2 | 2.00"],
      ["1 | bpost | 3 | 3.00"],
    ]);
    expect([first?.charges, second?.charges]).toEqual([[], []]);
    const notes = [first, second].flatMap((note) => note ?? []);
    const more = { charges: [shipping], totalRefunded: "0.01" };
    expect(linesOf(creditOf(twoRates, more, notes))).toEqual([
      "1 | Terugbetaling op factuur 2026-0001 | 0.01 | 0.01",
    ]);
  });

  it("keeps shipping a charge beside lines", () => {
    const wanted = {
      lines: [piece("1", "1", "12.10")],
      charges: [shipping],
      totalRefunded: "18.15",
    };
    expect(creditOf(twoRates, wanted)).toMatchObject({
      lines: [{ itemName: "Mug" }],
      charges: [{ name: "bpost", amount: "5.00" }],
    });
  });

  it("pays back what was paid too much without a second credit note", () => {
    const fewer = { ...twoRates, lines: [mugs(1), books], total: "39.35" };
    expect(draftOf(fewer, { totalRefunded: "12.10" })).toMatchObject({
      problem: { code: "nothing-to-credit" },
    });
    const credit = creditOf(fewer, { lines: [piece("2", "1", "10.60")], totalRefunded: "22.70" });
    expect(credit.totals).toMatchObject({ totalWithVat: "10.60", paidAmount: "10.60" });
  });
});

describe("refuses", () => {
  it.each<[string, Partial<OrderRefund>, string, string]>([
    [
      "a cent over the invoice",
      { totalRefunded: "51.46" },
      "credit-exceeds-invoice",
      "51.46 EUR, but only 51.45 EUR",
    ],
    [
      "a third of two pieces",
      { lines: [piece("1", "3")] },
      "credit-exceeds-invoice",
      "3 of Mug, but only 2",
    ],
    ["a line that is on no invoice", { lines: [piece("9", "1")] }, "not-invoiced", "9"],
    ["a refund of nothing", {}, "nothing-to-credit", "needs no credit note"],
  ])("%s", (_, refund, code, words) => {
    const draft = draftOf(twoRates, refund);
    expect(draft).toMatchObject({ ok: false, problem: { code } });
    expect(draft.ok ? "" : draft.problem.message).toContain(words);
  });

  it("a cent over what several credit notes left", () => {
    const notes = issueAll(twoRates, [
      { lines: [piece("1", "1")], totalRefunded: "12.10" },
      { totalRefunded: "9.35" },
    ]);
    expect(draftOf(twoRates, { totalRefunded: "30.01" }, notes)).toMatchObject({
      problem: { code: "credit-exceeds-invoice" },
    });
    expect(creditOf(twoRates, { totalRefunded: "30" }, notes).totals.totalWithVat).toBe("30.00");
  });

  it("a refund without an invoice", () => {
    const wanted = { order: twoRates, refund: aRefund(), invoices: [], creditNotes: [] };
    expect(draftRefundCredit(wanted, settings)).toMatchObject({
      problem: { code: "not-invoiced" },
    });
  });
});

it.each([
  ["JPY", "1000", "10", "273", "3000", "1000", ["10 | 909 | 91"]],
  ["KWD", "1.05", "5", "0.15", "3.15", "1.05", ["5 | 1.000 | 0.050"]],
])("counts in the digits of %s", (currency, unitPrice, rate, tax, total, back, vat) => {
  const order = anOrder({
    currency,
    lines: [aLine({ unitPrice, quantity: "3", taxes: taxes(rate, tax) })],
    total,
    paidAmount: total,
  });
  const refunds = [1, 2, 3].map(() => ({ lines: [piece("1", "1", back)], totalRefunded: back }));
  expect(issueAll(order, refunds).map(vatOf)).toEqual([vat, vat, vat]);
});

it("keeps the tax true when a hundred pieces of two cents come back one by one", () => {
  const order = anOrder({
    lines: [aLine({ unitPrice: "0.02", quantity: "100", taxes: taxes("21", "0.35") })],
    total: "2.00",
    paidAmount: "2.00",
  });
  const refund = { lines: [piece("1", "1", "0.02")], totalRefunded: "0.02" };
  const notes = issueAll(
    order,
    Array.from({ length: 100 }, () => refund),
  );
  const tax = (amount: string) => notes.filter(({ totals }) => totals.vatTotal === amount).length;
  // Each alone would bear no tax at all, and the last one all of it.
  expect([tax("0.00"), tax("0.01")]).toEqual([65, 35]);
  expect(remainingOf([invoiceOf(order)], notes).charged.minor).toBe(0n);
});
