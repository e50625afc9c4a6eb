import { formatMoney } from "./format.ts";

/** Money in a column: right-aligned, digits of equal width. */
export const Amount = (props: { readonly amount: string; readonly currency: string }) => (
  <span className="amount">{formatMoney(props.amount, props.currency)}</span>
);
