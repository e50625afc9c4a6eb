import { formatDecimal, parseMinor } from "../orders/money.ts";
import type { Price } from "./billing-types.ts";

/** Cents, or whole yen. */
export function minorOf({ amount, currencyCode }: Price): bigint {
  return parseMinor(amount, currencyCode);
}

export function priceOf(minor: bigint, currencyCode: string): Price {
  return { amount: formatDecimal(minor, currencyCode), currencyCode };
}

/** As the Admin API writes it, however the app wrote it. */
export function trimmed(price: Price): Price {
  return priceOf(minorOf(price), price.currencyCode);
}
