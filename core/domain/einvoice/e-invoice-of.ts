import type { Document } from "#domain/document";
import { failed, ok, type Result } from "#domain/result";
import {
  allowancesOf,
  chargesOf,
  totalsOf,
  vatBreakdownOf,
  vatInOwnCurrencyOf,
} from "./amounts-of.ts";
import { chooseProfile } from "./choose-profile.ts";
import { deliveryOf } from "./delivery-of.ts";
import type { EInvoice } from "./e-invoice.ts";
import { findGap, findObstacle, type EInvoiceProblem } from "./find-gap.ts";
import { linesOf } from "./lines-of.ts";
import { buyerOf, sellerOf } from "./parties-of.ts";
import { paymentOf } from "./payment-of.ts";

/**
 * An issued invoice or credit note in the terms of EN 16931, for `writeUbl` and `writeCii`. Amounts are copied, never computed.
 * Refused: other kinds of documents, currencies of three decimals (BR-DEC-*), and what lacks something every e-invoice must
 * carry; the problem names the field.
 */
export function eInvoiceOf(document: Document): Result<EInvoice, EInvoiceProblem> {
  const obstacle = findObstacle(document);
  if (obstacle !== undefined) return failed(obstacle);
  const invoice = { ...headerOf(document), ...partsOf(document) };
  const profiled = { ...invoice, ...chooseProfile(invoice, document.eInvoicing.profile) };
  const gap = findGap(profiled);
  return gap === undefined ? ok(profiled) : failed(gap);
}

const headerOf = (document: Document) => ({
  number: document.number,
  issueDate: document.issueDate,
  typeCode: document.kind === "creditNote" ? ("381" as const) : ("380" as const),
  currency: document.currency,
  dueDate: document.dueDate ?? "",
  ...referencesOf(document),
  note: noteOf(document),
});

const partsOf = (document: Document) => ({
  seller: sellerOf(document),
  buyer: buyerOf(document),
  delivery: deliveryOf(document),
  payment: paymentOf(document),
  allowances: allowancesOf(document),
  charges: chargesOf(document),
  totals: totalsOf(document),
  vatInOwnCurrency: vatInOwnCurrencyOf(document),
  vatBreakdown: vatBreakdownOf(document),
  lines: linesOf(document),
});

/** An order that the buyer gave no number is known to both by the shop's, so that one of BT-10 and BT-13 is always there (Peppol R003). */
function referencesOf({ buyerReference, purchaseOrder, order, precedingInvoice }: Document) {
  const { orderNumber } = order;
  return {
    buyerReference,
    purchaseOrder: purchaseOrder === "" ? orderNumber : purchaseOrder,
    salesOrder: purchaseOrder === "" ? "" : orderNumber,
    precedingInvoice:
      precedingInvoice === null
        ? null
        : { number: precedingInvoice.number, issueDate: precedingInvoice.issueDate ?? "" },
  };
}

/** All that is said, in one note (Peppol R002). What exempts from VAT stands in the breakdown already (BT-120). */
function noteOf({ caption, note, legalMentions, vatBreakdown }: Document): string {
  const exemptions = vatBreakdown.map(({ exemption }) => exemption?.text ?? "");
  const mentions = legalMentions.filter(
    (mention) => !exemptions.some((text) => text.includes(mention)),
  );
  return [caption, note, ...mentions].filter((text) => text.trim() !== "").join("\n\n");
}
