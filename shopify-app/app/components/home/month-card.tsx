import { BlockStack, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { homeWords } from "../../wording/home.ts";
import { PLAN_URL, planWords } from "../../wording/plan.ts";
import { formatMoney } from "../format.ts";
import type { ShownUse } from "../plan/plan-view.ts";
import { SectionCard } from "../section-card.tsx";

const words = homeWords.month;

interface MonthCardProps {
  readonly issuedThisMonth: number;
  readonly sentThisMonth: number;
  readonly invoicedThisMonth: readonly { readonly currency: string; readonly total: string }[];
  readonly use: ShownUse;
}

export function MonthCard({ use, ...stats }: MonthCardProps) {
  const invoiced = stats.invoicedThisMonth.map(({ currency, total }) =>
    formatMoney(total, currency),
  );
  return (
    <SectionCard title={words.title}>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        <Figure label={words.issued}>{stats.issuedThisMonth}</Figure>
        <Figure label={words.sent}>{stats.sentThisMonth}</Figure>
        <Figure label={words.invoiced}>{invoiced.join(" + ") || words.nothingInvoiced}</Figure>
      </InlineGrid>
      <InlineStack gap="200">
        <Text as="span" tone="subdued">
          {planWords.home.used(use.issued, use.included, use.planName)}
        </Text>
        <Link url={PLAN_URL}>{planWords.see}</Link>
      </InlineStack>
    </SectionCard>
  );
}

const Figure = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <BlockStack gap="050">
    <Text as="p" tone="subdued">
      {label}
    </Text>
    <Text as="p" variant="headingLg">
      {children}
    </Text>
  </BlockStack>
);
