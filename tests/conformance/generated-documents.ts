import { draftDocument, draftRefundCredit, freezeDocument, type Document } from "#domain/document";
import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { decimal, minorDigits, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { generatedOrders } from "./generated-orders.ts";

interface Invoiced {
  readonly order: NormalisedOrder;
  readonly settings: MerchantSettings;
  readonly invoice: Document;
}

/** So many invoices and credit notes, the same on every run: one credit note for every two invoices, as far as there is something to credit. */
export const generatedDocuments = (count: number): readonly Document[] =>
  generatedOrders(count)
    .map(({ order, settings }, index) =>
      invoiced(order, merchantSettingsSchema.parse(settings), index + 1),
    )
    .flatMap((each, index) =>
      index % 2 === 0 ? [each.invoice, ...creditNotesOf(each, index / 2)] : [each.invoice],
    )
    .slice(0, count);

const numbered = (prefix: string, sequence: number): string =>
  `${prefix}2026-${String(sequence).padStart(4, "0")}`;

function invoiced(order: NormalisedOrder, settings: MerchantSettings, sequence: number): Invoiced {
  const draft = draftDocument(order, "invoice", settings);
  if (!draft.ok) throw new Error(`case ${sequence}: ${draft.problem.message}`);
  const given = { number: numbered("", sequence), issueDate: "2026-11-21" };
  const invoice = freezeDocument(draft.value, given, (template) => template);
  return { order, settings, invoice };
}

/** One, or none where nothing can be given back, as of an order that came to less than nothing. */
function creditNotesOf({ order, settings, invoice }: Invoiced, sequence: number): Document[] {
  const refund = refundOf(order, invoice, sequence);
  const draft = draftRefundCredit(
    { order, refund, invoices: [invoice], creditNotes: [] },
    settings,
  );
  if (!draft.ok) return [];
  const given = { number: numbered("C", sequence), issueDate: "2026-11-28" };
  const note = freezeDocument(draft.value, given, (template) => template);
  const isElsewhere = sequence % 7 === 0; // another program made the invoice, and nobody typed its date
  return isElsewhere
    ? [{ ...note, precedingInvoice: { number: "F-2026/17", issueDate: null } }]
    : [note];
}

/** The whole order, all of it but a fee, half of each line, an amount alone. */
function refundOf(order: NormalisedOrder, invoice: Document, sequence: number): OrderRefund {
  const portion = (share: string): string =>
    inCurrency(decimal(order.paidAmount).times(share), order);
  const lines = order.lines.map(({ lineId, quantity }) => ({
    lineId,
    quantity,
    amountWithVat: null,
  }));
  const charges = invoice.charges.map(({ chargeId, amountWithVat }) => ({
    chargeId,
    amountWithVat,
  }));
  const kinds: readonly Pick<OrderRefund, "lines" | "charges" | "totalRefunded">[] = [
    { lines, charges, totalRefunded: portion("1") },
    { lines, charges, totalRefunded: portion("0.9") },
    {
      lines: lines.map((line) => ({ ...line, quantity: half(line.quantity) })),
      charges: [],
      totalRefunded: portion("0.45"),
    },
    { lines: [], charges: [], totalRefunded: portion("0.3") },
    { lines, charges: [], totalRefunded: "0" },
  ];
  return {
    refundId: `refund-${sequence}`,
    createdAt: "2026-11-28T10:00:00Z",
    reason: "",
    method: "Bancontact",
    lines: [],
    charges: [],
    totalRefunded: "0",
    keptAmount: "0",
    ...kinds[sequence % kinds.length],
  };
}

const half = (quantity: string): string => decimal(quantity).div(2).toFixed();

const inCurrency = (amount: Decimal, { currency }: NormalisedOrder): string =>
  amount.round(minorDigits(currency)).toFixed();
