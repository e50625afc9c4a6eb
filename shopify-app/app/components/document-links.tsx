import type { DocumentSummary } from "#domain/workflows";
import { BlockStack, InlineStack, Link } from "@shopify/polaris";
import { StageBadge } from "./document-badges.tsx";
import { documentTitle, documentUrl } from "./documents/document-name.ts";

/** Documents by name, each with where it stands. */
export const DocumentLinks = ({
  documents,
}: {
  readonly documents: readonly DocumentSummary[];
}) => (
  <BlockStack gap="100">
    {documents.map((document) => (
      <InlineStack key={document.documentId} gap="200" blockAlign="center" wrap={false}>
        <Link url={documentUrl(document.documentId)}>{documentTitle(document)}</Link>
        <StageBadge {...document} />
      </InlineStack>
    ))}
  </BlockStack>
);
