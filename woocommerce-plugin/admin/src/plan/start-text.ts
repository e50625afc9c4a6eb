import type { PlanView } from "../api/types.ts";
import { planWords } from "../wording/plan.ts";

/** When a plan that is chosen now begins to cost: "Costs nothing until 12 Nov 2026, then US$9.00 a month"; "" when at once. */
export function startText(
  { subscription }: Pick<PlanView, "subscription">,
  price: string,
  dayOf: (instant: string) => string,
): string {
  const endsAt = subscription?.endsAt;
  return endsAt ? planWords.offers.paidUntil(dayOf(endsAt), price) : "";
}
