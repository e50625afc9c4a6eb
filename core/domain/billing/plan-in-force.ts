import { decimal } from "#domain/money";
import type { BillingAccount, Subscription } from "./billing-account.ts";
import { planOf, type Plan } from "./plan.ts";
import {
  accountStateAt,
  subscriptionInForce,
  type SubscriptionState,
} from "./subscription-state.ts";

/** How many documents a merchant may issue in a month. */
export interface Allowance {
  /** For the plan's price. */
  readonly included: number;
  /** Above that, each for `priceUsd` (decimal text); null where documents wait. */
  readonly extra: { readonly count: number; readonly priceUsd: string } | null;
}

/** What counts for a merchant at one instant. */
export interface PlanInForce {
  readonly plan: Plan;
  readonly state: SubscriptionState;
  /** Undefined on the free plan. */
  readonly subscription: Subscription | undefined;
  readonly allowance: Allowance;
}

/** `now` is an ISO instant, UTC. */
export function planInForce(account: BillingAccount, now: string): PlanInForce {
  const subscription = subscriptionInForce(account, now);
  const plan = planOf(subscription?.planId ?? "free");
  return {
    plan,
    state: accountStateAt(account, now),
    subscription,
    allowance: {
      included: plan.entitlements.documentsPerMonth,
      extra: extraOf(account, { plan, subscription, now }),
    },
  };
}

/** The cap that counts for usage: the merchant's own, at most what the provider has the merchant's word for. "0.00": none. */
export function usageCapUsd(
  { usageCapUsd: own }: BillingAccount,
  subscription: Subscription | undefined,
): string {
  const cap = subscription?.usage?.capUsd ?? "0.00";
  return own !== null && decimal(own).lt(decimal(cap)) ? own : cap;
}

function extraOf(
  account: BillingAccount,
  {
    plan,
    subscription,
    now,
  }: { readonly plan: Plan; readonly subscription: Subscription | undefined; readonly now: string },
): Allowance["extra"] {
  const { usageStoppedUntil } = account;
  const isStopped = usageStoppedUntil !== null && now < usageStoppedUntil;
  // A provider charges nothing on a subscription that is ending or over.
  if (plan.extraDocumentUsd === null || subscription?.status !== "active" || isStopped) return null;
  const cap = decimal(usageCapUsd(account, subscription));
  const count = Number(cap.div(decimal(plan.extraDocumentUsd)).round(0, 0).toFixed());
  return count === 0 ? null : { count, priceUsd: plan.extraDocumentUsd };
}
