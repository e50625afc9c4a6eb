import {
  allocate,
  minorDigits,
  roundToMoney,
  sumOf,
  toDecimal,
  type CurrencyCode,
  type Decimal,
} from "#domain/money";
import { TAX_DIGITS } from "./tax-reader.ts";

export interface ItemAmounts {
  readonly type: "product" | "shipping" | "fee";
  readonly net: Decimal;
  /** `total_tax`: as the item counts it, rounded or not. */
  readonly tax: Decimal;
  /** Each of its taxes, unrounded. */
  readonly taxes: readonly Decimal[];
}

export interface ChargedAmount {
  /** In whole minor units. */
  readonly withVat: Decimal;
  /** What of it is tax, and to which digits each single tax in that was rounded. */
  readonly tax: Decimal;
  readonly taxDigits: number;
}

/** Price decimals of shops: those of the currency, fewer, or more than it has. */
const PRICE_DIGITS = [0, 2, 3, 4];

/**
 * What was charged for each item. A shop rounds each line (the default), or only the sum of all; the order does not say which, nor
 * to how many digits. So each way is tried until the items come to the order's total, which is what the buyer paid; then they
 * share it. When none does, each item is rounded by itself, and the sum is for the reader to judge.
 */
export function chargedAmounts(
  items: readonly ItemAmounts[],
  total: Decimal,
  currency: CurrencyCode,
): readonly ChargedAmount[] {
  const minor = minorDigits(currency);
  for (const digits of [minor, ...PRICE_DIGITS]) {
    if (digits < minor && !roundsTo(digits, items, total)) continue;
    for (const { count, taxDigits } of waysToRound(digits)) {
      const counted = items.map(count);
      const exact = counted.map(({ net, tax }) => net.plus(tax));
      if (!isRounded(sumOf(exact), total, digits)) continue;
      const shares = allocate(roundToMoney(total, currency), exact).map(toDecimal);
      return counted.map(({ tax }, index) => ({ tax, taxDigits, withVat: shares[index] ?? tax }));
    }
  }
  return items.map(({ net, tax }) => ({
    withVat: toDecimal(roundToMoney(net.plus(tax), currency)),
    tax,
    taxDigits: minor,
  }));
}

/** Whether one is the other in whole units of so many digits. Halves go up in one shop, down in another. */
const isRounded = (exact: Decimal, rounded: Decimal, digits: number): boolean =>
  exact
    .minus(rounded)
    .abs()
    .times(10 ** digits)
    .lte("0.5");

interface Way {
  readonly count: (item: ItemAmounts) => Pick<ItemAmounts, "net" | "tax">;
  readonly taxDigits: number;
}

/**
 * Per line, only products have their nets rounded. Halves of a tax go down where prices include tax, but the checkout rounds those
 * of shipping up, until the order is computed again. At the subtotal, nothing is rounded.
 */
function waysToRound(digits: number): readonly Way[] {
  const net = (item: ItemAmounts) => (item.type === "product" ? item.net.round(digits) : item.net);
  const halvesUp = ({ taxes }: ItemAmounts) => sumOf(taxes.map((tax) => tax.round(digits)));
  return [
    {
      count: (item) => ({
        net: net(item),
        tax: item.type === "shipping" ? halvesUp(item) : item.tax,
      }),
      taxDigits: digits,
    },
    { count: (item) => ({ net: net(item), tax: item.tax }), taxDigits: digits },
    { count: (item) => item, taxDigits: TAX_DIGITS },
  ];
}

/** Whether a shop can have had fewer digits than the currency, such as whole crowns: it then rounded every tax to them. */
function roundsTo(digits: number, items: readonly ItemAmounts[], total: Decimal): boolean {
  const taxes = items.map(({ tax }) => tax).filter((tax) => !tax.eq(0));
  return taxes.length > 0 && [total, ...taxes].every((amount) => amount.round(digits).eq(amount));
}
