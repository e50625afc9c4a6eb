import { decimal, decimalText, sumOf } from "#domain/money";
import type { BillingAccount, Subscription } from "./billing-account.ts";
import { stateAt } from "./subscription-state.ts";

const MONTHS = decimal("12");

/**
 * What a merchant's subscriptions bring in a month: exact decimal text in US dollars, a twelfth of a yearly price. Trials, what
 * the platform will not renew and test charges bring nothing.
 */
export function monthlyRevenueUsd({ subscriptions }: BillingAccount, now: string): string {
  const prices = subscriptions
    .filter((each) => !each.isTest && isPaying(each, now))
    .map(({ interval, priceUsd }) =>
      interval === "yearly" ? decimal(priceUsd).div(MONTHS) : decimal(priceUsd),
    );
  return decimalText(sumOf(prices));
}

/** A direct one has its end from the beginning, and is paid until then. */
function isPaying(subscription: Subscription, now: string): boolean {
  const state = stateAt(subscription, now);
  if (subscription.channel === "direct") return state === "ending";
  return state === "active" || state === "pastDue";
}
