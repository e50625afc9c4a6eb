import { Text } from "@shopify/polaris";
import { planWords } from "../../wording/plan.ts";
import { formatDate, formatMoney } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import type { ShownUse } from "./plan-view.ts";
import { UsageBar } from "./usage-bar.tsx";

const words = planWords.usage;

/** How much of the month is used, and what happens at its end. */
export const UsageCard = ({ use }: { readonly use: ShownUse }) => (
  <SectionCard title={words.title}>
    <UsageBar use={use} />
    <Text as="p" tone="subdued">
      {use.extra === null
        ? words.waits
        : words.charged(formatMoney(use.extra.priceUsd, "USD"), use.extra.count)}
    </Text>
    <Text as="p" tone="subdued">
      {words.resets(formatDate(use.resetsOn))}
    </Text>
  </SectionCard>
);
