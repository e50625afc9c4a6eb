import {
  add,
  formatAmount,
  parseAmount,
  subtract,
  zero,
  type CurrencyCode,
  type Money,
} from "#domain/money";
import type { DraftDocument } from "../document.ts";

type Figures = Pick<
  DraftDocument,
  "currency" | "lines" | "charges" | "allowances" | "vatBreakdown"
>;

/** Totals of lines, charges and allowances whose nets are known, so that what is left is `charged` − `paid`. */
export function totalsOf(
  { currency, lines, charges, allowances, vatBreakdown }: Figures,
  { charged, paid }: { readonly charged: Money; readonly paid: Money },
): DraftDocument["totals"] {
  const lineNetTotal = sum(
    lines.map(({ lineNetAmount }) => lineNetAmount),
    currency,
  ); // BR-CO-10
  const allowanceTotal = sum(
    allowances.map(({ amount }) => amount),
    currency,
  ); // BR-CO-11
  const chargeTotal = sum(
    charges.map(({ amount }) => amount),
    currency,
  ); // BR-CO-12
  const totalWithoutVat = subtract(add(lineNetTotal, chargeTotal), allowanceTotal); // BR-CO-13
  const vatTotal = sum(
    vatBreakdown.map(({ taxAmount }) => taxAmount),
    currency,
  ); // BR-CO-14
  const totalWithVat = add(totalWithoutVat, vatTotal); // BR-CO-15
  return {
    lineNetTotal: formatAmount(lineNetTotal),
    allowanceTotal: formatAmount(allowanceTotal),
    chargeTotal: formatAmount(chargeTotal),
    totalWithoutVat: formatAmount(totalWithoutVat),
    vatTotal: formatAmount(vatTotal),
    totalWithVat: formatAmount(totalWithVat),
    paidAmount: formatAmount(paid),
    roundingAmount: formatAmount(subtract(charged, totalWithVat)),
    amountDue: formatAmount(subtract(charged, paid)), // BR-CO-16
  };
}

const sum = (amounts: readonly string[], currency: CurrencyCode): Money =>
  add(zero(currency), ...amounts.map((amount) => parseAmount(amount, currency)));
