import { decimal, type Decimal } from "./decimal.ts";
import { minorDigits, type CurrencyCode } from "./currency.ts";

/** A whole number of minor units (cents, yen, fils) of one currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

export const money = (minor: bigint, currency: CurrencyCode): Money => ({ minor, currency });
export const zero = (currency: CurrencyCode): Money => money(0n, currency);

/** The only way from an exact number to money. Half away from zero, so a credit mirrors its invoice. */
export function roundToMoney(amount: Decimal, currency: CurrencyCode): Money {
  return money(
    BigInt(amount.round(minorDigits(currency)).toFixed(minorDigits(currency)).replace(".", "")),
    currency,
  );
}

/** The exact decimal that a money amount stands for. */
export const toDecimal = (amount: Money): Decimal => decimal(formatAmount(amount));

/** Sums amounts of one currency; mixing currencies is a bug and throws. */
export function add(first: Money, ...rest: readonly Money[]): Money {
  return rest.reduce((sum, next) => {
    if (sum.currency !== next.currency) {
      throw new Error(`cannot add ${next.currency} to ${sum.currency}`);
    }
    return money(sum.minor + next.minor, sum.currency);
  }, first);
}

const negate = (amount: Money): Money => money(-amount.minor, amount.currency);
export const subtract = (from: Money, amount: Money): Money => add(from, negate(amount));
export const isZero = (amount: Money): boolean => amount.minor === 0n;

/** Decimal text with the currency's own number of digits: "12.50" EUR, "1250" JPY, "1.250" KWD. */
export function formatAmount({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const sign = minor < 0n ? "-" : "";
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Reads what `formatAmount` wrote; more digits than the currency has are a bug and throw. */
export function parseAmount(text: string, currency: CurrencyCode): Money {
  const exact = decimal(text);
  const amount = roundToMoney(exact, currency);
  if (!toDecimal(amount).eq(exact)) throw new Error(`${text} is not a whole amount of ${currency}`);
  return amount;
}
