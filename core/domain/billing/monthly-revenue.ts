import { decimal, decimalText, sumOf } from "#domain/money";
import type { BillingAccount } from "./billing-account.ts";
import { stateAt } from "./subscription-state.ts";

const MONTHS = decimal("12");

/**
 * What a merchant's subscriptions bring in a month: exact decimal text in US dollars, a twelfth of a yearly price. Trials, what
 * will not be renewed and test charges bring nothing.
 */
export function monthlyRevenueUsd({ subscriptions }: BillingAccount, now: string): string {
  const prices = subscriptions
    .filter((each) => !each.isTest && ["active", "pastDue"].includes(stateAt(each, now)))
    .map(({ interval, priceUsd }) =>
      interval === "yearly" ? decimal(priceUsd).div(MONTHS) : decimal(priceUsd),
    );
  return decimalText(sumOf(prices));
}
