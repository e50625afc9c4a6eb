import { describe, expect, it } from "vitest";
import type { NormalisedOrder } from "#domain/order";
import { draftAdditionalInvoice, draftEditCredit, type EditedOrder } from "./index.ts";
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
    expect(invoice?.totals).toMatchObject({ totalWithVat: "2.42", paidAmount: "2.42" });
  });
});
