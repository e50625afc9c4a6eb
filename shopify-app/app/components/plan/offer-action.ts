import type { BillingInterval } from "#domain/billing";
import { planWords } from "../../wording/plan.ts";
import { followingPlan, isFollowing } from "./describe-present.ts";
import type { ShownOffer, ShownPlan } from "./plan-view.ts";

const words = planWords.offers;

/** What stands under an offer: a button, or why there is none. */
export type OfferAction =
  | { readonly type: "current" | "select" | "cancel" }
  | { readonly type: "note"; readonly text: string };

type Present = Pick<
  ShownPlan,
  "subscription" | "offers" | "choiceOpensAt" | "manageUrl" | "canCancel"
>;

/** `dayOf` writes an instant's day in the merchant's time zone. */
export function offerAction(
  offer: ShownOffer,
  interval: BillingInterval,
  { present, dayOf }: { readonly present: Present; readonly dayOf: (instant: string) => string },
): OfferAction {
  const { planId, isOffered } = offer.plan;
  const { subscription, choiceOpensAt, manageUrl, canCancel } = present;
  const endsOn = subscription?.endsAt ? dayOf(subscription.endsAt) : "";
  if (offer[interval] === "current") return { type: "current" };
  if (planId === "free") {
    if (canCancel) return { type: "cancel" };
    return note(endsOn === "" || followingPlan(present) ? "" : words.follows(endsOn));
  }
  if (!isOffered) return note(words.notOffered);
  if (isFollowing(offer, interval, choiceOpensAt)) return note(words.follows(endsOn));
  if (offer[interval] === "choose") return manageUrl === null ? { type: "select" } : note("");
  return note(choiceOpensAt ? words.opens(dayOf(choiceOpensAt)) : words.opensNever);
}

const note = (text: string) => ({ type: "note", text }) as const;
