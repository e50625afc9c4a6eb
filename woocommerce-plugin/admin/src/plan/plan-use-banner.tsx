import { usageLevel } from "#domain/billing";
import type { PlanUse } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { planWords } from "../wording/plan.ts";

const words = planWords.home;

/** Warns when the month's documents are nearly used, and when they are. */
export function PlanUseBanner({ use }: { readonly use: PlanUse }) {
  const { date } = useFormat();
  const { level } = usageLevel(use);
  if (level === "calm") return null;
  const { issued, included, planName } = use;
  const title = level === "full" ? words.full(included, planName) : words.near(issued, included);
  return (
    <Banner status="warning" title={title}>
      <p>{words.waits(date(use.resetsOn))}</p>
      <p>
        <LinkButton to={places.plan()}>{planWords.see}</LinkButton>
      </p>
    </Banner>
  );
}
