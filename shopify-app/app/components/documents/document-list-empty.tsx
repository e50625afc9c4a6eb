import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { documentsWords as words } from "../../wording/documents.ts";

interface DocumentListEmptyProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** Says what to do: make a document, or widen the search. */
export function DocumentListEmpty({ isFiltered, onClear }: DocumentListEmptyProps) {
  const { heading, text } = isFiltered ? words.noneFound : words.none;
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="h2" variant="headingMd">
          {heading}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {text}
        </Text>
        {isFiltered ? (
          <Button onClick={onClear}>{words.noneFound.clear}</Button>
        ) : (
          <InlineStack gap="200" align="center">
            <Button variant="primary" url="/app/orders">
              {words.none.orders}
            </Button>
            <Button url="/app/settings/rules">{words.none.rules}</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Box>
  );
}
