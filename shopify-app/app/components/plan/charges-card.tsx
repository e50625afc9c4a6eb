import type { BillingCharge } from "#domain/workflows";
import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { planWords } from "../../wording/plan.ts";
import { Amount } from "../amount.tsx";
import { formatDay } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import { useShopFacts } from "../shop-facts.tsx";

const words = planWords.charges;
const FIRST_COUNT = 6;

/** What the merchant agreed to pay, newest first; null when nobody could be asked. */
export function ChargesCard({ charges }: { readonly charges: readonly BillingCharge[] | null }) {
  const [showsAll, setShowsAll] = useState(false);
  if (charges === null || charges.length === 0) {
    return (
      <SectionCard title={words.title}>
        <Text as="p" tone="subdued">
          {charges === null ? words.unknown : words.none}
        </Text>
      </SectionCard>
    );
  }
  const shown = showsAll ? charges : charges.slice(0, FIRST_COUNT);
  return (
    <SectionCard title={words.title} text={words.text}>
      <ul className="plain-list">
        {shown.map((charge) => (
          <Charge key={charge.chargeId} charge={charge} />
        ))}
      </ul>
      {shown.length < charges.length && (
        <InlineStack>
          <Button variant="plain" onClick={() => setShowsAll(true)}>
            {words.all(charges.length)}
          </Button>
        </InlineStack>
      )}
    </SectionCard>
  );
}

function Charge({ charge }: { readonly charge: BillingCharge }) {
  const { timeZone } = useShopFacts();
  return (
    <li>
      <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
        <BlockStack>
          <InlineStack gap="200" align="start" blockAlign="center">
            <Text as="span" breakWord>
              {charge.description}
            </Text>
            {charge.isTest && <Badge>{words.test}</Badge>}
          </InlineStack>
          <Text as="span" tone="subdued">
            {formatDay(charge.at, timeZone)}
          </Text>
        </BlockStack>
        <Amount amount={charge.amountUsd} currency="USD" />
      </InlineStack>
    </li>
  );
}
