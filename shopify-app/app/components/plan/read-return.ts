import type { PlanChoice } from "#domain/billing";
import type { ShownPlan } from "./plan-view.ts";

/** What a merchant who comes back from Shopify had asked for. It says what to tell, and never what he has. */
export interface Returned {
  readonly asked: PlanChoice;
  /** Shopify adds it to the address when the merchant approved; so can anyone. */
  readonly hasChargeId: boolean;
}

export type ReturnOutcome = "changed" | "notApproved" | "perhapsLater" | "unknown";

/** What became of the wish, by what the provider says now. */
export function readReturn(
  { asked, hasChargeId }: Returned,
  { planId, subscription, problem }: Pick<ShownPlan, "planId" | "subscription" | "problem">,
): ReturnOutcome {
  if (problem !== "") return "unknown";
  const has = planId === asked.planId && subscription?.interval === asked.interval;
  if (has && subscription.endsAt === null) return "changed";
  return hasChargeId ? "perhapsLater" : "notApproved";
}
