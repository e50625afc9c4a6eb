import type { DocumentStats } from "#domain/workflows";
import type { ReactNode } from "react";
import { useFormat } from "../frame/format-context.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { homeWords } from "../wording/home.ts";

const words = homeWords.month;

type MonthCardProps = Pick<
  DocumentStats,
  "issuedThisMonth" | "sentThisMonth" | "invoicedThisMonth"
>;

export function MonthCard({ issuedThisMonth, sentThisMonth, invoicedThisMonth }: MonthCardProps) {
  const { money } = useFormat();
  const invoiced = invoicedThisMonth.map(({ currency, total }) => money(total, currency));
  return (
    <SectionCard title={words.title}>
      <dl className="docket-tiles docket-figures">
        <Figure label={words.issued}>{issuedThisMonth}</Figure>
        <Figure label={words.sent}>{sentThisMonth}</Figure>
        <Figure label={words.invoiced}>{invoiced.join(" + ") || words.nothingInvoiced}</Figure>
      </dl>
    </SectionCard>
  );
}

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt className="docket-quiet">{label}</dt>
    <dd className="docket-figure">{children}</dd>
  </div>
);
