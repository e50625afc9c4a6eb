import { Badge, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { planWords, SHOPIFY_BILLS_URL } from "../../wording/plan.ts";
import { formatDay } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import { useShopFacts } from "../shop-facts.tsx";
import { describePresent } from "./describe-present.ts";
import type { ShownPlan } from "./plan-view.ts";

const words = planWords.present;

interface PresentPlanCardProps {
  readonly plan: ShownPlan;
  /** Null where nothing can be cancelled here. */
  readonly onCancel: (() => void) | null;
}

/** What the merchant has, who bills it, and the way out of it. */
export function PresentPlanCard({ plan, onCancel }: PresentPlanCardProps) {
  const { timeZone } = useShopFacts();
  const { badge, text, biller, owesShopify } = describePresent(plan, (instant) =>
    formatDay(instant, timeZone),
  );
  const isTest = plan.subscription?.isTest === true;
  return (
    <SectionCard title={words.title}>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="p" variant="headingLg">
            {plan.planName}
          </Text>
          {badge && <Badge tone={badge.tone}>{badge.label}</Badge>}
          {isTest && <Badge>{words.test}</Badge>}
        </InlineStack>
        {[text, biller, isTest ? words.testText : ""].filter(Boolean).map((line) => (
          <Text as="p" key={line} tone={line === text ? "base" : "subdued"}>
            {line}
          </Text>
        ))}
        {owesShopify && (
          <Link url={SHOPIFY_BILLS_URL} target="_top">
            {words.bills}
          </Link>
        )}
      </BlockStack>
      {onCancel && (
        <InlineStack>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </InlineStack>
      )}
    </SectionCard>
  );
}
