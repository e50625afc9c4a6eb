import { KIND_FACTS } from "#domain/merchant";
import { addDays } from "#domain/calendar";
import type { Document, DraftDocument } from "./document.ts";
import { paymentReference } from "./payment-reference.ts";

/** Fills a merchant's Liquid template with what stands on the document. Never throws: a template cannot stop a number. */
export type FillText = (template: string, document: Document | DraftDocument) => string;

/** Makes the final document of a draft and its number: dates, payment reference and caption are added; amounts stay. */
export function freezeDocument(
  draft: DraftDocument,
  { number, issueDate }: { readonly number: string; readonly issueDate: string },
  fillText: FillText,
): Document {
  const { captionTemplate, referenceStyle, due, ...content } = draft;
  const { asksForPayment } = KIND_FACTS[draft.kind];
  const isDue = asksForPayment && isPositive(draft.totals.amountDue);
  const agreedDate = "date" in due ? due.date : addDays(issueDate, due.days);
  const document: Document = {
    ...content,
    number,
    issueDate,
    dueDate: isDue ? latest(agreedDate, issueDate) : null,
    paymentReference: asksForPayment
      ? paymentReference({ number, orderNumber: draft.order.orderNumber }, referenceStyle)
      : "",
    caption: "",
  };
  return { ...document, caption: fillText(captionTemplate, document).trim() };
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const isPositive = (amount: string): boolean => /[1-9]/.test(amount) && !amount.startsWith("-");
