import type { MerchantSettings } from "#domain/merchant";
import { decimal, formatAmount, parseAmount, roundToMoney, toDecimal } from "#domain/money";
import { vatKey } from "#domain/tax";
import { narrowExemption } from "../describe-vat.ts";
import type { Document, DraftDocument, VatTrace } from "../document.ts";
import { referenceStyleOf } from "../payment-reference.ts";
import { creditContent } from "./credit-content.ts";
import { CREDIT_WORDS } from "./credit-words.ts";
import type { Credit } from "./credit.ts";
import { partsOf, treatmentKey } from "./document-parts.ts";
import { mentionsAbout } from "./mentions-about.ts";
import type { Remaining } from "./remaining.ts";
import { wantsBelgianMention } from "./wants-belgian-mention.ts";

interface CreditContext {
  readonly invoices: readonly Document[];
  readonly remaining: Remaining;
  /** Why, in the merchant's words. */
  readonly reason: string;
  /** How and when money went back. */
  readonly payment: Pick<DraftDocument["payments"][number], "method" | "paidDate">;
}

/** The credit note: parties and treatments as they were invoiced, all amounts positive, the invoice it mends (BG-3). */
export function creditDocument(
  credit: Credit,
  { invoices, remaining, reason, payment }: CreditContext,
  settings: MerchantSettings,
): DraftDocument {
  const invoice = creditedInvoice(credit, invoices);
  const { language, number, issueDate } = invoice;
  const computed = creditContent(credit, remaining, { language, invoiceNumber: number });
  const content = { ...computed, vatBreakdown: narrowed(computed, invoice, settings) };
  const { paidBack } = credit;
  return {
    ...snapshotOf(invoice),
    ...content,
    kind: "creditNote",
    isPaid: !/[1-9]/.test(content.totals.amountDue),
    precedingInvoice: { number, issueDate },
    creditReason: reason,
    vatInOwnCurrency: ownVatOf(content.totals.vatTotal, invoice, remaining),
    legalMentions: mentionsOf({ ...invoice, ...content }, invoices),
    vatTrace: traceOf({ ...invoice, ...content }),
    payments: paidBack.minor === 0n ? [] : [{ ...payment, amount: formatAmount(paidBack) }],
    eInvoicing: settings.eInvoicing,
    brand: settings.brand,
    captionTemplate: settings.texts.captions.credited[language],
    referenceStyle: referenceStyleOf(settings),
    due: { days: settings.payment.termDays },
  };
}

/** The first invoice that has a part that is credited. */
function creditedInvoice({ takes }: Credit, invoices: readonly Document[]): Document {
  const keys = new Set(takes.map(({ part }) => part.partKey));
  const invoice =
    invoices.find((each) => partsOf(each).some(({ partKey }) => keys.has(partKey))) ?? invoices[0];
  if (invoice === undefined) throw new Error("there is no invoice to credit");
  return invoice;
}

/** The invoice's words for why something is untaxed, as far as they are about what is credited. */
function narrowed(
  { vatBreakdown, lines, charges, allowances }: ReturnType<typeof creditContent>,
  { language, seller }: Document,
  { vat }: MerchantSettings,
): DraftDocument["vatBreakdown"] {
  const treatments = [...lines, ...charges, ...allowances].map((part) => part.vat);
  const context = { language, seller: seller.address, rule: vat.untaxedSalesRule };
  return vatBreakdown.map((row) => ({
    ...row,
    exemption: narrowExemption(
      row,
      treatments.filter((treatment) => vatKey(treatment) === vatKey(row)),
      context,
    ),
  }));
}

const snapshotOf = (invoice: Document) => ({
  schemaVersion: invoice.schemaVersion,
  currency: invoice.currency,
  language: invoice.language,
  seller: invoice.seller,
  buyer: invoice.buyer,
  buyerVatCheck: invoice.buyerVatCheck,
  deliverTo: invoice.deliverTo,
  deliveryDate: invoice.deliveryDate,
  buyerReference: invoice.buyerReference,
  purchaseOrder: invoice.purchaseOrder,
  order: invoice.order,
  pricesIncludeVat: invoice.pricesIncludeVat,
  note: "",
  internalNote: "",
  showsPaymentQr: false,
});

/** At the rate of the invoice (BT-111); the last of the VAT takes what is left of the invoice's. */
function ownVatOf(
  vatTotal: string,
  { currency, vatInOwnCurrency }: Document,
  { breakdown, vatInOwnCurrency: left }: Remaining,
): DraftDocument["vatInOwnCurrency"] {
  if (vatInOwnCurrency === null || left === null) return null;
  const credited = parseAmount(vatTotal, currency);
  const isAll = breakdown.reduce((sum, row) => sum + row.taxAmount.minor, 0n) === credited.minor;
  const exact = toDecimal(credited).times(decimal(vatInOwnCurrency.exchangeRate));
  const converted = roundToMoney(exact, left.currency);
  const own = isAll || converted.minor > left.minor ? left : converted;
  return { ...vatInOwnCurrency, vatTotal: formatAmount(own) };
}

/** What the invoices say of what is credited, and what Belgium wants said of VAT that goes back. */
function mentionsOf(note: Document, invoices: readonly Document[]): readonly string[] {
  const mentions = mentionsAbout(note.vatBreakdown, invoices);
  return wantsBelgianMention(note)
    ? [...mentions, CREDIT_WORDS[note.language].belgianMention]
    : mentions;
}

function traceOf({
  lines,
  charges,
  number,
}: Pick<Document, "lines" | "charges" | "number">): readonly VatTrace[] {
  const named = [
    ...lines.map(({ itemName, vat }) => ({ name: itemName, vat })),
    ...charges.map(({ name, type, vat }) => ({ name: name || type, vat })),
  ];
  return [...Map.groupBy(named, ({ vat }) => treatmentKey(vat)).values()].flatMap((group) =>
    group.slice(0, 1).map(({ vat }) => ({
      parts: group.map(({ name }) => name),
      vat,
      because: "asInvoiced" as const,
      facts: { invoice: number },
    })),
  );
}
