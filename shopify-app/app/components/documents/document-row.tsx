import type { DocumentSummary } from "#domain/workflows";
import { BlockStack, Box, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { kindNames } from "../../wording/words.ts";
import { DocumentAmount } from "../amount.tsx";
import { PaidBadge, StageBadge } from "../document-badges.tsx";
import { formatDate, formatDay } from "../format.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { documentName, documentUrl } from "./document-name.ts";

const documentDate = (
  { issueDate, createdAt }: Pick<DocumentSummary, "issueDate" | "createdAt">,
  timeZone: string,
) => (issueDate ? formatDate(issueDate) : formatDay(createdAt, timeZone));

interface DocumentRowProps {
  readonly document: DocumentSummary;
  readonly position: number;
  readonly selected: boolean;
}

export function DocumentRow({ document, position, selected }: DocumentRowProps) {
  const { isPhone } = useShopFacts();
  const Cells = isPhone ? NarrowCells : WideCells;
  return (
    <IndexTable.Row
      id={document.documentId}
      position={position}
      selected={selected}
      accessibilityLabel={`Select ${documentName(document)}, order ${document.orderNumber}`}
    >
      <Cells document={document} />
    </IndexTable.Row>
  );
}

function WideCells({ document }: { readonly document: DocumentSummary }) {
  const { timeZone } = useShopFacts();
  return (
    <>
      <IndexTable.Cell>
        <BlockStack>
          <Link dataPrimaryLink monochrome removeUnderline url={documentUrl(document.documentId)}>
            <Text as="span" fontWeight="semibold">
              {documentName(document)}
            </Text>
          </Link>
          {document.number !== "" && (
            <Text as="span" tone="subdued">
              {kindNames[document.kind]}
            </Text>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{document.orderNumber}</IndexTable.Cell>
      <IndexTable.Cell>{document.buyerName}</IndexTable.Cell>
      <IndexTable.Cell>{documentDate(document, timeZone)}</IndexTable.Cell>
      <IndexTable.Cell>
        <PaidBadge {...document} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <StageBadge {...document} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <DocumentAmount document={document} />
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ document }: { readonly document: DocumentSummary }) {
  const { timeZone } = useShopFacts();
  return (
    <Box paddingBlock="300" paddingInline="400" width="100%">
      <BlockStack gap="100">
        <InlineStack align="space-between" wrap={false} gap="200">
          <Link dataPrimaryLink monochrome removeUnderline url={documentUrl(document.documentId)}>
            <Text as="span" fontWeight="semibold">
              {documentName(document)}
            </Text>
          </Link>
          <DocumentAmount document={document} />
        </InlineStack>
        <Text as="span" tone="subdued">
          {[document.orderNumber, document.buyerName, documentDate(document, timeZone)]
            .filter((part) => part !== "")
            .join(" · ")}
        </Text>
        <InlineStack gap="100">
          <StageBadge {...document} />
          <PaidBadge {...document} />
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
