import {
  add,
  money,
  roundToMoney,
  toDecimal,
  zero,
  type CurrencyCode,
  type Decimal,
  type Money,
} from "#domain/money";

export interface Bounds {
  readonly least: Money;
  readonly most: Money;
}

/** One part of a sum: what it would be without rounding, and between which amounts it must stay. */
export interface Share extends Bounds {
  readonly ideal: Decimal;
}

/**
 * Splits `total` like `allocate`, by largest remainder, but no share leaves its bounds: what one cannot take, the others do.
 * A total that the bounds cannot hold together is a bug and throws.
 */
export function allocateWithin(total: Money, shares: readonly Share[]): Money[] {
  const { currency } = total;
  const amounts = shares.map(({ ideal, least, most }) =>
    clamp(roundToMoney(ideal, currency).minor, least.minor, most.minor),
  );
  let missing = total.minor - amounts.reduce((sum, amount) => sum + amount, 0n);
  while (missing !== 0n) {
    const step = missing > 0n ? 1n : -1n;
    const open = openShares(shares, amounts, step);
    if (open.length === 0) throw new Error(`no shares within their bounds add up to the total`);
    const each = max(1n, (missing * step) / BigInt(open.length));
    for (const { index, room } of open) {
      const taken = min(min(each, room), missing * step);
      amounts[index] = (amounts[index] ?? 0n) + taken * step;
      missing -= taken * step;
    }
  }
  return amounts.map((minor) => money(minor, currency));
}

/** Those that can still move by `step`, the one whose rounding erred most first, among equals the largest. */
function openShares(shares: readonly Share[], amounts: readonly bigint[], step: bigint) {
  return shares
    .map(({ ideal, least, most }, index) => {
      const amount = amounts[index] ?? 0n;
      const error = ideal.minus(toDecimal(money(amount, least.currency)));
      return {
        index,
        room: step > 0n ? most.minor - amount : amount - least.minor,
        size: ideal.abs(),
        error: step > 0n ? error : error.times(-1),
      };
    })
    .filter(({ room }) => room > 0n)
    .toSorted((a, b) => b.error.cmp(a.error) || b.size.cmp(a.size) || a.index - b.index);
}

/** The smallest and the largest total that the bounds can hold. */
export const boundsOf = (shares: readonly Bounds[], currency: CurrencyCode): Bounds => ({
  least: add(zero(currency), ...shares.map(({ least }) => least)),
  most: add(zero(currency), ...shares.map(({ most }) => most)),
});

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const clamp = (value: bigint, least: bigint, most: bigint): bigint => max(least, min(most, value));
