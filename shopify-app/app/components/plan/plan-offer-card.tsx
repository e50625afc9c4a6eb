import type { BillingInterval, Plan } from "#domain/billing";
import { Badge, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { planWords } from "../../wording/plan.ts";
import { formatDay, formatMoney } from "../format.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { priceText } from "./describe-present.ts";
import { offerAction } from "./offer-action.ts";
import type { ShownOffer, ShownPlan } from "./plan-view.ts";
import { startText } from "./start-text.ts";

const words = planWords.offers;

interface PlanOfferCardProps {
  readonly offer: ShownOffer;
  readonly interval: BillingInterval;
  readonly present: ShownPlan;
  readonly isBusy: boolean;
  readonly onSelect: (offer: ShownOffer, interval: BillingInterval) => void;
  readonly onCancel: (() => void) | null;
}

/** One plan: its price, what it includes, and what can be done about it now. */
export function PlanOfferCard({ offer, interval, present, ...props }: PlanOfferCardProps) {
  const { timeZone } = useShopFacts();
  const dayOf = (instant: string) => formatDay(instant, timeZone);
  const { plan } = offer;
  const isFree = plan.planId === "free";
  const price = interval === "monthly" ? offer.monthlyUsd : offer.yearlyUsd;
  const action = offerAction(offer, interval, { present, dayOf });
  const start = startText(present, priceText(price, interval), dayOf);
  const isHere = present.planId === plan.planId;
  const select = () =>
    action.type === "cancel" ? props.onCancel?.() : props.onSelect(offer, interval);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingMd">
              {plan.name}
            </Text>
            {isHere && <Badge tone="success">{hereLabel(present, interval)}</Badge>}
          </InlineStack>
          <Text as="p" variant="headingLg">
            {isFree ? words.free : priceText(price, interval)}
          </Text>
          {action.type === "select" && start !== "" && (
            <Text as="p" tone="subdued">
              {start}
            </Text>
          )}
        </BlockStack>
        <List>
          {includedIn(plan).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {(action.type === "select" || action.type === "cancel") && (
          <Button
            variant={isFree ? "secondary" : "primary"}
            disabled={props.isBusy}
            accessibilityLabel={words.selectOf(plan.name)}
            onClick={select}
          >
            {words.select}
          </Button>
        )}
        {action.type === "note" && action.text !== "" && (
          <Text as="p" tone="subdued">
            {action.text}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

/** Somebody who pays by the month also sees the plan by the year, and the other way round. */
function hereLabel({ subscription }: ShownPlan, interval: BillingInterval): string {
  return subscription === null || subscription.interval === interval
    ? words.current
    : words.currentOther[subscription.interval];
}

const includedIn = ({ entitlements, extraDocumentUsd }: Plan): readonly string[] => [
  words.documents(entitlements.documentsPerMonth),
  entitlements.languages > 1 ? words.languages.many : words.languages.one,
  entitlements.eInvoices ? words.eInvoices.yes : words.eInvoices.no,
  extraDocumentUsd === null ? words.extraWaits : words.extra(formatMoney(extraDocumentUsd, "USD")),
];
