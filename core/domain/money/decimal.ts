import { Big } from "big.js";

/** An exact decimal for prices, quantities and rates. Only `roundToMoney` turns one into money. */
export type Decimal = Big;

/** A constructor of our own, so that no other user of big.js can change its precision. */
const Exact = Big();
Exact.DP = 24; // of divisions only: 16 more than any price keeps
Exact.RM = Big.roundHalfUp; // half away from zero, in both directions

/** `text` is a plain decimal such as "12.5" or "-3". Throws on anything else: parse at the edge first. */
export const decimal = (text: string): Decimal => new Exact(text);

export const sumOf = (decimals: readonly Decimal[]): Decimal =>
  decimals.reduce((sum, next) => sum.plus(next), decimal("0"));

/** Plain notation, at most `digits` after the point, without trailing zeros: 12.500 → "12.5". */
export function decimalText(value: Decimal, digits = 12): string {
  const fixed = value.round(digits).toFixed();
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}
