import type { Interval, Price } from "../billing/billing-types.ts";
import { minorOf } from "../billing/price.ts";
import { formatFixed } from "../orders/money.ts";

/** "USD 19.00". */
export function priceText(price: Price): string {
  return `${price.currencyCode} ${formatFixed(minorOf(price), price.currencyCode)}`;
}

export function intervalText(interval: Interval): string {
  return interval === "ANNUAL" ? "Every year" : "Every 30 days";
}

/** "12 December 2026". */
export function dayText(at: string): string {
  return new Date(at).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
