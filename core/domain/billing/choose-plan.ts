import { daysAfter, daysBetween } from "#domain/calendar";
import { failed, ok, type Problem, type Result } from "#domain/result";
import type { BillingAccount, BillingChannel } from "./billing-account.ts";
import { planOf, type BillingInterval, type PlanId } from "./plan.ts";
import { isEntitling, stateAt, subscriptionInForce } from "./subscription-state.ts";

export const TRIAL_DAYS = 14;
/** So long before a subscription ends the next one can be chosen. It then starts to cost when the old one has ended. */
const CHOICE_DAYS = 30;

export interface PlanChoice {
  readonly planId: Exclude<PlanId, "free">;
  readonly interval: BillingInterval;
}

export type ChoiceProblem = Problem<"already-on-plan" | "not-offered" | "still-paid">;

/**
 * Whether a plan can be asked for at a channel now, and how many days it must cost nothing: the rest of the trial, or the days
 * that are paid for already, whichever is more. So nobody pays twice for a day, and nobody is without a plan between two.
 */
export function choosePlan(
  account: BillingAccount,
  choice: PlanChoice,
  { channel, now }: { readonly channel: BillingChannel; readonly now: string },
): Result<{ readonly freeDays: number }, ChoiceProblem> {
  const plan = planOf(choice.planId);
  if (!plan.isOffered) {
    const message = `${plan.name} is not offered any more. Choose another plan.`;
    return failed({ code: "not-offered", message });
  }
  const running = account.subscriptions.filter((each) => isEntitling(stateAt(each, now)));
  const [same] = running.filter(
    (each) => each.planId === choice.planId && each.interval === choice.interval,
  );
  if (same !== undefined && same.endsAt === null) {
    return failed({ code: "already-on-plan", message: `You have ${plan.name} already.` });
  }
  const elsewhere = running.find((each) => each.channel !== channel);
  if (elsewhere !== undefined && !canFollow(elsewhere.endsAt, now)) {
    return failed({ code: "still-paid", message: stillPaid(elsewhere.endsAt) });
  }
  // Replacing a subscription that goes on is the provider's to settle: it takes into account what was paid.
  const isReplaced = running.some((each) => each.channel === channel && each.endsAt === null);
  const ends = isReplaced ? [] : running.flatMap(({ endsAt }) => endsAt ?? []);
  const paidDays = Math.max(0, ...ends.map((endsAt) => daysBetween(now, endsAt)));
  return ok({ freeDays: Math.max(paidDays, trialDaysLeft(account, now)) });
}

/** The first day (ISO) on which another channel's plan can be chosen; null: at once; undefined: not while this one goes on. */
export function choiceOpensAt(
  account: BillingAccount,
  channel: BillingChannel,
  now: string,
): string | null | undefined {
  const running = subscriptionInForce(
    { ...account, subscriptions: account.subscriptions.filter((each) => each.channel !== channel) },
    now,
  );
  if (running === undefined || canFollow(running.endsAt, now)) return null;
  return running.endsAt === null ? undefined : daysAfter(running.endsAt, -CHOICE_DAYS);
}

/** Of the days to try a paid plan those that no earlier subscription used, whichever plan and however often it was installed. */
export function trialDaysLeft({ subscriptions }: BillingAccount, now: string): number {
  const used = subscriptions.reduce((days, { channel, startedAt, trialEndsAt, cancelledAt }) => {
    // Who paid Docket before has tried it.
    if (channel === "direct") return TRIAL_DAYS;
    if (trialEndsAt === null) return TRIAL_DAYS;
    const stoppedAt = [now, trialEndsAt, cancelledAt ?? trialEndsAt].toSorted()[0] ?? now;
    return days + daysBetween(startedAt, stoppedAt);
  }, 0);
  return Math.max(0, TRIAL_DAYS - used);
}

const canFollow = (endsAt: string | null, now: string): boolean =>
  endsAt !== null && daysBetween(now, endsAt) <= CHOICE_DAYS;

const stillPaid = (endsAt: string | null): string =>
  endsAt === null
    ? "You have a subscription elsewhere that goes on. End it there first; you keep it until its last day."
    : `Your present subscription is paid until ${endsAt.slice(0, 10)}. From ${CHOICE_DAYS} days before it you can choose the next one, which costs nothing until then.`;
