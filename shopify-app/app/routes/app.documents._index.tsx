import { changeQuery, currentCursor } from "#domain/screens";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, Page, Text, useIndexResourceState } from "@shopify/polaris";
import { useState } from "react";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { ConfirmModal } from "../components/confirm-modal.tsx";
import { bulkActions } from "../components/documents/bulk-actions.ts";
import { commandWords, type DocumentCommand } from "../components/documents/document-command.ts";
import { DocumentFilters } from "../components/documents/document-filters.tsx";
import { DocumentListEmpty } from "../components/documents/document-list-empty.tsx";
import { filterOf } from "../components/documents/document-query.ts";
import { documentName } from "../components/documents/document-name.ts";
import { DocumentTable } from "../components/documents/document-table.tsx";
import { ProblemsBanner } from "../components/documents/problems-banner.tsx";
import { useDocumentCommand } from "../components/documents/use-document-command.ts";
import { usePageLinks } from "../components/lists/use-page-links.ts";
import { RunningNote } from "../components/running-note.tsx";
import { useDownload } from "../components/use-download.ts";
import { readDocumentQuery } from "../requests/read-document-query.server.ts";
import { documentsWords as words } from "../wording/documents.ts";
import { plural } from "../wording/words.ts";

const PAGE_LENGTH = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const { searchParams } = new URL(args.request.url);
  const query = readDocumentQuery(searchParams);
  const cursor = currentCursor(searchParams);
  const page = { limit: PAGE_LENGTH, ...(cursor ? { cursor } : {}) };
  const { rows, nextCursor } = await desk.listDocuments(filterOf(query), page);
  const drafts = rows.filter(({ state }) => state === "draft");
  const toMend = await desk.findDraftsToMend(drafts.map(({ documentId }) => documentId));
  const marked = rows.map((row) => ({ ...row, isToMend: toMend.includes(row.documentId) }));
  return { query, rows: marked, nextCursor };
}

export default function Documents() {
  const { query, rows, nextCursor } = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  const isLoading = useNavigation().state === "loading";
  const pageLinks = usePageLinks(nextCursor);
  const { isDownloading, download } = useDownload();
  const selection = useSelection(rows);
  const [asked, setAsked] = useState<DocumentCommand | null>(null);
  const { run, runningText, problems, heldCount } = useDocumentCommand(selection.clear);
  const nameOf = useNames(rows);
  const actions = bulkActions(selection.rows, {
    ask: setAsked,
    download: (ids) =>
      void download(`/app/documents/zip?${new URLSearchParams(ids.map((id) => ["id", id]))}`),
  });

  return (
    <Page fullWidth>
      <TitleBar title={words.title} />
      <Text as="h1" visuallyHidden>
        {words.title}
      </Text>
      <BlockStack gap="300">
        <RunningNote text={runningText ?? (isDownloading ? "Preparing the download…" : null)} />
        {problems.length > 0 && (
          <ProblemsBanner
            title={words.problems(plural(problems.length, "document"))}
            problems={problems}
            heldCount={heldCount}
            nameOf={nameOf}
          />
        )}
        <Card padding="0">
          <DocumentFilters
            query={query}
            isLoading={isLoading}
            onChange={(changes) => setParams(changeQuery(query, changes))}
          />
          <DocumentTable
            documents={rows}
            selectedIds={selection.ids}
            allSelected={selection.isAll}
            onSelectionChange={selection.onChange}
            promotedBulkActions={actions.promoted}
            bulkActions={actions.others}
            {...pageLinks}
            loading={isLoading}
            emptyState={
              <DocumentListEmpty query={query} onClear={() => setParams(new URLSearchParams())} />
            }
          />
        </Card>
      </BlockStack>
      <ConfirmModal
        question={asked && commandWords(asked).question}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked) run(asked);
          setAsked(null);
        }}
      />
    </Page>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** The selected rows of this page, and of no other: an action never reaches what is not on the screen. */
function useSelection(rows: readonly Row[]) {
  const resources = rows.map(({ documentId }) => ({ id: documentId }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(resources);
  const selected = rows.filter(({ documentId }) => selectedResources.includes(documentId));
  return {
    ids: selected.map(({ documentId }) => documentId),
    rows: selected,
    isAll: allResourcesSelected,
    onChange: handleSelectionChange,
    clear: clearSelection,
  };
}

/** Remembers names, so that a problem can be told of a document that has left the list. */
function useNames(rows: readonly Row[]) {
  const [names] = useState(() => new Map<string, string>());
  for (const row of rows) {
    names.set(row.documentId, `${documentName(row)} (order ${row.orderNumber})`);
  }
  return (documentId: string) => names.get(documentId) ?? documentId;
}
