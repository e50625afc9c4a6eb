import type { ShopState } from "../shop-state.ts";
import type { Interval, PricingPlan, SubscriptionInput } from "./billing-types.ts";
import { daysAfter } from "./periods.ts";

const TRIAL_MEMORY_DAYS = 180;
const DAY_MILLISECONDS = 86_400_000;

export function intervalsOf(plan: PricingPlan): readonly Interval[] {
  const intervals: Interval[] = [];
  if (plan.monthly !== undefined || plan.yearly === undefined) intervals.push("EVERY_30_DAYS");
  if (plan.yearly !== undefined) intervals.push("ANNUAL");
  return intervals;
}

export function priceAt(plan: PricingPlan, interval: Interval): string {
  return (interval === "ANNUAL" ? plan.yearly : plan.monthly) ?? "0.00";
}

export function isFree(plan: PricingPlan): boolean {
  return plan.monthly === undefined && plan.yearly === undefined;
}

/** What Shopify asks of the merchant for a plan. Development stores get it as a test, by itself. */
export function planInput(
  plan: PricingPlan,
  choice: { readonly interval: Interval; readonly test: boolean; readonly appUrl: string },
): SubscriptionInput {
  const price = { amount: priceAt(plan, choice.interval), currencyCode: "USD" };
  return {
    name: plan.name,
    returnUrl: `${choice.appUrl}${plan.welcomeLink ?? "/app"}`,
    test: choice.test,
    trialDays: plan.trialDays,
    // "Downgrading to a free plan is deferred until the end of the paid cycle."
    replacementBehavior: isFree(plan) ? "APPLY_ON_NEXT_BILLING_CYCLE" : "STANDARD",
    lineItems: [{ plan: { appRecurringPricingDetails: { price, interval: choice.interval } } }],
  };
}

/** Trial days that are left when those of the last 180 days are taken off, reinstalled or not. */
export function trialDaysLeft(shop: ShopState, days: number, now: Date): number {
  const since = now.getTime() - TRIAL_MEMORY_DAYS * DAY_MILLISECONDS;
  const used = shop.subscriptions.map(({ activatedAt, trialDays, endedAt }) => {
    if (activatedAt === null || Date.parse(activatedAt) < since) return 0;
    const trialEnd = Date.parse(daysAfter(activatedAt, trialDays));
    const end = Math.min(trialEnd, endedAt === null ? now.getTime() : Date.parse(endedAt));
    return Math.ceil((end - Date.parse(activatedAt)) / DAY_MILLISECONDS);
  });
  return Math.max(0, days - used.reduce((sum, each) => sum + each, 0));
}
