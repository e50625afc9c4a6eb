import { WARNED_PERCENTS } from "#domain/billing";
import type { PlanUse } from "../api/types.ts";

const [NEAR_PERCENT, FULL_PERCENT] = WARNED_PERCENTS;

/** How full the month is: in whole percent of what the plan includes, and whether the merchant is told. */
export function usageLevel({ issued, included }: Pick<PlanUse, "issued" | "included">): {
  readonly percent: number;
  readonly level: "calm" | "near" | "full";
} {
  const percent = included === 0 ? FULL_PERCENT : Math.floor((issued * 100) / included);
  // As `percentsPassed` counts them: from the document on that reaches the share.
  if (issued >= included) return { percent, level: "full" };
  const isNear = issued >= Math.ceil((included * NEAR_PERCENT) / 100);
  return { percent, level: isNear ? "near" : "calm" };
}
