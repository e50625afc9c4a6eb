import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface SectionCardProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A card with a heading, and a line that says what it is for. */
export const SectionCard = ({ title, text, children }: SectionCardProps) => (
  <Card>
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {text && (
          <Text as="p" tone="subdued">
            {text}
          </Text>
        )}
      </BlockStack>
      {children}
    </BlockStack>
  </Card>
);
