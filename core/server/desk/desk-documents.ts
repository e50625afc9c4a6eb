import { zipSync } from "fflate";
import { pdfFileName } from "#domain/delivery";
import { chargedTotal } from "#domain/document";
import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { titleOf } from "#domain/presentation";
import {
  issueDocument,
  renderDocument,
  renderPages,
  renderPdf,
  type DocumentSummary,
  type StoredDocument,
} from "#domain/workflows";
import type { BulkOutcome, Desk, DocumentView, FileDownload } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

type Outcome = { readonly done: DocumentSummary } | { readonly problem: string };

const GONE = "This document no longer exists. Reload the list.";

export function deskDocuments(
  ports: DeskPorts,
): Pick<
  Desk,
  | "listDocuments"
  | "countDocuments"
  | "loadDocument"
  | "readPdf"
  | "readPages"
  | "readZip"
  | "issueDocuments"
  | "sendDocuments"
  | "discardDrafts"
> {
  const { store } = ports;
  return {
    listDocuments: (filter, page) => store.listDocuments(filter, page),
    countDocuments: (filter) => store.countDocuments(filter),

    async loadDocument(documentId) {
      const stored = await store.findDocument(documentId);
      if (stored === undefined) return undefined;
      const [deliveries, timeline, artefact, order] = await Promise.all([
        store.listDeliveries(documentId),
        store.listTimeline(documentId),
        store.findArtefact(documentId, "pdf"),
        store.findOrder(stored.summary.shopId, stored.summary.orderId),
      ]);
      const isPdfReady = artefact !== undefined;
      return {
        stored,
        deliveries,
        timeline,
        isPdfReady,
        orderChange: findOrderChange(stored, order),
      };
    },

    async readPdf(documentId) {
      const stored = await store.findDocument(documentId);
      return stored && toPdf(stored, ports);
    },

    async readPages(documentId) {
      const stored = await store.findDocument(documentId);
      if (stored === undefined || stored.state === "redacted") return undefined;
      return renderPages(stored.state === "draft" ? stored.draft : stored.document, ports);
    },

    readZip: (documentIds) => readZip(documentIds, ports),

    async issueDocuments(documentIds, send) {
      const found = await Promise.all(
        documentIds.map((documentId) => store.findDocument(documentId)),
      );
      // Numbers follow the orders, whatever the order of clicking.
      const inOrder = documentIds
        .map((documentId, index) => ({ documentId, stored: found[index] }))
        .toSorted((a, b) =>
          (a.stored?.summary.createdAt ?? "").localeCompare(b.stored?.summary.createdAt ?? ""),
        );
      return forEach(inOrder, ({ stored }) => issueOne(stored, send, ports));
    },

    sendDocuments: (documentIds, options) =>
      forEach(
        documentIds.map((documentId) => ({ documentId })),
        ({ documentId }) => sendOne(documentId, options, ports),
      ),

    discardDrafts: (documentIds) =>
      forEach(
        documentIds.map((documentId) => ({ documentId })),
        async ({ documentId }) => {
          const stored = await store.findDocument(documentId);
          if (stored === undefined) return { problem: GONE };
          const isDiscarded = await store.discardDraft(documentId);
          return isDiscarded
            ? { done: stored.summary }
            : { problem: "An issued document stays: the law does not let a number disappear." };
        },
      ),
  };
}

/** What became of the order since the document was frozen. Amounts decide whether it was edited, not dates. */
function findOrderChange(
  stored: StoredDocument,
  order: NormalisedOrder | undefined,
): DocumentView["orderChange"] {
  if (stored.state !== "issued" || order === undefined) return null;
  if (order.refunds.length > 0) return "refunded";
  if (order.cancelledAt !== null) return "cancelled";
  const charged = formatAmount(roundToMoney(decimal(order.total), order.currency));
  return charged === chargedTotal(stored.document) ? null : "edited";
}

/** One after the other, so that numbers come in order; one that fails does not stop the rest. */
async function forEach<Item extends { readonly documentId: string }>(
  items: readonly Item[],
  handle: (item: Item) => Promise<Outcome>,
): Promise<BulkOutcome> {
  const done: DocumentSummary[] = [];
  const problems: { documentId: string; message: string }[] = [];
  for (const item of items) {
    const outcome = await handle(item);
    if ("done" in outcome) done.push(outcome.done);
    else problems.push({ documentId: item.documentId, message: outcome.problem });
  }
  return { done, problems };
}

async function issueOne(
  stored: StoredDocument | undefined,
  send: boolean,
  ports: DeskPorts,
): Promise<Outcome> {
  if (stored === undefined) return { problem: GONE };
  if (stored.state !== "draft") return { done: stored.summary };
  const { shopId, orderId, kind, journalId, orderNumber } = stored.summary;
  const order = await ports.store.findOrder(shopId, orderId);
  if (order === undefined) {
    return {
      problem: `Docket no longer has order ${orderNumber}. Make the document again from Orders.`,
    };
  }
  const sendTo = send ? order.buyer.email || null : null;
  const settings = await ports.store.loadSettings();
  const issued = await issueDocument({ shopId, order, kind, journalId, sendTo }, settings, ports);
  if (!issued.ok) return { problem: issued.problem.message };
  if (send && sendTo === null) {
    return {
      problem: `Issued as ${issued.value.summary.number}, but not sent: order ${orderNumber} has no e-mail address.`,
    };
  }
  return { done: issued.value.summary };
}

async function sendOne(
  documentId: string,
  { requestId, recipient }: Parameters<Desk["sendDocuments"]>[1],
  { store }: DeskPorts,
): Promise<Outcome> {
  const stored = await store.findDocument(documentId);
  if (stored === undefined) return { problem: GONE };
  if (stored.state !== "issued")
    return { problem: "Issue this document first; a draft is not sent." };
  const to = recipient ?? stored.summary.recipient;
  if (to === "") {
    return {
      problem: `Order ${stored.summary.orderNumber} has no e-mail address. Open the document and send it to one.`,
    };
  }
  await store.addDelivery({ documentId, recipient: to, requestId });
  return { done: stored.summary };
}

async function toPdf(stored: StoredDocument, ports: DeskPorts): Promise<FileDownload | undefined> {
  const mediaType = "application/pdf";
  if (stored.state === "redacted") return undefined;
  if (stored.state === "draft") {
    const { kind, language, order } = stored.draft;
    const fileName = pdfFileName({ kind, language, number: order.orderNumber });
    return { fileName, mediaType, bytes: await renderPdf(stored.draft, ports) };
  }
  const artefact = await renderDocument(stored.summary.documentId, ports);
  const bytes = artefact && (await ports.files.read(artefact.fileKey));
  if (bytes === undefined) {
    throw new Error(
      `the PDF of ${titleOf(stored.document.kind, "en")} ${stored.document.number} is not in the file store`,
    );
  }
  return { fileName: pdfFileName(stored.document), mediaType, bytes };
}

async function readZip(documentIds: readonly string[], ports: DeskPorts): Promise<FileDownload> {
  const files: Record<string, Uint8Array> = {};
  for (const documentId of documentIds) {
    const stored = await ports.store.findDocument(documentId);
    if (stored?.state !== "issued") continue;
    const pdf = await toPdf(stored, ports);
    if (pdf !== undefined) files[pdf.fileName] = pdf.bytes;
  }
  // PDFs are compressed already: level 0 only packs them.
  return {
    fileName: "documents.zip",
    mediaType: "application/zip",
    bytes: zipSync(files, { level: 0 }),
  };
}
