import { planWords } from "../../wording/plan.ts";
import { followingPlan } from "./describe-present.ts";
import type { ShownPlan } from "./plan-view.ts";

const words = planWords.offers;

/** When a plan that is chosen now begins to cost: "14 days free, then US$9.00 a month"; "" where only Shopify can say. */
export function startText(
  present: Pick<ShownPlan, "trialDays" | "subscription" | "offers" | "choiceOpensAt">,
  price: string,
  dayOf: (instant: string) => string,
): string {
  const { trialDays, subscription } = present;
  if (followingPlan(present) !== undefined) return "";
  const endsAt = subscription?.endsAt;
  if (endsAt) return words.paidUntil(dayOf(endsAt), price);
  return trialDays > 0 ? words.trial(trialDays, price) : "";
}
