import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { refundPart, type DiscardedDraft, type DocumentSummary } from "#domain/workflows";
import type { OrderRefundView } from "./desk.ts";

/** What went back on an order, each with its credit note, oldest first. `documents` are those of the order. */
export const refundsOf = (
  { refunds, currency }: NormalisedOrder,
  documents: readonly (DocumentSummary | DiscardedDraft)[],
): OrderRefundView[] =>
  refunds
    .filter(isSomething)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map(({ refundId, createdAt, reason, totalRefunded }) => ({
      refundId,
      createdAt,
      currency,
      amount: formatAmount(roundToMoney(decimal(totalRefunded), currency)),
      reason,
      creditNote: creditNoteOf(refundId, documents),
    }));

/** Shops note a refund of nothing too, when pieces that were never paid are taken off. */
const isSomething = ({ totalRefunded, lines, charges }: OrderRefund): boolean =>
  lines.length > 0 || charges.length > 0 || /[1-9]/.test(totalRefunded);

function creditNoteOf(
  refundId: string,
  documents: readonly (DocumentSummary | DiscardedDraft)[],
): DocumentSummary | null {
  for (const document of documents) {
    if (document.kind !== "creditNote" || document.part !== refundPart(refundId)) continue;
    if (document.state !== "discarded") return document;
  }
  return null;
}
