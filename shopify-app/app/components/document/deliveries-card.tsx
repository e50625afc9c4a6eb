import type { Delivery, DeliveryState } from "#domain/workflows";
import { Badge, BlockStack, InlineStack, Text, type BadgeProps } from "@shopify/polaris";
import { deliveryStateNames, documentWords } from "../../wording/document.ts";
import { formatInstant } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import { useShopFacts } from "../shop-facts.tsx";

const words = documentWords.deliveries;

const tones: Readonly<Record<DeliveryState, NonNullable<BadgeProps["tone"]>>> = {
  waiting: "info",
  sent: "success",
  failed: "critical",
};

/** To whom it went, and what the mail server said when it did not. */
export function DeliveriesCard({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  return (
    <SectionCard title={words.title}>
      {deliveries.length === 0 && (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      )}
      {deliveries.map((delivery) => (
        <DeliveryEntry key={delivery.deliveryId} delivery={delivery} />
      ))}
    </SectionCard>
  );
}

function DeliveryEntry({ delivery }: { readonly delivery: Delivery }) {
  const { timeZone } = useShopFacts();
  const { state, attempts, nextAttemptAt } = delivery;
  const facts = [
    formatInstant(delivery.sentAt ?? delivery.createdAt, timeZone),
    attempts > 1 && words.attempts(attempts),
    state === "waiting" &&
      attempts > 0 &&
      nextAttemptAt &&
      words.nextAttempt(formatInstant(nextAttemptAt, timeZone)),
  ];
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200">
        <Text as="p" fontWeight="medium" breakWord>
          {delivery.recipient}
        </Text>
        <Badge tone={tones[state]}>{deliveryStateNames[state]}</Badge>
      </InlineStack>
      {delivery.subject && (
        <Text as="p" breakWord>
          {delivery.subject}
        </Text>
      )}
      {state !== "sent" && delivery.lastProblem && (
        <Text as="p" tone="critical" breakWord>
          {delivery.lastProblem}
        </Text>
      )}
      <Text as="p" tone="subdued" variant="bodySm">
        {facts.filter(Boolean).join(" · ")}
      </Text>
    </BlockStack>
  );
}
