import { describe, expect, it } from "vitest";
import { aLine, anOrder } from "../../../../tests/support/orders.ts";
import type { Document } from "../document.ts";
import {
  draftAdditionalInvoice,
  draftEditCredit,
  draftRefundCredit,
  type EditedOrder,
} from "./index.ts";
import {
  aRefund,
  creditOf,
  draftOf,
  frozen,
  invoiceDraftOf,
  invoiceOf,
  issueAll,
  linesOf,
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

describe("money that differs from the lines", () => {
  it("keeps a fee, with the VAT of what is credited in proportion", () => {
    const credit = creditOf(twoRates, {
      lines: [piece("1", "2", "24.20"), piece("2", "1", "10.60")],
      totalRefunded: "30",
    });
    expect(credit.allowances).toMatchObject([
      {
        type: "restockingFee",
        name: "Ingehouden retourkosten",
        amount: "2.76",
        amountWithVat: "3.34",
      },
      { type: "restockingFee", amount: "1.38", amountWithVat: "1.46" },
    ]);
    expect(vatOf(credit)).toEqual(["21 | 17.24 | 3.62", "6 | 8.62 | 0.52"]);
    expect(credit.totals).toMatchObject({ totalWithVat: "30.00", paidAmount: "30.00" });
  });

  it("credits an exchange in full, and pays nothing out", () => {
    const credit = creditOf(twoRates, { lines: [piece("1", "1", "12.10")], method: "" });
    expect(credit).toMatchObject({ isPaid: false, payments: [] });
    expect(credit.totals).toMatchObject({ paidAmount: "0.00", amountDue: "12.10" });
  });

  it("credits by amount what goes beyond the lines", () => {
    const credit = creditOf(twoRates, { lines: [piece("1", "1", "12.10")], totalRefunded: "15" });
    expect(linesOf(credit)).toEqual([
      "1 | Mug | 10 | 10.00",
      "1 | Terugbetaling op factuur 2026-0001 | 1.11 | 1.11",
      "1 | Terugbetaling op factuur 2026-0001 | 1.47 | 1.47",
    ]);
    expect(credit.totals).toMatchObject({ totalWithVat: "15.00", amountDue: "0.00" });
  });

  it.each(["12.09", "12.11"])(
    "takes a cent that the shop rounded elsewhere for no fee and no gift: %s",
    (totalRefunded) => {
      const credit = creditOf(twoRates, { lines: [piece("1", "1")], totalRefunded });
      expect(credit.lines).toMatchObject([{ quantity: "1", lineAmountWithVat: totalRefunded }]);
      expect(credit.allowances).toEqual([]);
    },
  );
});

it("leaves no cent of the taxable amount behind when a fee is given back after all", () => {
  const order = anOrder({
    lines: [
      aLine({ unitPrice: "48.95", taxes: taxes("21", "8.50") }),
      aLine({ lineId: "2", unitPrice: "39.45", taxes: taxes("21", "6.85") }),
    ],
    total: "88.40",
    paidAmount: "88.40",
  });
  const notes = issueAll(order, [
    { lines: [piece("1", "1", "48.95")], totalRefunded: "48.85" },
    { totalRefunded: "0.10" },
    { lines: [piece("2", "1", "39.45")], totalRefunded: "39.45" },
  ]);
  expect(vatOf(invoiceOf(order))).toEqual(["21 | 73.06 | 15.34"]);
  expect(notes.map(vatOf)).toEqual([
    ["21 | 40.37 | 8.48"],
    ["21 | 0.08 | 0.02"],
    ["21 | 32.61 | 6.84"],
  ]);
  // The net of the line itself is what was invoiced, and not a cent more.
  expect(linesOf(notes[2])).toEqual([
    "1 | Mug | 32.60330579 | 32.60",
    "1 | Terugbetaling op factuur 2026-0001 | 0.01 | 0.01",
  ]);
});

describe("an order that was not paid, or not wholly", () => {
  const all = { lines: [piece("1", "2", "24.20"), piece("2", "2", "21.20")], charges: [shipping] };

  it("sets off what was never paid, and pays back the rest", () => {
    const order = { ...twoRates, paidAmount: "20", isPaid: false };
    const credit = creditOf(order, { ...all, totalRefunded: "20" });
    expect(credit.totals).toMatchObject({
      totalWithVat: "51.45",
      paidAmount: "20.00",
      amountDue: "31.45",
    });
  });

  it("keeps a fee only beyond what was never paid", () => {
    const order = { ...twoRates, paidAmount: "40", isPaid: false };
    const [first, second] = issueAll(order, [
      { lines: [piece("1", "1", "12.10")], totalRefunded: "0" },
      { lines: [piece("2", "2", "21.20")], totalRefunded: "20" },
    ]);
    expect(first?.totals).toMatchObject({ amountDue: "12.10" }); // more than the 11.45 that was owed
    expect(second).toMatchObject({ allowances: [{ amountWithVat: "1.20" }] });
  });
});

describe("what the shop says that it kept", () => {
  const cup = aLine({ itemName: "Cup", unitPrice: "24.50", taxes: taxes("21", "4.25") });
  const order = anOrder({ lines: [cup], total: "24.50", paidAmount: "24.50" });
  const back = { lines: [piece("1", "1", "24.50")] };

  it("is no reason for a credit note when it is everything", () => {
    expect(draftOf(order, { ...back, keptAmount: "24.50" })).toMatchObject({
      ok: false,
      problem: { code: "nothing-to-credit" },
    });
  });

  it("is a fee, down to a cent that went back", () => {
    const credit = creditOf(order, { ...back, totalRefunded: "0.01", keptAmount: "24.49" });
    expect(credit).toMatchObject({
      lines: [{ itemName: "Cup", lineAmountWithVat: "24.50" }],
      allowances: [{ type: "restockingFee", amountWithVat: "24.49" }],
      totals: { totalWithVat: "0.01", paidAmount: "0.01", amountDue: "0.00" },
    });
  });

  it("is a fee although no money went back, and the rest stays in the buyer's favour", () => {
    expect(creditOf(order, { ...back, keptAmount: "4.50" })).toMatchObject({
      allowances: [{ amountWithVat: "4.50" }],
      totals: { totalWithVat: "20.00", paidAmount: "0.00", amountDue: "20.00" },
    });
  });

  it("comes before what was never paid is set off", () => {
    const unpaid = { ...order, paidAmount: "0", isPaid: false };
    expect(creditOf(unpaid, { ...back, keptAmount: "4.50" }).totals).toMatchObject({
      totalWithVat: "20.00",
      amountDue: "20.00",
    });
  });

  it("is never more than what the money falls short by", () => {
    const credit = creditOf(order, { ...back, totalRefunded: "20", keptAmount: "24.50" });
    expect(credit).toMatchObject({
      allowances: [{ amountWithVat: "4.50" }],
      totals: { totalWithVat: "20.00", paidAmount: "20.00" },
    });
  });
});

describe("an exchange", () => {
  const cups = aLine({ quantity: "2", unitPrice: "24.50", taxes: taxes("21", "8.50") });
  const beans = aLine({ lineId: "2", unitPrice: "34.85", taxes: taxes("6", "1.97") });
  const book = aLine({ lineId: "3", unitPrice: "29.50", taxes: taxes("6", "1.67") });
  const placed = anOrder({ lines: [cups, beans], total: "83.85", paidAmount: "83.85" });
  const refund = aRefund({ lines: [piece("1", "2", "49.00")], totalRefunded: "19.50" });
  const order = { ...placed, lines: [cups, beans, book], total: "113.35", refunds: [refund] };
  const invoice = invoiceOf(placed);
  const edited = (creditNotes: readonly Document[]): EditedOrder => ({
    order,
    asNow: invoiceDraftOf(order),
    invoices: [invoice],
    creditNotes,
    editCreditNotes: [],
  });
  const creditFor = (invoices: readonly Document[]) => {
    const draft = draftRefundCredit({ order, refund, invoices, creditNotes: [] }, settings);
    if (!draft.ok) throw new Error(draft.problem.message);
    return draft.value;
  };
  const setOff = { vatTotal: "8.51", paidAmount: "19.50", amountDue: "29.50" };

  it("sets what was taken off against what came back, before its invoice and after", () => {
    const added = draftAdditionalInvoice(edited([]), settings);
    expect(added?.totals).toMatchObject({ totalWithVat: "29.50", amountDue: "29.50" });
    const both = [invoice, ...(added === null ? [] : [frozen(added, "2026-0002")])];
    for (const invoices of [[invoice], both]) {
      expect(creditFor(invoices)).toMatchObject({ allowances: [], totals: setOff });
    }
    const note = frozen(creditFor([invoice]), "C-1");
    expect(draftAdditionalInvoice(edited([note]), settings)?.totals.amountDue).toBe("29.50");
    expect(draftEditCredit(edited([note]), settings)).toBeNull();
  });

  it("does not set off twice", () => {
    const note = frozen(creditFor([invoice]), "C-1");
    const later = aRefund({
      refundId: "r2",
      createdAt: "2026-11-23T09:00:00Z",
      lines: [piece("2", "1", "34.85")],
      totalRefunded: "30",
    });
    const next = draftRefundCredit(
      { order, refund: later, invoices: [invoice], creditNotes: [note] },
      settings,
    );
    expect(next).toMatchObject({ value: { allowances: [{ amountWithVat: "4.85" }] } });
  });
});
