import { planWords } from "../../wording/plan.ts";
import type { ShownPlan } from "./plan-view.ts";

const words = planWords.offers;

/** When a plan that is chosen now begins to cost: "14 days free, then US$9.00 a month"; "" when at once. */
export function startText(
  { trialDays, subscription }: Pick<ShownPlan, "trialDays" | "subscription">,
  price: string,
  dayOf: (instant: string) => string,
): string {
  const endsAt = subscription?.endsAt;
  if (endsAt) return words.paidUntil(dayOf(endsAt), price);
  return trialDays > 0 ? words.trial(trialDays, price) : "";
}
