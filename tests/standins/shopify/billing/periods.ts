import { instant } from "../options.ts";
import type { Subscription } from "./billing-types.ts";
import { recurringOf, usageOf } from "./pricing-of.ts";

const DAY_MILLISECONDS = 86_400_000;
/** A subscription that nobody approved ends after two days. */
export const PENDING_DAYS = 2;

export function daysAfter(from: string, days: number): string {
  return instant(new Date(Date.parse(from) + days * DAY_MILLISECONDS));
}

export function isOver(at: string | null, now: Date): boolean {
  return at !== null && Date.parse(at) <= now.getTime();
}

/** The trial comes first and counts as a period of its own; without one the first paid period begins at once. */
export function begin(subscription: Subscription, at: string): void {
  subscription.status = "ACTIVE";
  subscription.activatedAt = at;
  subscription.startsAt = null;
  const days = subscription.trialDays > 0 ? subscription.trialDays : periodDays(subscription);
  setPeriod(subscription, at, daysAfter(at, days));
}

/** The next period: what was used is billed, and the balance begins at nothing. */
export function renew(subscription: Subscription): void {
  const { periodEnd } = subscription;
  if (periodEnd === null) return;
  setPeriod(subscription, periodEnd, daysAfter(periodEnd, periodDays(subscription)));
  const usage = usageOf(subscription);
  if (usage !== undefined)
    usage.balanceUsed = { amount: "0.0", currencyCode: usage.cappedAmount.currencyCode };
}

/** For good. `currentPeriodEnd` is null from here on. */
export function finish(
  subscription: Subscription,
  status: "CANCELLED" | "DECLINED" | "EXPIRED",
  at: string,
): void {
  subscription.status = status;
  subscription.endedAt = at;
  subscription.startsAt = null;
  subscription.pendingCap = null;
}

export function isInTrial(subscription: Subscription, now: Date): boolean {
  const { activatedAt, trialDays } = subscription;
  return activatedAt !== null && !isOver(daysAfter(activatedAt, trialDays), now);
}

/** As if all of it had happened so many days earlier. */
export function age(subscription: Subscription, days: number): void {
  const earlier = (at: string | null) => (at === null ? null : daysAfter(at, -days));
  subscription.createdAt = daysAfter(subscription.createdAt, -days);
  subscription.activatedAt = earlier(subscription.activatedAt);
  subscription.startsAt = earlier(subscription.startsAt);
  subscription.periodStart = earlier(subscription.periodStart);
  subscription.periodEnd = earlier(subscription.periodEnd);
  subscription.endedAt = earlier(subscription.endedAt);
}

function periodDays(subscription: Subscription): number {
  return recurringOf(subscription)?.interval === "ANNUAL" ? 365 : 30;
}

function setPeriod(subscription: Subscription, start: string, end: string): void {
  subscription.periodStart = start;
  subscription.periodEnd = end;
}
