import type { RecurringPricing, Subscription, UsagePricing } from "./billing-types.ts";
import { minorOf } from "./price.ts";
import { recurringOf, usageOf } from "./pricing-of.ts";

/** Whether the next subscription waits for the end of the present period: the rules of AppSubscriptionReplacementBehavior. */
export function isDeferred(present: Subscription, next: Subscription): boolean {
  if (currencyOf(present) !== currencyOf(next)) return false;
  if (next.replacementBehavior === "APPLY_ON_NEXT_BILLING_CYCLE") return true;
  if (next.replacementBehavior === "APPLY_IMMEDIATELY") return false;
  const [before, after] = [recurringOf(present), recurringOf(next)];
  if (before?.interval !== "ANNUAL" || after === undefined) return false;
  // STANDARD, 1) and 2). 3) is about discounts, which this stand-in does not play.
  return after.interval === "EVERY_30_DAYS" || minorOf(after.price) < minorOf(before.price);
}

function currencyOf(subscription: Subscription): string | undefined {
  const pricing: RecurringPricing | UsagePricing | undefined =
    recurringOf(subscription) ?? usageOf(subscription);
  if (pricing === undefined) return undefined;
  return "price" in pricing ? pricing.price.currencyCode : pricing.cappedAmount.currencyCode;
}
