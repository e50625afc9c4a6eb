import type { BillingInterval } from "#domain/billing";
import type { PlanOffer, PlanView } from "../api/types.ts";
import { planWords } from "../wording/plan.ts";
import { isFollowing } from "./describe-present.ts";

const words = planWords.offers;

/** What stands under an offer: a button, or why there is none. */
export type OfferAction =
  | { readonly type: "current" | "select" | "cancel" }
  | { readonly type: "note"; readonly text: string };

type Present = Pick<
  PlanView,
  "subscription" | "choiceOpensAt" | "manageUrl" | "canCancel" | "request"
>;

const note = (text: string) => ({ type: "note", text }) as const;

/** `dayOf` writes an instant's day in the merchant's time zone. */
export function offerAction(
  offer: PlanOffer,
  interval: BillingInterval,
  { present, dayOf }: { readonly present: Present; readonly dayOf: (instant: string) => string },
): OfferAction {
  const { planId, isOffered } = offer.plan;
  const { subscription, choiceOpensAt, manageUrl, canCancel, request } = present;
  const endsOn = subscription?.endsAt ? dayOf(subscription.endsAt) : "";
  if (offer[interval] === "current") return { type: "current" };
  if (planId === "free") {
    if (canCancel) return { type: "cancel" };
    return note(endsOn === "" ? "" : words.follows(endsOn));
  }
  if (!isOffered) return note(words.notOffered);
  if (request?.planId === planId && request.interval === interval) {
    return note(words.asked(dayOf(request.requestedAt)));
  }
  if (isFollowing(offer, interval, choiceOpensAt)) return note(words.follows(endsOn));
  if (offer[interval] === "choose") return manageUrl === null ? { type: "select" } : note("");
  return note(choiceOpensAt ? words.opens(dayOf(choiceOpensAt)) : words.opensNever);
}
