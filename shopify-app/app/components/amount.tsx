import type { DocumentSummary } from "#domain/workflows";
import { formatMoney, formatTotal } from "./format.ts";

/** Money in a column: right-aligned, digits of equal width. */
export const Amount = (props: { readonly amount: string; readonly currency: string }) => (
  <span className="amount">{formatMoney(props.amount, props.currency)}</span>
);

/** A document's total in a column. */
export const DocumentAmount = ({ document }: { readonly document: DocumentSummary }) => (
  <span className="amount">{formatTotal(document)}</span>
);
