import { decimal, type Decimal } from "./decimal.ts";
import { add, money, roundToMoney, toDecimal, zero, type Money } from "./money.ts";

/**
 * Splits `total` into one amount per ideal value: each is its ideal rounded, and the minor units that are then over or
 * short go one by one to the parts whose rounding erred most (largest remainder), among equals to the largest, which feels
 * a cent least. The sum is `total`, always.
 */
export function allocate(total: Money, ideals: readonly Decimal[]): Money[] {
  const { currency } = total;
  const rounded = ideals.map((ideal) => roundToMoney(ideal, currency));
  const missing = total.minor - add(zero(currency), ...rounded).minor;
  if (missing === 0n || rounded.length === 0) return rounded;

  const step = missing > 0n ? 1n : -1n;
  const order = rounded
    .map((amount, index) => ({
      index,
      size: (ideals[index] ?? decimal("0")).abs(),
      error: (ideals[index] ?? decimal("0")).minus(toDecimal(amount)).times(decimal(String(step))),
    }))
    .toSorted((a, b) => b.error.cmp(a.error) || b.size.cmp(a.size) || a.index - b.index);

  const shares = rounded.map((amount) => amount.minor);
  const parts = BigInt(order.length);
  const each = missing / parts;
  const extra = Number((missing % parts) * step);
  order.forEach(({ index }, rank) => {
    shares[index] = (shares[index] ?? 0n) + each + (rank < extra ? step : 0n);
  });
  return shares.map((minor) => money(minor, currency));
}
