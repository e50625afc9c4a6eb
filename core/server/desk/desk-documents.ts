import { renderPages } from "#domain/workflows";
import { checkDocuments, discardDrafts, issueDocuments, sendDocuments } from "./bulk-actions.ts";
import type { Desk } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";
import { findDraftsToMend } from "./find-drafts-to-mend.ts";
import { loadDocument } from "./load-document.ts";
import { readFile, readZip } from "./read-documents.ts";

export function deskDocuments(
  ports: DeskPorts,
): Pick<
  Desk,
  | "listDocuments"
  | "findDraftsToMend"
  | "countDocuments"
  | "loadDocument"
  | "readFile"
  | "readPages"
  | "readZip"
  | "issueDocuments"
  | "sendDocuments"
  | "discardDrafts"
  | "checkDocuments"
> {
  const { store } = ports;
  return {
    listDocuments: (filter, page) => store.listDocuments(filter, page),
    findDraftsToMend: (documentIds) => findDraftsToMend(documentIds, ports),
    countDocuments: (filter) => store.countDocuments(filter),
    loadDocument: (documentId) => loadDocument(documentId, ports),
    async readFile(documentId, type) {
      const stored = await store.findDocument(documentId);
      return stored && readFile(stored, type, ports);
    },
    async readPages(documentId) {
      const stored = await store.findDocument(documentId);
      if (stored === undefined || stored.state === "redacted") return undefined;
      return renderPages(stored.state === "draft" ? stored.draft : stored.document, ports);
    },
    readZip: (documentIds) => readZip(documentIds, ports),
    issueDocuments: (documentIds, send) => issueDocuments(documentIds, send, ports),
    sendDocuments: (documentIds, options) => sendDocuments(documentIds, options, ports),
    discardDrafts: (documentIds) => discardDrafts(documentIds, ports),
    checkDocuments: (documentIds) => checkDocuments(documentIds, ports),
  };
}
