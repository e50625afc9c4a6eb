import type { DocumentSummary } from "#domain/workflows";
import { IndexTable, type IndexTableProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import { documentsWords as words } from "../../wording/documents.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { DocumentRow } from "./document-row.tsx";

interface DocumentTableProps extends Pick<
  IndexTableProps,
  "bulkActions" | "promotedBulkActions" | "pagination" | "loading"
> {
  readonly documents: readonly DocumentSummary[];
  readonly selectedIds: readonly string[];
  readonly onSelectionChange: NonNullable<IndexTableProps["onSelectionChange"]>;
  readonly allSelected: boolean;
  readonly emptyState: ReactNode;
}

export function DocumentTable({
  documents,
  selectedIds,
  allSelected,
  ...rest
}: DocumentTableProps) {
  const { columns } = words;
  return (
    <IndexTable
      {...rest}
      condensed={useShopFacts().isPhone}
      resourceName={{ singular: "document", plural: "documents" }}
      itemCount={documents.length}
      selectedItemsCount={allSelected ? "All" : selectedIds.length}
      headings={[
        { title: columns.document },
        { title: columns.order },
        { title: columns.buyer },
        { title: columns.date },
        { title: columns.payment },
        { title: columns.stage },
        { title: columns.total, alignment: "end" },
      ]}
    >
      {documents.map((document, position) => (
        <DocumentRow
          key={document.documentId}
          document={document}
          position={position}
          selected={selectedIds.includes(document.documentId)}
        />
      ))}
    </IndexTable>
  );
}
