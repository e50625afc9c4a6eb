import { DAY_MILLISECONDS, daysAfter, daysBetween, millisecondsBetween } from "#domain/calendar";
import { decimal } from "#domain/money";
import { failed, ok, type Problem, type Result } from "#domain/result";
import type { BillingAccount, BillingChannel, Subscription } from "./billing-account.ts";
import { planOf, planRank, type BillingInterval, type Plan, type PlanId } from "./plan.ts";
import { isEntitling, stateAt } from "./subscription-state.ts";

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
  const running = runningAt(account, now);
  const isSame = running.some(
    (each) =>
      each.planId === choice.planId && each.interval === choice.interval && each.endsAt === null,
  );
  if (isSame) {
    return failed({ code: "already-on-plan", message: `You have ${plan.name} already.` });
  }
  const elsewhere = lastElsewhere(account, channel, now);
  if (elsewhere !== undefined && !canFollow(elsewhere.endsAt, now)) {
    return failed({ code: "still-paid", message: stillPaid(elsewhere.endsAt) });
  }
  // One that goes on is replaced, and its provider takes into account what was paid for it. One that ends is paid to its end,
  // but for a trial that runs out: its days are counted once.
  const paidDays = running.flatMap((each) =>
    each.endsAt === null || each.endsAt <= (each.trialEndsAt ?? "")
      ? []
      : daysWorth(each, { plan, account, channel, daysLeft: daysBetween(now, each.endsAt) }),
  );
  return ok({ freeDays: Math.max(trialDaysLeft(account, now), ...paidDays) });
}

/** From when on (an instant) another channel's plan can be chosen; null: at once; undefined: not while this one goes on. */
export function choiceOpensAt(
  account: BillingAccount,
  channel: BillingChannel,
  now: string,
): string | null | undefined {
  const elsewhere = lastElsewhere(account, channel, now);
  if (elsewhere === undefined || canFollow(elsewhere.endsAt, now)) return null;
  return elsewhere.endsAt === null ? undefined : daysAfter(elsewhere.endsAt, -CHOICE_DAYS);
}

/**
 * Of the days to try a paid plan those that no earlier subscription used up, whichever plan and however often it was installed. Time
 * in which two of them ran counts once; one that was cancelled and ran on was used until it ended.
 */
export function trialDaysLeft({ subscriptions }: BillingAccount, now: string): number {
  let used = 0;
  let countedTo = "";
  for (const { planId, channel, startedAt, trialEndsAt, endsAt } of subscriptions) {
    if (planId === "free") continue;
    // Who paid before has tried it.
    if (channel === "direct" || trialEndsAt === null) return 0;
    const from = startedAt > countedTo ? startedAt : countedTo;
    const to = earliest([now, trialEndsAt, endsAt ?? trialEndsAt]);
    used += millisecondsBetween(from, to);
    if (to > countedTo) countedTo = to;
  }
  return Math.max(0, TRIAL_DAYS - Math.floor(used / DAY_MILLISECONDS));
}

/**
 * How many days of a plan are paid for by days that are left of a subscription. Of a higher plan with the same biller they count
 * by their price: a year of a small plan is no year of a large one.
 */
function daysWorth(
  paid: Subscription,
  {
    plan,
    account,
    channel,
    daysLeft,
  }: {
    readonly plan: Plan;
    readonly account: BillingAccount;
    readonly channel: BillingChannel;
    readonly daysLeft: number;
  },
): number {
  const { planId, cancelledAt } = paid;
  const isHigher = planRank(plan.planId) > planRank(planId);
  if (!isHigher || paid.channel !== channel) return daysLeft;
  // They pay for a larger plan once.
  const isSpent = account.subscriptions.some(
    (each) =>
      each.trialEndsAt !== null &&
      planRank(each.planId) > planRank(planId) &&
      each.startedAt >= (cancelledAt ?? paid.startedAt),
  );
  if (isSpent) return 0;
  const worth = decimal(planOf(planId).monthlyPriceUsd)
    .times(decimal(String(daysLeft)))
    .div(decimal(plan.monthlyPriceUsd));
  return Number(worth.round(0).toFixed());
}

const earliest = (instants: readonly [string, ...string[]]): string =>
  instants.reduce((first, each) => (each < first ? each : first));

const runningAt = ({ subscriptions }: BillingAccount, now: string): readonly Subscription[] =>
  subscriptions.filter((each) => each.planId !== "free" && isEntitling(stateAt(each, now)));

/** Of what runs at other channels that which goes on longest. */
function lastElsewhere(account: BillingAccount, channel: BillingChannel, now: string) {
  const elsewhere = runningAt(account, now).filter((each) => each.channel !== channel);
  return (
    elsewhere.find(({ endsAt }) => endsAt === null) ??
    elsewhere.toSorted((a, b) => (b.endsAt ?? "").localeCompare(a.endsAt ?? ""))[0]
  );
}

const canFollow = (endsAt: string | null, now: string): boolean =>
  endsAt !== null && daysBetween(now, endsAt) <= CHOICE_DAYS;

const stillPaid = (endsAt: string | null): string =>
  endsAt === null
    ? "You have a subscription elsewhere that goes on. End it there first; you keep it until its last day."
    : `Your present subscription is paid until ${endsAt.slice(0, 10)}. From ${CHOICE_DAYS} days before it you can choose the next one, which costs nothing until then.`;
