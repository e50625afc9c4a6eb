import { draftDocument, freezeDocument, type Document } from "#domain/document";
import { merchantSettingsSchema } from "#domain/merchant";
import { generatedOrders, type GeneratedOrder } from "./generated-orders.ts";

/** Invoices and, of every third, the credit note of the whole of it. */
export const generatedDocuments = (count: number): readonly Document[] => {
  const invoices = generatedOrders(count).flatMap((each, index) => invoiceOf(each, index + 1));
  return invoices
    .flatMap((invoice, index) =>
      index % 3 === 0 ? [invoice, creditNoteOf(invoice, index + 1)] : [invoice],
    )
    .slice(0, count);
};

function invoiceOf({ order, settings }: GeneratedOrder, sequence: number): readonly Document[] {
  const draft = draftDocument(order, "invoice", merchantSettingsSchema.parse(settings));
  if (!draft.ok) throw new Error(`case ${sequence}: ${draft.problem.message}`);
  const number = `2026-${String(sequence).padStart(4, "0")}`;
  const given = { number, issueDate: "2026-11-21" };
  return [freezeDocument(draft.value, given, (template) => template)];
}

function creditNoteOf(invoice: Document, sequence: number): Document {
  const isPaidBack = sequence % 2 === 0;
  const { totals } = invoice;
  return {
    ...invoice,
    kind: "creditNote",
    number: `C2026-${String(sequence).padStart(4, "0")}`,
    issueDate: "2026-11-28",
    dueDate: null,
    paymentReference: "",
    caption: "",
    precedingInvoice: { number: invoice.number, issueDate: isPaidBack ? invoice.issueDate : null },
    allowances: invoice.allowances.map((allowance) => ({
      ...allowance,
      type: "restockingFee",
      name: "Terugnamekosten",
    })),
    payments: isPaidBack ? invoice.payments : [],
    totals,
  };
}
