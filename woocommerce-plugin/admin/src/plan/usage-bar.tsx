import { usageLevel } from "#domain/billing";
import { useId } from "@wordpress/element";
import type { PlanUse } from "../api/types.ts";
import { Badge } from "../parts/badge.tsx";
import { planWords } from "../wording/plan.ts";

const words = planWords.usage;

/** The month's documents as a bar, and the same in words. */
export function UsageBar({ issued, included }: Pick<PlanUse, "issued" | "included">) {
  const id = useId();
  const { percent, level } = usageLevel({ issued, included });
  return (
    <div className="docket-entry">
      <div className="docket-line">
        <span id={id}>{words.ofIncluded(issued, included)}</span>
        {level === "near" && <Badge tone="warning">{words.percent(percent)}</Badge>}
        {level === "full" && <Badge tone="error">{words.full}</Badge>}
      </div>
      <progress
        className={`docket-progress is-${level}`}
        max={included}
        value={Math.min(issued, included)}
        aria-labelledby={id}
      />
    </div>
  );
}
