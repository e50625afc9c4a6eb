import {
  decimal,
  decimalText,
  roundToMoney,
  sumOf,
  toDecimal,
  type CurrencyCode,
  type Decimal,
} from "#domain/money";
import type { OrderTax } from "#domain/order";
import type { WooItemTax, WooOrder } from "./order-schema.ts";
import { UnreadableOrder } from "./unreadable-order.ts";

/** WooCommerce keeps so many of a tax that it does not round. */
export const TAX_DIGITS = 6;

/** A tax on one item, with the rate that it comes to there. */
export interface ReadTax {
  readonly rateId: string;
  readonly title: string;
  readonly ratePercent: Decimal;
  readonly amount: Decimal;
}

/** What WooCommerce says of an item's taxes; the rates stand apart, in `tax_lines`. */
export interface TaxedItem {
  readonly total_tax: string;
  readonly taxes: readonly WooItemTax[];
}

export type TaxReader = (item: TaxedItem, field: string) => readonly ReadTax[];

/** Two taxes on an item stay two. */
export function taxReader({ tax_lines: taxLines }: Pick<WooOrder, "tax_lines">): TaxReader {
  const lines = new Map(taxLines.map((line) => [line.rate_id, line]));
  return (item, field) => {
    const known = item.taxes.flatMap(({ id, total }, index) => {
      const line = lines.get(id);
      if (line !== undefined) return [{ line, amount: decimal(total) }];
      if (decimal(total).eq(0)) return [];
      throw new UnreadableOrder(
        `${field}.taxes[${index}].id`,
        `is ${id}, a rate that tax_lines does not have`,
      );
    });
    if (known.every(({ amount }) => amount.eq(0)) && !decimal(item.total_tax).eq(0)) {
      throw new UnreadableOrder(
        `${field}.taxes`,
        `does not say which rates its ${decimalText(decimal(item.total_tax))} of tax belong to`,
      );
    }
    const rates = effectiveRates(known.map(({ line }) => line));
    return known.map(({ line, amount }, index) => ({
      rateId: line.rate_id,
      title: line.label,
      ratePercent: rates[index] ?? decimal("0"),
      amount,
    }));
  };
}

/** A compound tax is charged on the price and on all taxes before it. */
function effectiveRates(lines: WooOrder["tax_lines"]): readonly Decimal[] {
  const simple = lines.filter(({ compound }) => compound !== true);
  let before = sumOf(simple.map((line) => decimal(line.rate_percent)));
  return lines.map(({ compound, rate_percent: percent }) => {
    if (compound !== true) return decimal(percent);
    const rate = before.div(100).plus(1).times(percent);
    before = before.plus(rate);
    return rate;
  });
}

export const orderTaxes = (taxes: readonly ReadTax[]): OrderTax[] =>
  taxes.map(({ title, ratePercent, amount }) => ({
    title,
    ratePercent: decimalText(ratePercent),
    amount: decimalText(amount, TAX_DIGITS),
  }));

/**
 * The taxes as they were counted in `total_tax`: WooCommerce keeps their digits, but rounds each of them first where it rounds
 * per line. Halves, which go down in some shops, are mended at the largest.
 */
export const asCharged = (
  taxes: readonly ReadTax[],
  totalTax: Decimal,
  digits: number,
): readonly ReadTax[] =>
  withSum(
    taxes.map((tax) => ({ ...tax, amount: tax.amount.round(digits) })),
    totalTax,
  );

/** The taxes of a part whose amount is without them, so that it comes to what was charged. */
export function meeting(
  taxes: readonly ReadTax[],
  amount: Decimal,
  { withVat, currency }: { readonly withVat: Decimal; readonly currency: CurrencyCode },
): readonly ReadTax[] {
  const sum = toDecimal(roundToMoney(amount.plus(sumOfTaxes(taxes)), currency));
  return sum.eq(withVat) ? taxes : withSum(taxes, withVat.minus(amount));
}

export const sumOfTaxes = (taxes: readonly ReadTax[]): Decimal =>
  sumOf(taxes.map(({ amount }) => amount));

function withSum(taxes: readonly ReadTax[], sum: Decimal): readonly ReadTax[] {
  const rest = sum.minus(sumOfTaxes(taxes));
  const [largest] = taxes.toSorted((a, b) => b.amount.abs().cmp(a.amount.abs()));
  if (largest === undefined || largest.amount.eq(0)) return taxes;
  return taxes.map((tax) => (tax === largest ? { ...tax, amount: tax.amount.plus(rest) } : tax));
}
