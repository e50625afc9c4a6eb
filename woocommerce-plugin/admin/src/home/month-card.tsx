import type { DocumentStats } from "#domain/workflows";
import type { ReactNode } from "react";
import type { PlanUse } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { SectionCard } from "../parts/section-card.tsx";
import { homeWords } from "../wording/home.ts";
import { planWords } from "../wording/plan.ts";

const words = homeWords.month;

interface MonthCardProps extends Pick<
  DocumentStats,
  "issuedThisMonth" | "sentThisMonth" | "invoicedThisMonth"
> {
  readonly use: PlanUse;
}

export function MonthCard({ use, ...stats }: MonthCardProps) {
  const { money } = useFormat();
  const invoiced = stats.invoicedThisMonth.map(({ currency, total }) => money(total, currency));
  return (
    <SectionCard title={words.title}>
      <dl className="docket-tiles docket-figures">
        <Figure label={words.issued}>{stats.issuedThisMonth}</Figure>
        <Figure label={words.sent}>{stats.sentThisMonth}</Figure>
        <Figure label={words.invoiced}>{invoiced.join(" + ") || words.nothingInvoiced}</Figure>
      </dl>
      <p className="docket-line">
        <span className="docket-quiet">
          {planWords.home.used(use.issued, use.included, use.planName)}
        </span>
        <Link to={places.plan()}>{planWords.see}</Link>
      </p>
    </SectionCard>
  );
}

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt className="docket-quiet">{label}</dt>
    <dd className="docket-figure">{children}</dd>
  </div>
);
