import { daysAfter } from "#domain/calendar";
import {
  emptyAccount,
  type BillingAccount,
  type BillingChannel,
  type ReportedSubscription,
} from "./billing-account.ts";
import { reduceBilling, type BillingEvent } from "./reduce-billing.ts";

/** Ten o'clock, so many days after New Year. */
export const day = (days: number): string => daysAfter("2026-01-01T10:00:00.000Z", days);

/** Starter by the month, active, paid until day 30. */
export const aReport = (given: Partial<ReportedSubscription> = {}): ReportedSubscription => ({
  externalId: "s-1",
  planId: "starter",
  interval: "monthly",
  priceUsd: "9.00",
  status: "active",
  startedAt: day(0),
  trialEndsAt: null,
  paidUntil: day(30),
  endsAt: null,
  usage: null,
  isTest: false,
  ...given,
});

/** Starter that costs nothing until day 14. */
export const aTrial = (given: Partial<ReportedSubscription> = {}): ReportedSubscription =>
  aReport({ trialEndsAt: day(14), paidUntil: day(14), ...given });

export const observed = (
  days: number,
  subscriptions: readonly ReportedSubscription[] = [],
  channel: Exclude<BillingChannel, "direct"> = "shopify",
): BillingEvent => ({ type: "observed", channel, at: day(days), subscriptions });

type Grant = Extract<BillingEvent, { type: "granted" }>["grant"];

/** Business by the year, until day 365. */
export const granted = (days: number, given: Partial<Grant> = {}): BillingEvent => ({
  type: "granted",
  at: day(days),
  grant: {
    externalId: "d-1",
    planId: "business",
    interval: "yearly",
    priceUsd: "290.00",
    endsAt: day(365),
    ...given,
  },
});

export const accountAfter = (...events: readonly BillingEvent[]): BillingAccount =>
  events.reduce(reduceBilling, emptyAccount());
