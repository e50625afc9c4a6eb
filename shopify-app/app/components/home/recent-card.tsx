import type { DocumentSummary } from "#domain/workflows";
import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { homeWords } from "../../wording/home.ts";
import { kindNames } from "../../wording/words.ts";
import { DocumentAmount } from "../amount.tsx";
import { StageBadge } from "../document-badges.tsx";
import { documentName, documentUrl } from "../documents/document-name.ts";
import { SectionCard } from "../section-card.tsx";

const words = homeWords.recent;

export function RecentCard({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  if (documents.length === 0) {
    return (
      <SectionCard title={words.title}>
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
        <InlineStack>
          <Button url="/app/settings/rules">{words.rules}</Button>
        </InlineStack>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={words.title}>
      <BlockStack gap="300">
        {documents.map((document) => (
          <RecentDocument key={document.documentId} document={document} />
        ))}
      </BlockStack>
      <InlineStack>
        <Button url="/app/documents" variant="plain">
          {words.all}
        </Button>
      </InlineStack>
    </SectionCard>
  );
}

const RecentDocument = ({ document }: { readonly document: DocumentSummary }) => (
  <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
    <BlockStack>
      <InlineStack gap="200" align="start" blockAlign="center">
        <Link monochrome url={documentUrl(document.documentId)}>
          {documentName(document)}
        </Link>
        <StageBadge {...document} />
      </InlineStack>
      <Text as="span" tone="subdued" breakWord>
        {[kindNames[document.kind], words.order(document.orderNumber), document.buyerName]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </BlockStack>
    <DocumentAmount document={document} />
  </InlineStack>
);
