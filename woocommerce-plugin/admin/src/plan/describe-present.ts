import {
  BILLING_INTERVALS,
  type BillingInterval,
  type SubscriptionState,
  type Subscription,
} from "#domain/billing";
import type { PlanOffer, PlanView } from "../api/types.ts";
import type { Format } from "../frame/format-context.tsx";
import type { Tone } from "../parts/badge.tsx";
import { planWords as words } from "../wording/plan.ts";

type Present = Pick<PlanView, "planName" | "state" | "subscription" | "offers" | "choiceOpensAt">;
type Writing = Pick<Format, "money" | "day">;

interface Described {
  /** Null where a plan just is. */
  readonly badge: { readonly tone: Tone; readonly label: string } | null;
  readonly text: string;
  /** Who sends the bill; "" when nobody does. */
  readonly biller: string;
}

/** "US$9.00 a month". */
export const priceText = (
  amountUsd: string,
  interval: BillingInterval,
  { money }: Pick<Writing, "money">,
): string => words.perInterval[interval](money(amountUsd, "USD"));

/** The present plan in the merchant's words. */
export const describePresent = (present: Present, writing: Writing): Described => ({
  badge: badgeOf(present, writing),
  text: textOf(present, writing),
  biller: billerOf(present, writing),
});

const TONES = {
  trial: "info",
  active: "success",
  pastDue: "warning",
  frozen: "error",
  ending: "warning",
} as const satisfies Partial<Record<SubscriptionState, Tone>>;

function badgeOf({ state, subscription }: Present, { day }: Writing): Described["badge"] {
  if (state === "none" || state === "cancelled") return null;
  const endsAt = state === "ending" ? subscription?.endsAt : null;
  const label = endsAt ? words.badges.endingOn(day(endsAt)) : words.badges[state];
  return { tone: TONES[state], label };
}

function textOf(present: Present, writing: Writing): string {
  const { planName, state, subscription } = present;
  const { states } = words;
  switch (state) {
    case "none":
      return states.none;
    case "cancelled":
      return states.cancelled;
    case "trial":
      return subscription?.trialEndsAt
        ? states.trial(writing.day(subscription.trialEndsAt), priceOf(subscription, writing))
        : "";
    case "active":
      return subscription === null ? "" : activeText(subscription, writing);
    case "pastDue": {
      const isMarket = subscription?.channel === "wordpress";
      return states.pastDue[isMarket ? "marketplace" : "other"](planName);
    }
    case "frozen":
      return states.frozen(planName);
    case "ending":
      return followingPlan(present) === undefined ? states.ending : "";
  }
}

/** What the marketplace takes only the marketplace knows. */
function activeText(subscription: Subscription, writing: Writing): string {
  const { channel, paidUntil } = subscription;
  const price = channel === "wordpress" ? "" : `${priceOf(subscription, writing)}.`;
  const renewed = paidUntil === null ? "" : words.states.renewed(writing.day(paidUntil));
  return [price, renewed].filter(Boolean).join(" ");
}

function billerOf({ subscription }: Present, { day }: Writing): string {
  if (subscription === null) return "";
  const { channel, endsAt } = subscription;
  return channel === "direct" && endsAt !== null
    ? words.directUntil(day(endsAt))
    : words.biller[channel];
}

/** Whether an offer was chosen already and follows what ends: nothing else keeps it from being chosen now. */
export const isFollowing = (
  { plan, ...states }: PlanOffer,
  interval: BillingInterval,
  choiceOpensAt: PlanView["choiceOpensAt"],
): boolean => plan.isOffered && states[interval] === "later" && choiceOpensAt === null;

const followingPlan = ({ offers, choiceOpensAt }: Present): PlanOffer | undefined =>
  offers.find((offer) =>
    BILLING_INTERVALS.some((interval) => isFollowing(offer, interval, choiceOpensAt)),
  );

const priceOf = ({ priceUsd, interval }: Subscription, writing: Writing): string =>
  priceText(priceUsd, interval, writing);
