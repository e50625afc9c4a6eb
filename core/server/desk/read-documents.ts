import { zipSync } from "fflate";
import { pdfFileName } from "#domain/delivery";
import { chargedTotal } from "#domain/document";
import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { renderDocument, renderPdf, type StoredDocument } from "#domain/workflows";
import type { DocumentView, FileDownload } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

export async function loadDocument(
  documentId: string,
  { store }: DeskPorts,
): Promise<DocumentView | undefined> {
  const stored = await store.findDocument(documentId);
  if (stored === undefined) return undefined;
  const [deliveries, timeline, artefact, order] = await Promise.all([
    store.listDeliveries(documentId),
    store.listTimeline(documentId),
    store.findArtefact(documentId, "pdf"),
    store.findOrder(stored.summary.shopId, stored.summary.orderId),
  ]);
  const isPdfReady = artefact !== undefined;
  return { stored, deliveries, timeline, isPdfReady, orderChange: findOrderChange(stored, order) };
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

/** The stored PDF, or a draft's with its watermark. Undefined when a privacy request removed the content. */
export async function toPdf(
  stored: StoredDocument,
  ports: DeskPorts,
): Promise<FileDownload | undefined> {
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
    throw new Error(`the PDF of ${stored.document.number} is not in the file store`);
  }
  return { fileName: pdfFileName(stored.document), mediaType, bytes };
}

/** All PDFs in one ZIP; drafts are left out. Two documents whose names come out alike both get in. */
export async function readZip(
  documentIds: readonly string[],
  ports: DeskPorts,
): Promise<FileDownload> {
  const files: Record<string, Uint8Array> = {};
  for (const documentId of documentIds) {
    const stored = await ports.store.findDocument(documentId);
    if (stored?.state !== "issued") continue;
    const pdf = await toPdf(stored, ports);
    if (pdf === undefined) continue;
    const isTaken = pdf.fileName in files;
    files[isTaken ? `${documentId}-${pdf.fileName}` : pdf.fileName] = pdf.bytes;
  }
  // PDFs are compressed already: level 0 only packs them.
  const bytes = zipSync(files, { level: 0 });
  return { fileName: "documents.zip", mediaType: "application/zip", bytes };
}
