import { divideRounded } from "../orders/money.ts";
import type { Price, Subscription } from "./billing-types.ts";
import { isInTrial } from "./periods.ts";
import { minorOf, priceOf } from "./price.ts";
import { recurringOf } from "./pricing-of.ts";

/**
 * What a merchant gets back of a period that is paid and not used up: `price × time left / period`. With the price
 * that follows at the same interval, `(old − new) × time left / period`. undefined when there is nothing to give back.
 */
export function unusedPart(
  subscription: Subscription,
  at: { readonly now: Date; readonly next?: Subscription },
): Price | undefined {
  const paid = recurringOf(subscription);
  const { periodStart, periodEnd } = subscription;
  if (paid === undefined || periodStart === null || periodEnd === null) return undefined;
  if (isInTrial(subscription, at.now)) return undefined;
  const [start, end] = [Date.parse(periodStart), Date.parse(periodEnd)];
  const left = Math.max(0, end - Math.max(start, at.now.getTime()));
  const follows = at.next === undefined ? undefined : recurringOf(at.next);
  const stays = follows?.interval === paid.interval ? minorOf(follows.price) : 0n;
  const unused = divideRounded((minorOf(paid.price) - stays) * BigInt(left), BigInt(end - start));
  return unused > 0n ? priceOf(unused, paid.price.currencyCode) : undefined;
}
