import type { Document } from "#domain/document";
import { failed, ok, type Result } from "#domain/result";
import { chargesOf, totalsOf, vatBreakdownOf } from "./amounts-of.ts";
import { chooseProfile } from "./choose-profile.ts";
import type { EInvoice } from "./e-invoice.ts";
import { findGap, findObstacle, type EInvoiceProblem } from "./find-gap.ts";
import { isLeitwegId } from "./leitweg-id.ts";
import { linesOf } from "./lines-of.ts";
import { buyerOf, deliverToOf, sellerOf } from "./parties-of.ts";
import { paymentOf } from "./payment-of.ts";

/**
 * An issued invoice in the terms of EN 16931, for `writeUbl` and `writeCii`. Amounts are copied, never computed. Refused:
 * other kinds of documents, currencies of three decimals (BR-DEC-*), and what lacks something every e-invoice must carry;
 * the problem names the field.
 */
export function eInvoiceOf(document: Document): Result<EInvoice, EInvoiceProblem> {
  const obstacle = findObstacle(document);
  if (obstacle !== undefined) return failed(obstacle);
  const invoice = { ...headerOf(document), ...partsOf(document) };
  const profiled = { ...invoice, ...chooseProfile(invoice) };
  const gap = findGap(document, profiled);
  return gap === undefined ? ok(profiled) : failed(gap);
}

const headerOf = (document: Document) => ({
  number: document.number,
  issueDate: document.issueDate,
  typeCode: "380" as const,
  currency: document.currency,
  dueDate: document.dueDate ?? "",
  ...referencesOf(document),
  note: [document.caption, document.note].filter((text) => text.trim() !== "").join("\n\n"), // Peppol R002
});

const partsOf = (document: Document) => ({
  seller: sellerOf(document),
  buyer: buyerOf(document),
  deliverTo: deliverToOf(document),
  payment: paymentOf(document),
  charges: chargesOf(document),
  totals: totalsOf(document),
  vatBreakdown: vatBreakdownOf(document),
  lines: linesOf(document),
});

/**
 * The buyer's reference (BT-10) is its purchase order (BT-13) too, unless it is a Leitweg-ID. An order without one is known
 * to both by the shop's number, so that one of the two is always there (Peppol R003).
 */
function referencesOf({ buyerReference, order }: Document) {
  const isOrder = buyerReference !== "" && !isLeitwegId(buyerReference);
  return {
    buyerReference,
    purchaseOrder: isOrder ? buyerReference : order.orderNumber,
    salesOrder: isOrder ? order.orderNumber : "",
  };
}
