import type { PlanUse } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { planWords } from "../wording/plan.ts";
import { UsageBar } from "./usage-bar.tsx";

const words = planWords.usage;

/** How much of the month is used, and what happens at its end. */
export function UsageCard({ use }: { readonly use: PlanUse }) {
  const { date, money } = useFormat();
  const { extra, resetsOn } = use;
  return (
    <SectionCard title={words.title}>
      <UsageBar {...use} />
      <p className="docket-quiet">
        {extra === null ? words.waits : words.charged(money(extra.priceUsd, "USD"), extra.count)}
      </p>
      <p className="docket-quiet">{words.resets(date(resetsOn))}</p>
    </SectionCard>
  );
}
