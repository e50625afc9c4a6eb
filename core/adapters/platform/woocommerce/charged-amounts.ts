import {
  allocate,
  decimal,
  minorDigits,
  roundToMoney,
  sumOf,
  toDecimal,
  type CurrencyCode,
  type Decimal,
} from "#domain/money";

export interface ItemAmounts {
  readonly net: Decimal;
  /** `total_tax`: as the shop counted it, rounded or not. */
  readonly tax: Decimal;
  /** A shop that rounds per line rounds the nets of products, but not those of shipping and fees. */
  readonly isProduct: boolean;
}

/** Price decimals of shops: those of the currency, none, or more than it has. */
const PRICE_DIGITS = [0, 2, 3, 4];

/**
 * What was charged for each item with VAT, in whole minor units. A shop rounds each line (the default), or only the sum of all;
 * the order does not say which, nor to how many digits. So each way is tried until the items come to the order's total, which is
 * what the buyer paid; then they share it. When none does, each item is rounded by itself, and the sum is for the reader to judge.
 */
export function chargedAmounts(
  items: readonly ItemAmounts[],
  total: Decimal,
  currency: CurrencyCode,
): readonly Decimal[] {
  for (const digits of [minorDigits(currency), ...PRICE_DIGITS]) {
    const isTried = digits >= minorDigits(currency) || roundsTo(digits, items, total);
    const ways = isTried ? waysToRound(items, digits) : [];
    const exact = ways.find((amounts) => isRounded(sumOf(amounts), total, digits));
    if (exact === undefined) continue;
    return allocate(roundToMoney(total, currency), exact).map(toDecimal);
  }
  return items.map(({ net, tax }) => toDecimal(roundToMoney(net.plus(tax), currency)));
}

/** Whether one is the other in whole units of so many digits. Halves go up in one shop, down in another. */
const isRounded = (exact: Decimal, rounded: Decimal, digits: number): boolean =>
  exact
    .minus(rounded)
    .abs()
    .times(decimal(String(10 ** digits)))
    .lte("0.5");

function waysToRound(items: readonly ItemAmounts[], digits: number): readonly Decimal[][] {
  return [
    items.map(({ net, tax, isProduct }) => (isProduct ? net.round(digits) : net).plus(tax)),
    items.map(({ net, tax }) => net.plus(tax)),
  ];
}

/** Whether a shop can have had fewer digits than the currency, such as whole crowns: it then rounded every tax to them. */
function roundsTo(digits: number, items: readonly ItemAmounts[], total: Decimal): boolean {
  const taxes = items.map(({ tax }) => tax).filter((tax) => !tax.eq(0));
  return taxes.length > 0 && [total, ...taxes].every((amount) => amount.round(digits).eq(amount));
}
