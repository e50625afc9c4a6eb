import type { DocumentSummary } from "#domain/workflows";
import { newId } from "../new-id.ts";
import type { DocumentCommand } from "./document-command.ts";

type Selected = Pick<DocumentSummary, "documentId" | "state">;

/** What can be done with these documents: a draft can be issued, an issued one sent; null where it is nothing. */
export function bulkCommands(selected: readonly Selected[]) {
  const idsOf = (state: DocumentSummary["state"]) =>
    selected.filter((document) => document.state === state).map(({ documentId }) => documentId);
  const drafts = idsOf("draft");
  const issued = idsOf("issued");
  const ofDrafts = (command: DocumentCommand) => (drafts.length === 0 ? null : command);
  return {
    issueAndSend: ofDrafts({ intent: "issue", documentIds: drafts, send: true }),
    issue: ofDrafts({ intent: "issue", documentIds: drafts, send: false }),
    discard: ofDrafts({ intent: "discard", documentIds: drafts }),
    send: issued.length === 0 ? null : send(issued),
    /** Those that have a page. */
    printable: [...issued, ...drafts],
    downloadable: issued,
  };
}

const send = (documentIds: readonly string[]): DocumentCommand => ({
  intent: "send",
  documentIds,
  requestId: newId(),
});
