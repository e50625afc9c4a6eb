import type { PlanUse } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { planWords } from "../wording/plan.ts";
import { UsageBar } from "./usage-bar.tsx";

const words = planWords.usage;

/** How much of the month is used, and what happens at its end. */
export function UsageCard({ use }: { readonly use: PlanUse }) {
  const { date } = useFormat();
  return (
    <SectionCard title={words.title}>
      <UsageBar {...use} />
      <p className="docket-quiet">{words.waits}</p>
      <p className="docket-quiet">{words.resets(date(use.resetsOn))}</p>
    </SectionCard>
  );
}
