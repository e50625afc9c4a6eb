import { zipSync } from "fflate";
import { pdfFileName } from "#domain/delivery";
import {
  loadPlan,
  renderArtefact,
  renderPdf,
  type ArtefactType,
  type StoredDocument,
} from "#domain/workflows";
import type { FileDownload } from "./desk.ts";
import type { DeskPorts } from "./ports.ts";

/** A stored file, or a draft's PDF with its watermark. Undefined when there is none, or a privacy request removed it. */
export async function readFile(
  stored: StoredDocument,
  type: ArtefactType,
  ports: DeskPorts,
): Promise<FileDownload | undefined> {
  if (stored.state === "redacted") return undefined;
  if (stored.state === "draft") {
    if (type !== "pdf") return undefined;
    const { kind, language, order } = stored.draft;
    const fileName = pdfFileName({ kind, language, number: order.orderNumber });
    return { fileName, mediaType: MEDIA_TYPES.pdf, bytes: await renderPdf(stored.draft, ports) };
  }
  if (type !== "pdf" && !(await mayHaveEInvoice(stored.summary.documentId, type, ports)))
    return undefined;
  const rendered = await renderArtefact(stored.summary.documentId, type, ports);
  if (rendered?.ok !== true) return undefined;
  const fileName = pdfFileName(stored.document).replace(/\.pdf$/, ENDINGS[type]);
  return { fileName, mediaType: MEDIA_TYPES[type], bytes: rendered.value.bytes };
}

/** What was made while the plan had e-invoices stays at hand. */
async function mayHaveEInvoice(
  documentId: string,
  type: ArtefactType,
  ports: DeskPorts,
): Promise<boolean> {
  const { plan } = await loadPlan(ports);
  if (plan.entitlements.eInvoices) return true;
  return (await ports.store.findArtefact(documentId, type)) !== undefined;
}

const ENDINGS: Readonly<Record<ArtefactType, string>> = {
  pdf: ".pdf",
  ubl: ".ubl.xml",
  cii: ".cii.xml",
  facturx: ".factur-x.pdf",
};

const MEDIA_TYPES: Readonly<Record<ArtefactType, string>> = {
  pdf: "application/pdf",
  ubl: "application/xml",
  cii: "application/xml",
  facturx: "application/pdf",
};

/** All PDFs in one ZIP; drafts are left out. Two documents whose names come out alike both get in. */
export async function readZip(
  documentIds: readonly string[],
  ports: DeskPorts,
): Promise<FileDownload> {
  const files: Record<string, Uint8Array> = {};
  for (const documentId of documentIds) {
    const stored = await ports.store.findDocument(documentId);
    if (stored?.state !== "issued") continue;
    const pdf = await readFile(stored, "pdf", ports);
    if (pdf === undefined) continue;
    const isTaken = pdf.fileName in files;
    files[isTaken ? `${documentId}-${pdf.fileName}` : pdf.fileName] = pdf.bytes;
  }
  // PDFs are compressed already: level 0 only packs them.
  const bytes = zipSync(files, { level: 0 });
  return { fileName: "documents.zip", mediaType: "application/zip", bytes };
}
