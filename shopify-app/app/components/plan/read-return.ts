import type { PlanChoice } from "#domain/billing";
import { isFollowing } from "./describe-present.ts";
import type { ShownPlan } from "./plan-view.ts";

/** What a merchant who comes back from Shopify had asked for. It says what to tell, and never what he has. */
export interface Returned {
  readonly asked: PlanChoice;
  /** Shopify adds it to the address when the merchant approved; so can anyone. */
  readonly hasChargeId: boolean;
}

export type ReturnOutcome = "changed" | "follows" | "notApproved" | "perhapsLater" | "unknown";

/** What became of the wish, by what the provider says now. */
export function readReturn(
  { asked, hasChargeId }: Returned,
  view: Pick<ShownPlan, "planId" | "subscription" | "problem" | "offers" | "choiceOpensAt">,
): ReturnOutcome {
  const { planId, subscription, problem, offers, choiceOpensAt } = view;
  if (problem !== "") return "unknown";
  const has = planId === asked.planId && subscription?.interval === asked.interval;
  if (has && subscription.endsAt === null) return "changed";
  const offer = offers.find(({ plan }) => plan.planId === asked.planId);
  if (offer && isFollowing(offer, asked.interval, choiceOpensAt)) return "follows";
  // Shopify lets a smaller plan wait for the end of a year that is paid for, and does not tell of it before.
  return hasChargeId && subscription !== null ? "perhapsLater" : "notApproved";
}
