import type { DocumentSummary } from "#domain/workflows";
import { documentsWords as words } from "../../wording/documents.ts";
import { kindNames } from "../../wording/words.ts";

export const documentUrl = (documentId: string) =>
  `/app/documents/${encodeURIComponent(documentId)}`;

/** A document's number, or what it is while it has none. */
export const documentName = ({ number, kind }: Pick<DocumentSummary, "number" | "kind">) =>
  number === "" ? `${words.draft} ${kindNames[kind].toLowerCase()}` : number;

/** "Invoice 2026-0042", or "Draft invoice" while it has no number. */
export const documentTitle = (document: Pick<DocumentSummary, "number" | "kind">) =>
  document.number === ""
    ? documentName(document)
    : `${kindNames[document.kind]} ${document.number}`;
