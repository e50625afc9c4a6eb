import type { Document, DraftDocument } from "#domain/document";
import { KIND_FACTS, paidStateOf } from "#domain/merchant";
import { formatIban } from "#domain/party";
import { readableOnWhite, textColorOn } from "./accent.ts";
import { epcPayload } from "./epc-payload.ts";
import { formatDate, formatMoney } from "./formats.ts";
import { LABELS, titleOf } from "./labels/index.ts";
import { presentAddresses, presentFooter, presentSeller } from "./present-parties.ts";
import { presentLines, presentVatTable } from "./present-lines.ts";
import { presentSubtitle } from "./present-subtitle.ts";
import { presentTotals } from "./present-totals.ts";
import type { LabelledValue, PrintableDocument, PrintablePayment } from "./printable-document.ts";
import { shorten } from "./shorten.ts";

/** What the page has room for; the whole note stays on the document. */
const NOTE_ON_PAGE = { maxCharacters: 700, maxLines: 10 };

interface PresentOptions {
  /** A draft holds a caption's template only: give the text that `fillText` made of it. */
  readonly caption?: string;
}

/**
 * Words and formatted amounts for every place on the page, in the document's language. A draft has no number, dates,
 * payment reference or QR yet and carries a watermark, so that it cannot pass for the document it may become.
 */
export function presentDocument(
  document: Document | DraftDocument,
  options: PresentOptions = {},
): PrintableDocument {
  const issued = "number" in document ? document : null;
  const labels = LABELS[document.language];
  return {
    language: document.language,
    title: titleOf(document.kind, document.language),
    number: issued?.number ?? "",
    subtitle: presentSubtitle(document),
    watermark: issued === null ? labels.watermark : "",
    accentColor: document.brand.color,
    onAccentColor: textColorOn(document.brand.color),
    accentTextColor: readableOnWhite(document.brand.color),
    seller: presentSeller(document),
    addresses: presentAddresses(document),
    facts: presentFacts(document),
    note: { heading: labels.note, text: shorten(document.note, NOTE_ON_PAGE) },
    caption: showsCaption(document) ? (options.caption ?? issued?.caption ?? "") : "",
    hasPrices: KIND_FACTS[document.kind].showsPrices,
    columns: {
      ...labels.columns,
      amountWithVat: document.pricesIncludeVat ? labels.columns.amountWithVat : "",
    },
    lines: presentLines(document),
    vatTable: presentVatTable(document),
    totals: presentTotals(document),
    legalMentions: KIND_FACTS[document.kind].showsPrices ? document.legalMentions : [],
    payment: isPayable(document) ? presentPayment(document) : null,
    footer: presentFooter(document),
    pageLabel: labels.page,
  };
}

/** A caption speaks of money: on a delivery note, or of paying on a receipt with something open, it would mislead. */
const showsCaption = (document: Pick<Document, "kind" | "isPaid">): boolean => {
  const { showsPrices, asksForPayment } = KIND_FACTS[document.kind];
  return showsPrices && (asksForPayment || paidStateOf(document) !== "toBePaid");
};

/** True when the kind asks for payment and something is left to pay. */
export const isPayable = ({ kind, totals }: Pick<Document, "kind" | "totals">): boolean =>
  KIND_FACTS[kind].asksForPayment &&
  /[1-9]/.test(totals.amountDue) &&
  !totals.amountDue.startsWith("-");

function presentFacts(document: Document | DraftDocument): readonly LabelledValue[] {
  const { language, kind, order, deliveryDate, buyerReference, purchaseOrder } = document;
  const { kinds, facts } = LABELS[language];
  const issued = "number" in document ? document : null;
  const day = (date: string | null | undefined) =>
    date === null || date === undefined ? "" : formatDate(date, language);
  const otherDay = (date: string | null) => (date === issued?.issueDate ? "" : day(date));
  return [
    { label: kinds[kind].number, value: issued?.number ?? "" },
    { label: kinds[kind].issueDate, value: day(issued?.issueDate) },
    { label: facts.dueDate, value: day(issued?.dueDate) },
    { label: facts.deliveryDate, value: otherDay(deliveryDate) }, // Art. 226(7)
    { label: facts.orderNumber, value: order.orderNumber },
    { label: facts.orderDate, value: otherDay(order.orderDate) },
    { label: facts.buyerReference, value: buyerReference },
    { label: facts.purchaseOrder, value: purchaseOrder },
  ].filter(({ value }) => value !== "");
}

function presentPayment(document: Document | DraftDocument): PrintablePayment {
  const { language, seller, totals, showsPaymentQr } = document;
  const { payment, identifiers, facts } = LABELS[language];
  const issued = "number" in document ? document : null;
  const { dueDate = null, paymentReference = "" } = issued ?? {};
  return {
    heading: payment.heading,
    facts: [
      { label: payment.amount, value: formatMoney(totals.amountDue, document) },
      { label: payment.payee, value: seller.legalName },
      { label: identifiers.iban, value: formatIban(seller.iban) },
      { label: identifiers.bic, value: seller.bic },
      { label: payment.reference, value: paymentReference },
      { label: facts.dueDate, value: dueDate === null ? "" : formatDate(dueDate, language) },
    ].filter(({ value }) => value !== ""),
    epcPayload: issued !== null && showsPaymentQr ? epcPayload(issued) : "",
    qrLabel: payment.qrLabel,
  };
}
