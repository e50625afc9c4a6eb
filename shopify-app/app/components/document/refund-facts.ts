import type { DocumentSummary } from "#domain/workflows";
import { documentWords } from "../../wording/document.ts";
import { formatDay, formatMoney } from "../format.ts";

const words = documentWords.refund;

/** What the shop gave back, and its credit note if there is one. */
export interface RefundFacts {
  readonly refundId: string;
  readonly createdAt: string;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string;
  readonly creditNote: DocumentSummary | null;
}

/** "€12.10 was refunded on 3 Nov 2026." A refund may be of goods alone. */
export function refundSentence(
  { amount, currency, createdAt }: Pick<RefundFacts, "amount" | "currency" | "createdAt">,
  timeZone: string,
): string {
  const day = formatDay(createdAt, timeZone);
  return /[1-9]/.test(amount)
    ? words.refunded(formatMoney(amount, currency), day)
    : words.takenBack(day);
}
