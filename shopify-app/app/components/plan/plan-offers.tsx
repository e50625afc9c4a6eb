import type { BillingInterval } from "#domain/billing";
import { BlockStack, Button, ButtonGroup, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { planWords } from "../../wording/plan.ts";
import { keysOf } from "../../wording/words.ts";
import { BesideCards } from "../beside-cards.tsx";
import { PlanOfferCard } from "./plan-offer-card.tsx";
import type { ShownOffer, ShownPlan } from "./plan-view.ts";

const words = planWords.offers;

interface PlanOffersProps {
  readonly plan: ShownPlan;
  readonly isBusy: boolean;
  readonly onSelect: (offer: ShownOffer, interval: BillingInterval) => void;
  /** Back to the free plan; null where that cannot be done here. */
  readonly onCancel: (() => void) | null;
}

/** The plans side by side, by the month or by the year. */
export function PlanOffers({ plan, ...props }: PlanOffersProps) {
  const [interval, setInterval] = useState<BillingInterval>(
    plan.subscription?.interval ?? "monthly",
  );
  return (
    <BlockStack gap="300">
      <BesideCards>
        <InlineStack gap="300" align="space-between" blockAlign="center">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd" id="plans">
              {words.title}
            </Text>
            {plan.channel === "shopify" && <Text as="p">{words.type}</Text>}
          </BlockStack>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset brings a frame that Polaris has no look for */}
          <div role="group" aria-label={words.interval}>
            <ButtonGroup variant="segmented">
              {keysOf(words.intervals).map((each) => (
                <Button key={each} pressed={each === interval} onClick={() => setInterval(each)}>
                  {words.intervals[each]}
                </Button>
              ))}
            </ButtonGroup>
          </div>
        </InlineStack>
      </BesideCards>
      <InlineGrid columns={{ xs: 1, md: plan.offers.length }} gap="400">
        {plan.offers.map((offer) => (
          <PlanOfferCard
            key={offer.plan.planId}
            offer={offer}
            interval={interval}
            present={plan}
            {...props}
          />
        ))}
      </InlineGrid>
      {plan.manageUrl !== null && <ChooseAtShopify url={plan.manageUrl} />}
    </BlockStack>
  );
}

const ChooseAtShopify = ({ url }: { readonly url: string }) => (
  <BesideCards>
    <InlineStack gap="300" blockAlign="center">
      <Button variant="primary" url={url} target="_top">
        {words.atShopify}
      </Button>
      <Text as="span" tone="subdued">
        {words.atShopifyText}
      </Text>
    </InlineStack>
  </BesideCards>
);
