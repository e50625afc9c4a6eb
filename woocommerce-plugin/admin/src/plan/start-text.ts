import type { PlanView } from "../api/types.ts";
import { planWords } from "../wording/plan.ts";

const words = planWords.offers;

/** When a plan that is chosen now begins to cost: "Costs nothing until 12 Nov 2026, then US$9.00 a month"; "" when at once. */
export function startText(
  { trialDays, subscription }: Pick<PlanView, "trialDays" | "subscription">,
  price: string,
  dayOf: (instant: string) => string,
): string {
  const endsAt = subscription?.endsAt;
  if (endsAt) return words.paidUntil(dayOf(endsAt), price);
  return trialDays > 0 ? words.trial(trialDays, price) : "";
}
