import { chargedTotal } from "#domain/document";
import { add, decimal, parseAmount, roundToMoney, subtract, zero, type Money } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import {
  isEditPart,
  type DiscardedDraft,
  type DocumentSummary,
  type StoredDocument,
} from "#domain/workflows";
import type { DocumentView } from "./desk.ts";
import { refundsOf } from "./refunds-of.ts";

type Documents = readonly (DocumentSummary | DiscardedDraft)[];

/**
 * What became of the order since the document was frozen, as long as no issued document tells. `documents` are those of the
 * order. Amounts decide whether it was edited, not dates.
 */
export function findOrderChange(
  stored: StoredDocument,
  order: NormalisedOrder | undefined,
  documents: Documents,
): DocumentView["orderChange"] {
  if (stored.state !== "issued" || order === undefined) return null;
  const { kind } = stored.summary;
  if (kind === "creditNote") return null;
  if (kind === "invoice") return changeSinceInvoice(order, documents);
  if (order.refunds.length > 0) return "refunded";
  if (order.cancelledAt !== null) return "cancelled";
  const charged = parseAmount(chargedTotal(stored.document), order.currency);
  return isTotal(charged, order) ? null : "edited";
}

/** An invoice and what made up for it since: refunds by credit notes, edits by credit notes and further invoices. */
function changeSinceInvoice(
  order: NormalisedOrder,
  documents: Documents,
): DocumentView["orderChange"] {
  const refunds = refundsOf(order, documents);
  if (refunds.some(({ creditNote }) => creditNote === null || creditNote.state === "draft")) {
    return "refunded";
  }
  const issued = documents.filter(({ state }) => state === "issued" || state === "redacted");
  const totalOf = (wanted: (document: Documents[number]) => boolean) =>
    add(
      zero(order.currency),
      ...issued.filter(wanted).map(({ total }) => parseAmount(total, order.currency)),
    );
  const stands = subtract(
    totalOf(({ kind }) => kind === "invoice"),
    totalOf(({ kind, part }) => kind === "creditNote" && isEditPart(part)),
  );
  if (order.cancelledAt === null) return isTotal(stands, order) ? null : "edited";
  return refunds.length > 0 || stands.minor === 0n ? null : "cancelled";
}

const isTotal = ({ minor }: Money, { total, currency }: NormalisedOrder): boolean =>
  minor === roundToMoney(decimal(total), currency).minor;
