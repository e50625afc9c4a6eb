import { add, formatAmount, parseAmount } from "#domain/money";
import type { DraftDocument } from "./document.ts";

/** What the shop charged, with VAT: the total of the document and its rounding. The figure that buyer and merchant know. */
export const chargedTotal = ({
  totals,
  currency,
}: Pick<DraftDocument, "totals" | "currency">): string =>
  formatAmount(
    add(parseAmount(totals.totalWithVat, currency), parseAmount(totals.roundingAmount, currency)),
  );
