import { BILLING_INTERVALS, type BillingInterval, type Subscription } from "#domain/billing";
import type { BadgeProps } from "@shopify/polaris";
import { planNames, planWords as words } from "../../wording/plan.ts";
import { formatMoney } from "../format.ts";
import type { ShownOffer, ShownPlan } from "./plan-view.ts";

type Present = Pick<ShownPlan, "planName" | "state" | "subscription" | "offers" | "choiceOpensAt">;

interface Described {
  /** Null where a plan just is. */
  readonly badge: { readonly tone: NonNullable<BadgeProps["tone"]>; readonly label: string } | null;
  readonly text: string;
  /** Who sends the bill; "" when nobody does. */
  readonly biller: string;
  /** True when the merchant has something to pay at Shopify. */
  readonly owesShopify: boolean;
}

/** "US$9.00 a month". */
export const priceText = (amountUsd: string, interval: BillingInterval): string =>
  `${formatMoney(amountUsd, "USD")} ${words.present.perInterval[interval]}`;

/** The present plan in the merchant's words. `dayOf` writes an instant's day in his time zone. */
export function describePresent(present: Present, dayOf: (instant: string) => string): Described {
  return {
    badge: badgeOf(present, dayOf),
    text: textOf(present, dayOf),
    biller: billerOf(present, dayOf),
    owesShopify:
      present.state === "frozen" ||
      (present.state === "pastDue" && present.subscription?.channel === "shopify"),
  };
}

function badgeOf({ state, subscription }: Present, dayOf: (instant: string) => string) {
  switch (state) {
    case "none":
    case "cancelled":
      return null;
    case "trial":
      return { tone: "info", label: "Free trial" } as const;
    case "active":
      return { tone: "success", label: "Active" } as const;
    case "pastDue":
      return { tone: "warning", label: "Payment late" } as const;
    case "frozen":
      return { tone: "critical", label: "Paid plan frozen" } as const;
    case "ending": {
      const day = subscription?.endsAt ? ` on ${dayOf(subscription.endsAt)}` : "";
      return { tone: "attention", label: `Ends${day}` } as const;
    }
  }
}

function textOf(present: Present, dayOf: (instant: string) => string): string {
  const { planName, state, subscription } = present;
  switch (state) {
    case "none":
      return "No subscription and no bill. You can stay as long as you like.";
    case "cancelled":
      return "Your last subscription has ended, and nothing is billed. Your documents are all here.";
    case "trial":
      return subscription?.trialEndsAt
        ? `Free until ${dayOf(subscription.trialEndsAt)}, then ${priceOf(subscription)}. Cancel before, and it costs nothing.`
        : "";
    case "active":
      return subscription?.paidUntil
        ? `${priceOf(subscription)}. Paid until ${dayOf(subscription.paidUntil)}, then renewed.`
        : subscription
          ? `${priceOf(subscription)}.`
          : "";
    case "pastDue":
      return subscription?.channel === "shopify"
        ? `Shopify has not been paid yet. You keep ${planName} meanwhile: pay the open bill in Shopify under Settings → Billing.`
        : `The last payment has not arrived. You keep ${planName} meanwhile.`;
    case "frozen":
      return `Shopify has stopped your paid plan because a bill of your shop is open. Until it is paid you are on ${planName}. Pay it in Shopify under Settings → Billing, and your plan is back.`;
    case "ending": {
      const next = followingPlan(present);
      if (next !== undefined) return `After that you are on ${next}.`;
      // Who bills says it all.
      return subscription?.channel === "direct"
        ? ""
        : `After that you are on ${planNames.free}, unless you choose a plan below. Nothing is deleted.`;
    }
  }
}

/** Whether an offer was chosen already and follows what ends: nothing else keeps it from being chosen now. */
export const isFollowing = (
  { plan, ...states }: ShownOffer,
  interval: BillingInterval,
  choiceOpensAt: ShownPlan["choiceOpensAt"],
): boolean => plan.isOffered && states[interval] === "later" && choiceOpensAt === null;

/** The name of the plan that was chosen already and follows the present one. */
export const followingPlan = ({
  offers,
  choiceOpensAt,
}: Pick<Present, "offers" | "choiceOpensAt">): string | undefined =>
  offers.find((offer) =>
    BILLING_INTERVALS.some((interval) => isFollowing(offer, interval, choiceOpensAt)),
  )?.plan.name;

function billerOf(present: Present, dayOf: (instant: string) => string): string {
  const { subscription } = present;
  if (subscription === null) return "";
  const { channel, endsAt } = subscription;
  if (channel === "shopify" && endsAt !== null) return words.biller.shopifyEnding;
  if (channel !== "direct") return words.biller[channel];
  if (endsAt === null) return words.biller.direct;
  const isSettled = followingPlan(present) !== undefined;
  return words.biller[isSettled ? "directThen" : "directUntil"](dayOf(endsAt));
}

const priceOf = ({ priceUsd, interval }: Subscription): string => priceText(priceUsd, interval);
