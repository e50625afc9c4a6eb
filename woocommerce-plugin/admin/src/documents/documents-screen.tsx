import { changeQuery, currentCursor } from "#domain/screens";
import type { DocumentSummary, Page } from "#domain/workflows";
import { useState } from "@wordpress/element";
import { servicePath } from "../api/call.ts";
import type { DocumentRow } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import { usePolling } from "../api/use-polling.ts";
import { Screen } from "../frame/screen.tsx";
import { visit } from "../navigation/location.ts";
import { places } from "../navigation/route.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { Pager } from "../parts/pager.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { RunningNote } from "../parts/running-note.tsx";
import { commandWords } from "../wording/commands.ts";
import { documentsWords as words } from "../wording/documents.ts";
import { BulkBar } from "./bulk-bar.tsx";
import type { DocumentCommand } from "./document-command.ts";
import { DocumentFilters } from "./document-filters.tsx";
import { DocumentListEmpty } from "./document-list-empty.tsx";
import { documentName } from "./document-name.ts";
import { filterOf, readDocumentQuery, type DocumentQuery } from "./document-query.ts";
import { DocumentTable } from "./document-table.tsx";
import { ProblemsBanner } from "./problems-banner.tsx";
import { useDocumentCommand } from "./use-document-command.ts";
import { useFiles } from "./use-files.ts";
import { useSelection } from "./use-selection.ts";

const PAGE_LENGTH = "50";
/** While mails are on their way. */
const LOOK_AGAIN_SECONDS = 5;

export function DocumentsScreen({ params }: { readonly params: URLSearchParams }) {
  const query = readDocumentQuery(params);
  const cursor = currentCursor(params);
  const list = useLoad<Page<DocumentRow>>(
    servicePath("documents", { ...filterOf(query), limit: PAGE_LENGTH, cursor }),
  );
  const rows = list.value?.rows ?? [];
  const selection = useSelection(rows);
  const nameOf = useNames(rows);
  const [asked, setAsked] = useState<DocumentCommand | null>(null);
  const files = useFiles();
  const command = useDocumentCommand(() => {
    selection.clear();
    list.reload();
  });
  const runningText = command.runningText ?? files.runningText;
  const change = (changes: Partial<DocumentQuery>) =>
    visit(changeQuery({ screen: "documents", ...query }, changes), "replace");
  usePolling(
    rows.some(({ delivery }) => delivery === "waiting"),
    LOOK_AGAIN_SECONDS,
    list.reload,
  );

  return (
    <Screen title={words.title}>
      <RunningNote text={runningText} />
      {command.failure && <ProblemBanner problem={command.failure} />}
      {files.failure && <ProblemBanner {...files.failure} />}
      <ProblemsBanner problems={command.problems} heldCount={command.heldCount} nameOf={nameOf} />
      <DocumentFilters query={query} onChange={change} />
      <LoadedView loaded={list} text={words.loading}>
        {({ nextCursor }) =>
          rows.length === 0 ? (
            <DocumentListEmpty query={query} onClear={() => visit(places.documents())} />
          ) : (
            <>
              <BulkBar
                selected={selection.rows}
                isBusy={runningText !== null}
                onAsk={setAsked}
                onPrint={files.print}
                onDownload={files.downloadZip}
              />
              <DocumentTable documents={rows} selection={selection} />
              <Pager nextCursor={nextCursor} />
            </>
          )
        }
      </LoadedView>
      <ConfirmDialog
        question={asked && commandWords(asked).question}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked) command.run(asked);
          setAsked(null);
        }}
      />
    </Screen>
  );
}

/** Remembers names, so that a problem can be told of a document that has left the list. */
function useNames(rows: readonly DocumentSummary[]) {
  const [names] = useState(() => new Map<string, string>());
  for (const row of rows) {
    names.set(row.documentId, words.nameWithOrder(documentName(row), row.orderNumber));
  }
  return (documentId: string) => names.get(documentId) ?? documentId;
}
