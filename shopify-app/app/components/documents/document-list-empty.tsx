import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { documentsWords as words } from "../../wording/documents.ts";
import { isNarrowed, type DocumentQuery } from "./document-query.ts";

interface DocumentListEmptyProps {
  readonly query: DocumentQuery;
  readonly onClear: () => void;
}

/** Says what to do: make a document, or widen the search. An empty tab may be good news. */
export function DocumentListEmpty({ query, onClear }: DocumentListEmptyProps) {
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        <EmptyReason query={query} onClear={onClear} />
      </BlockStack>
    </Box>
  );
}

function EmptyReason({ query, onClear }: DocumentListEmptyProps) {
  if (isNarrowed(query)) {
    return (
      <>
        <Reason {...words.noneFound} />
        <Button onClick={onClear}>{words.noneFound.clear}</Button>
      </>
    );
  }
  if (query.view !== "all") return <Text as="p">{words.emptyViews[query.view]}</Text>;
  return (
    <>
      <Reason {...words.none} />
      <InlineStack gap="200" align="center">
        <Button variant="primary" url="/app/orders">
          {words.none.orders}
        </Button>
        <Button url="/app/settings/rules">{words.none.rules}</Button>
      </InlineStack>
    </>
  );
}

const Reason = ({ heading, text }: { readonly heading: string; readonly text: string }) => (
  <>
    <Text as="h2" variant="headingMd">
      {heading}
    </Text>
    <Text as="p" tone="subdued" alignment="center">
      {text}
    </Text>
  </>
);
