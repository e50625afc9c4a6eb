import { daysAfter } from "#domain/calendar";
import type { BillingAccount, Subscription } from "./billing-account.ts";
import { planRank } from "./plan.ts";

/**
 * `none`: nothing was ever subscribed. `ending`: what was paid for runs on to its end, and then nothing follows. `pastDue`: the
 * provider waits for its money. `frozen`: the provider has stopped it, as Shopify does with a shop that pays its bill late.
 */
export type SubscriptionState =
  "none" | "trial" | "active" | "pastDue" | "frozen" | "ending" | "cancelled";

/** A renewal takes its provider and us this long to notice. */
const RENEWAL_DAYS = 3;
/** So long a plan goes on that is not paid for. */
const GRACE_DAYS = 14;

/** The state of a subscription at an instant (ISO): a function of what was last reported and the time, and of nothing else. */
export function stateAt(subscription: Subscription, now: string): SubscriptionState {
  const { status, trialEndsAt, paidUntil, endsAt } = subscription;
  if (endsAt !== null && endsAt <= now) return "cancelled";
  if (status === "cancelled") return endsAt === null ? "cancelled" : "ending";
  if (status === "frozen") return "frozen";
  if (paidUntil !== null && daysAfter(paidUntil, GRACE_DAYS) <= now) return "cancelled";
  if (status === "pastDue") return "pastDue";
  if (endsAt !== null) return "ending";
  if (trialEndsAt !== null && now < trialEndsAt) return "trial";
  if (paidUntil !== null && daysAfter(paidUntil, RENEWAL_DAYS) <= now) return "pastDue";
  return "active";
}

const ENTITLING: readonly SubscriptionState[] = ["trial", "active", "pastDue", "ending"];

/** Whether the merchant may use the plan of a subscription in this state. */
export const isEntitling = (state: SubscriptionState): boolean => ENTITLING.includes(state);

/**
 * The subscription that counts: the highest plan of those that entitle, of equal ones that which is paid and goes on longest.
 * Undefined on the free plan, which entitles everybody.
 */
export function subscriptionInForce(
  { subscriptions }: BillingAccount,
  now: string,
): Subscription | undefined {
  return subscriptions
    .filter((each) => each.planId !== "free" && isEntitling(stateAt(each, now)))
    .toSorted(
      (a, b) =>
        planRank(b.planId) - planRank(a.planId) ||
        Number(isPastDue(a, now)) - Number(isPastDue(b, now)) ||
        lastInstant(b).localeCompare(lastInstant(a)),
    )[0];
}

/** The state that a page shows: of what counts, else of the newest that can still come back, else of the newest. */
export function accountStateAt(account: BillingAccount, now: string): SubscriptionState {
  const inForce = subscriptionInForce(account, now);
  if (inForce !== undefined) return stateAt(inForce, now);
  const states = account.subscriptions
    .filter(({ planId }) => planId !== "free")
    .map((each) => stateAt(each, now));
  return states.findLast((state) => state !== "cancelled") ?? states.at(-1) ?? "none";
}

const isPastDue = (subscription: Subscription, now: string): boolean =>
  stateAt(subscription, now) === "pastDue";

/** Subscriptions without an end come after all others. */
const lastInstant = ({ endsAt }: Subscription): string => endsAt ?? "9999";
