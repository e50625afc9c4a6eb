import type { Document, DraftDocument } from "#domain/document";
import { formatDate } from "./formats.ts";
import { LABELS } from "./labels/index.ts";
import { shorten } from "./shorten.ts";

/** What the page has room for; the whole reason stays on the document. */
const REASON_ON_PAGE = { maxCharacters: 300, maxLines: 3 };

/** What must be seen before the figures are: that a pro forma is no invoice, and which invoice a credit note mends. */
export function presentSubtitle(document: Document | DraftDocument): readonly string[] {
  const { kind, language, precedingInvoice, creditReason } = document;
  const labels = LABELS[language];
  if (kind === "proforma") return [labels.noInvoice];
  if (precedingInvoice === null) return [];
  const { number, issueDate } = precedingInvoice;
  const reason = shorten(creditReason, REASON_ON_PAGE);
  return [
    labels.creditFor(number, issueDate === null ? "" : formatDate(issueDate, language)),
    ...(reason === "" ? [] : [labels.creditReason(reason)]),
  ];
}
