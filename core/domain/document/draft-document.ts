import { KIND_FACTS, languageOf, type DocumentKind, type MerchantSettings } from "#domain/merchant";
import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { computeAmounts } from "./compute-amounts.ts";
import { priceCharge, priceLine } from "./charged-parts.ts";
import type { DraftDocument } from "./document.ts";
import { findTaxMismatch, findTotalMismatch, type MismatchProblem } from "./find-mismatch.ts";

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
  const lines = order.lines.map((line) => priceLine(line, order));
  const charges = order.charges.map((charge) => priceCharge(charge, order));
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
  return ok({
    ...snapshotOf(order),
    ...amounts,
    schemaVersion: 1,
    kind,
    language,
    seller: settings.seller,
    brand: settings.brand,
    showsPaymentQr: settings.payment.showsQr && KIND_FACTS[kind].asksForPayment,
    captionTemplate: captionFor(kind, order, settings),
    referenceStyle: settings.payment.reference,
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
  if (!showsPrices || (!order.isPaid && !asksForPayment)) return "";
  const captions = settings.texts.captions[order.isPaid ? "paid" : "toBePaid"];
  return captions[languageOf(order.locale, settings.language)];
}

const snapshotOf = (order: NormalisedOrder) => ({
  currency: order.currency,
  buyer: order.buyer,
  deliverTo: order.deliverTo,
  buyerReference: order.buyerReference,
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
