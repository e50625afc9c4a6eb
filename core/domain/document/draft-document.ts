import {
  KIND_FACTS,
  languageOf,
  paidStateOf,
  type DocumentKind,
  type MerchantSettings,
} from "#domain/merchant";
import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { computeAmounts } from "./compute-amounts.ts";
import { priceOrder } from "./charged-parts.ts";
import { describeExemptions, sellerFor, vatInOwnCurrency } from "./describe-vat.ts";
import type { DraftDocument } from "./document.ts";
import { findTaxMismatch, findTotalMismatch, type MismatchProblem } from "./find-mismatch.ts";
import { referenceStyleOf } from "./payment-reference.ts";

export type DraftProblem = Problem<"nothing-to-document"> | MismatchProblem;

/**
 * Computes a document from what the shop charged: nets, VAT and totals by BR-CO-10…16, and `totalWithVat` +
 * `roundingAmount` = the order's total. An order whose parts do not add up to its total, or whose taxes are not
 * its rates', is refused, never mended silently.
 */
export function draftDocument(
  order: NormalisedOrder,
  kind: DocumentKind,
  settings: MerchantSettings,
): Result<DraftDocument, DraftProblem> {
  const { lines, charges, vatTrace } = priceOrder(order, settings);
  if (lines.length === 0) {
    return failed({
      code: "nothing-to-document",
      field: "lines",
      message: `Order ${order.orderNumber} has no lines, so there is nothing to put on a document.`,
    });
  }
  const parts = [...lines, ...charges];
  const amounts = computeAmounts(order, lines, charges);
  const problem =
    findTotalMismatch(order, parts) ?? findTaxMismatch(order, parts, amounts.vatBreakdown);
  if (problem !== undefined) return failed(problem);
  const language = languageOf(order.locale, settings.language);
  const seller = sellerFor(order, parts, settings);
  return ok({
    ...snapshotOf(order),
    ...amounts,
    ...describeExemptions(amounts.vatBreakdown, parts, { language, settings }),
    schemaVersion: 2,
    kind,
    language,
    seller,
    vatInOwnCurrency: vatInOwnCurrency(order, amounts.totals.vatTotal, seller),
    vatTrace,
    buyerVatCheck: null,
    precedingInvoice: null,
    creditReason: "",
    eInvoicing: settings.eInvoicing,
    brand: settings.brand,
    showsPaymentQr: settings.payment.showsQr && KIND_FACTS[kind].asksForPayment,
    captionTemplate: captionFor(kind, order, settings),
    referenceStyle: referenceStyleOf(settings),
    due: order.dueDate === null ? { days: settings.payment.termDays } : { date: order.dueDate },
  });
}

/** One text for paid orders, another for those still to be paid; none that speaks of money where none is shown or asked. */
function captionFor(
  kind: DocumentKind,
  order: NormalisedOrder,
  settings: MerchantSettings,
): string {
  const { showsPrices, asksForPayment } = KIND_FACTS[kind];
  const state = paidStateOf({ kind, isPaid: order.isPaid });
  if (!showsPrices || (state === "toBePaid" && !asksForPayment)) return "";
  const captions = settings.texts.captions[state];
  return captions[languageOf(order.locale, settings.language)];
}

const snapshotOf = (order: NormalisedOrder) => ({
  currency: order.currency,
  buyer: order.buyer,
  deliverTo: order.deliverTo,
  deliveryDate: order.deliveredDate,
  buyerReference: order.buyerReference,
  purchaseOrder: order.purchaseOrder,
  order: {
    platform: order.platform,
    orderId: order.orderId,
    orderNumber: order.orderNumber,
    orderDate: order.orderDate,
  },
  pricesIncludeVat: order.pricesIncludeVat,
  isPaid: order.isPaid,
  note: order.note,
  internalNote: order.note,
  payments: order.payments.map((payment) => ({
    ...payment,
    amount: formatAmount(roundToMoney(decimal(payment.amount), order.currency)),
  })),
});
