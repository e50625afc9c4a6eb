import type { DocumentSummary } from "#domain/workflows";
import { documentsWords as words } from "../../wording/documents.ts";
import type { DocumentCommand } from "./document-command.ts";

interface BulkHandlers {
  readonly ask: (command: DocumentCommand) => void;
  readonly download: (documentIds: readonly string[]) => void;
}

/** What can be done with these documents: a draft can be issued, an issued one sent, and the others are left as they are. */
export function bulkActions(
  selected: readonly Pick<DocumentSummary, "documentId" | "state">[],
  { ask, download }: BulkHandlers,
) {
  const idsOf = (state: DocumentSummary["state"]) =>
    selected.filter((document) => document.state === state).map(({ documentId }) => documentId);
  const drafts = idsOf("draft");
  const issued = idsOf("issued");
  const issue = (send: boolean) => () => ask({ intent: "issue", documentIds: drafts, send });
  const { actions } = words;

  return {
    promoted: [
      { content: actions.issueAndSend, disabled: drafts.length === 0, onAction: issue(true) },
      { content: actions.issue, disabled: drafts.length === 0, onAction: issue(false) },
      {
        content: actions.send,
        disabled: issued.length === 0,
        onAction: () =>
          ask({
            intent: "send",
            documentIds: issued,
            requestId: crypto.randomUUID(),
            recipient: "",
          }),
      },
    ],
    others: [
      {
        content: actions.download,
        disabled: issued.length === 0,
        onAction: () => download(issued),
      },
      {
        content: actions.discard,
        destructive: true,
        disabled: drafts.length === 0,
        onAction: () => ask({ intent: "discard", documentIds: drafts }),
      },
    ],
  };
}
