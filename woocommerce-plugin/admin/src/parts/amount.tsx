import { useFormat } from "../frame/format-context.tsx";

/** Money in a column: at its end, digits of equal width. */
export function Amount(props: { readonly amount: string; readonly currency: string }) {
  const { money } = useFormat();
  return <span className="docket-amount">{money(props.amount, props.currency)}</span>;
}
