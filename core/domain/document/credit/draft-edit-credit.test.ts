import { describe, expect, it } from "vitest";
import type { NormalisedOrder } from "#domain/order";
import { anOrder } from "../../../../tests/support/orders.ts";
import {
  draftAdditionalInvoice,
  draftEditCredit,
  draftRefundCredit,
  type EditedOrder,
} from "./index.ts";
import {
  aRefund,
  books,
  frozen,
  invoiceDraftOf,
  invoiceOf,
  issueAll,
  linesOf,
  mugs,
  pen,
  settings,
  taxes,
  twoRates,
  vatOf,
} from "./test-support.ts";

const editOf = (order: NormalisedOrder, changes: Partial<EditedOrder> = {}): EditedOrder => ({
  order,
  asNow: order.lines.length === 0 ? null : invoiceDraftOf(order),
  invoices: [invoiceOf(twoRates)],
  creditNotes: [],
  editCreditNotes: [],
  ...changes,
});
const piece = (lineId: string, quantity: string) => ({ lineId, quantity, amountWithVat: null });

describe("a cancelled order", () => {
  it("credits all of an order that was cancelled unpaid", () => {
    const order = {
      ...twoRates,
      paidAmount: "0",
      isPaid: false,
      cancelledAt: "2026-11-22T10:00:00Z",
    };
    const invoice = invoiceOf(order);
    const credit = draftEditCredit(editOf(order, { asNow: null, invoices: [invoice] }), settings);
    const { lines, charges, vatBreakdown } = invoice;
    expect(credit).toMatchObject({
      lines,
      charges,
      vatBreakdown,
      creditReason: "Bestelling geannuleerd",
    });
    expect(credit?.totals).toMatchObject({ paidAmount: "0.00", amountDue: "51.45" });
  });

  it("waits with a cancelled order while money is kept", () => {
    const order = { ...twoRates, cancelledAt: "2026-11-22T10:00:00Z" };
    expect(draftEditCredit(editOf(order, { asNow: null }), settings)).toBeNull();
    const creditNotes = issueAll(order, [{ totalRefunded: "51.45" }]);
    expect(draftEditCredit(editOf(order, { asNow: null, creditNotes }), settings)).toBeNull();
  });
});

describe("an edit after the invoice", () => {
  it("is none when nothing changed, refunded or not", () => {
    const creditNotes = issueAll(twoRates, [{ lines: [piece("1", "1")], totalRefunded: "12.10" }]);
    expect(draftEditCredit(editOf(twoRates, { creditNotes }), settings)).toBeNull();
    expect(draftAdditionalInvoice(editOf(twoRates, { creditNotes }), settings)).toBeNull();
  });

  it("credits pieces that were taken off, once", () => {
    const fewer = { ...twoRates, lines: [mugs(1), books], total: "39.35" };
    const credit = draftEditCredit(editOf(fewer), settings);
    expect(linesOf(credit)).toEqual(["1 | Mug | 10 | 10.00"]);
    expect(credit).toMatchObject({ creditReason: "Bestelling gewijzigd" });
    expect(credit?.totals).toMatchObject({ paidAmount: "0.00", amountDue: "12.10" });
    const notes = credit === null ? [] : [frozen(credit, "C-1")];
    const after = editOf(fewer, { creditNotes: notes, editCreditNotes: notes });
    expect(draftEditCredit(after, settings)).toBeNull();
  });

  it("tells that the money went back already", () => {
    const refunds = [aRefund({ totalRefunded: "12.10" })];
    const fewer = { ...twoRates, lines: [mugs(1), books], total: "39.35", refunds };
    expect(draftEditCredit(editOf(fewer), settings)).toMatchObject({
      isPaid: true,
      totals: { paidAmount: "12.10", amountDue: "0.00" },
      payments: [{ method: "Bancontact", amount: "12.10" }],
    });
  });

  it("credits a lower price as one difference", () => {
    const cheaper = mugs(2, { unitPrice: "11.00", taxes: taxes("21", "3.82") });
    const order = { ...twoRates, lines: [cheaper, books], total: "49.25" };
    const credit = draftEditCredit(editOf(order), settings);
    expect(linesOf(credit)).toEqual(["1 | Prijsverschil: Mug | 1.82 | 1.82"]);
  });

  it("invoices what was added, and only that", () => {
    const order = { ...twoRates, lines: [mugs(3), books, pen], total: "65.97", paidAmount: "60" };
    const invoice = draftAdditionalInvoice(editOf(order), settings);
    expect(linesOf(invoice)).toEqual(["1 | Mug | 10 | 10.00", "1 | Pen | 2 | 2.00"]);
    expect(invoice).toMatchObject({
      kind: "invoice",
      charges: [],
      isPaid: false,
      vatBreakdown: [{ ratePercent: "21", taxableAmount: "12.00", taxAmount: "2.52" }],
      totals: { totalWithVat: "14.52", paidAmount: "8.55", amountDue: "5.97" },
    });
    expect(draftEditCredit(editOf(order), settings)).toBeNull();
  });

  it("makes one of each when one thing was exchanged for another", () => {
    const order = { ...twoRates, lines: [mugs(2), pen], total: "32.67" };
    const credit = draftEditCredit(editOf(order), settings);
    const invoice = draftAdditionalInvoice(editOf(order), settings);
    expect(credit?.totals).toMatchObject({ totalWithVat: "21.20", amountDue: "21.20" });
    // What was paid is told by the first invoice already.
    expect(invoice?.totals).toMatchObject({
      totalWithVat: "2.42",
      paidAmount: "0.00",
      amountDue: "2.42",
    });
  });

  it("tells no money twice when a mug was exchanged for a bowl of the same price", () => {
    const placed = anOrder({ lines: [mugs(1)], total: "12.10", paidAmount: "12.10" });
    const bowl = mugs(1, { lineId: "9", itemName: "Bowl" });
    const order = { ...placed, lines: [bowl] };
    const edit = editOf(order, { invoices: [invoiceOf(placed)] });
    expect(draftEditCredit(edit, settings)?.totals).toMatchObject({
      paidAmount: "0.00",
      amountDue: "12.10",
    });
    expect(draftAdditionalInvoice(edit, settings)).toMatchObject({
      isPaid: false,
      payments: [],
      totals: { paidAmount: "0.00", amountDue: "12.10" },
    });
  });

  it("invoices a charge that was added as a line, and gives it back under its name", () => {
    const express = {
      chargeId: "x",
      type: "shipping" as const,
      name: "Express",
      amount: "12.10",
      taxes: taxes("21", "2.10"),
    };
    const dearer = {
      ...twoRates,
      charges: [...twoRates.charges, express],
      total: "63.55",
      paidAmount: "63.55",
    };
    const added = draftAdditionalInvoice(editOf(dearer), settings);
    expect(added).toMatchObject({
      charges: [],
      totals: { chargeTotal: "0.00", amountDue: "0.00" },
    });
    expect(linesOf(added)).toEqual(["1 | Express | 10 | 10.00"]);
    const invoices = [invoiceOf(twoRates), ...(added === null ? [] : [frozen(added, "2")])];
    const after = editOf(dearer, { invoices });
    expect(draftAdditionalInvoice(after, settings)).toBeNull();
    const refund = aRefund({
      charges: [{ chargeId: "x", amountWithVat: "12.10" }],
      totalRefunded: "12.10",
    });
    const back = draftRefundCredit({ order: dearer, refund, invoices, creditNotes: [] }, settings);
    expect(linesOf(back.ok ? back.value : null)).toEqual(["1 | Express | 10 | 10.00"]);
  });

  it("credits the old rate and invoices the new when only the rate changed", () => {
    const atSix = mugs(2, { taxes: taxes("6", "1.37") });
    const order = { ...twoRates, lines: [atSix, books] };
    expect(vatOf(draftEditCredit(editOf(order), settings))).toEqual(["21 | 20.00 | 4.20"]);
    expect(vatOf(draftAdditionalInvoice(editOf(order), settings))).toEqual(["6 | 22.83 | 1.37"]);
  });

  it("leaves the rate of an order that was refunded", () => {
    const atSix = mugs(2, { taxes: taxes("6", "1.37") });
    const order = { ...twoRates, lines: [atSix, books] };
    const creditNotes = issueAll(twoRates, [{ lines: [piece("1", "1")], totalRefunded: "12.10" }]);
    expect(draftEditCredit(editOf(order, { creditNotes }), settings)).toBeNull();
    expect(draftAdditionalInvoice(editOf(order, { creditNotes }), settings)).toBeNull();
  });

  it("leaves an allowance of another rate alone when pieces are taken off", () => {
    const loyalty = {
      chargeId: "d",
      type: "fee" as const,
      name: "Loyalty",
      amount: "-0.20",
      taxes: [],
    };
    const placed = { ...twoRates, charges: [loyalty], total: "45.20" };
    const fewer = { ...placed, lines: [mugs(1), books], total: "33.10" };
    const edit = editOf(fewer, { invoices: [invoiceOf(placed)] });
    expect(draftEditCredit(edit, settings)).toMatchObject({
      allowances: [],
      totals: { totalWithVat: "12.10" },
    });
  });
});
