import { BlockStack, InlineGrid, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { homeWords } from "../../wording/home.ts";
import { formatMoney } from "../format.ts";
import { SectionCard } from "../section-card.tsx";

const words = homeWords.month;

interface MonthCardProps {
  readonly issuedThisMonth: number;
  readonly sentThisMonth: number;
  readonly invoicedThisMonth: readonly { readonly currency: string; readonly total: string }[];
}

export function MonthCard({ issuedThisMonth, sentThisMonth, invoicedThisMonth }: MonthCardProps) {
  const invoiced = invoicedThisMonth.map(({ currency, total }) => formatMoney(total, currency));
  return (
    <SectionCard title={words.title}>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        <Figure label={words.issued}>{issuedThisMonth}</Figure>
        <Figure label={words.sent}>{sentThisMonth}</Figure>
        <Figure label={words.invoiced}>{invoiced.join(" + ") || words.nothingInvoiced}</Figure>
      </InlineGrid>
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
