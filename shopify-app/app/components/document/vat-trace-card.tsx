import { BlockStack, Button, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { documentWords } from "../../wording/document.ts";
import { SectionCard } from "../section-card.tsx";
import { partsText } from "./parts-text.ts";

const words = documentWords.vat;

interface VatTraceCardProps {
  readonly trace: readonly { readonly parts: readonly string[]; readonly words: string }[];
  /** Why cents of rounding stand on the document; "" when none do. */
  readonly rounding: string;
}

/** Why each part is taxed as it is, for who wants to know. */
export function VatTraceCard({ trace, rounding }: VatTraceCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <SectionCard title={words.title}>
      {rounding && <Text as="p">{rounding}</Text>}
      <InlineStack>
        <Button
          disclosure={isOpen ? "up" : "down"}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.show}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={isOpen}>
        <BlockStack gap="300">
          {trace.map(({ parts, words: reason }) => (
            <BlockStack key={`${reason} ${parts.join()}`} gap="050">
              <Text as="p" fontWeight="medium" breakWord>
                {partsText(parts)}
              </Text>
              <Text as="p" tone="subdued" breakWord>
                {reason}
              </Text>
            </BlockStack>
          ))}
        </BlockStack>
      </Collapsible>
    </SectionCard>
  );
}
