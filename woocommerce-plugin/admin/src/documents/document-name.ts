import type { DocumentSummary } from "#domain/workflows";
import { draftNames, kindNames } from "../wording/words.ts";

type Named = Pick<DocumentSummary, "number" | "kind">;

/** A document's number, or what it is while it has none. */
export const documentName = ({ number, kind }: Named): string =>
  number === "" ? draftNames[kind] : number;

/** "Invoice 2026-0042", or "Draft invoice" while it has no number. */
export const documentTitle = (document: Named): string =>
  document.number === ""
    ? documentName(document)
    : `${kindNames[document.kind]} ${document.number}`;
