import type { Document, DraftDocument, FillText } from "#domain/document";
import { eInvoiceOf, writeCii, writeUbl, type Attachment, type EInvoice } from "#domain/einvoice";
import { KIND_FACTS, type Logo } from "#domain/merchant";
import { presentDocument, type PrintableDocument } from "#domain/presentation";
import { failed, ok, type Problem, type Result } from "#domain/result";
import type { Artefact, ArtefactType, FileStore, MerchantStore } from "./ports.ts";

export interface LogoImage {
  readonly mediaType: Logo["mediaType"];
  readonly bytes: Uint8Array;
}

/** Makes pages of a printable document. The same input gives the same bytes. */
export interface PageRenderer {
  renderPdf(
    printable: PrintableDocument,
    logo: LogoImage | null,
    creationDate: string,
  ): Promise<Uint8Array>;
  /** The PDF with the e-invoice (CII) inside, as Factur-X and ZUGFeRD want it. */
  renderFacturX(
    printable: PrintableDocument,
    logo: LogoImage | null,
    hybrid: { readonly creationDate: string; readonly xml: string },
  ): Promise<Uint8Array>;
  /** One SVG per page. */
  renderSvgPages(
    printable: PrintableDocument,
    logo: LogoImage | null,
    creationDate: string,
  ): Promise<readonly string[]>;
}

export interface RenderPorts {
  readonly store: MerchantStore;
  readonly files: FileStore;
  readonly renderer: PageRenderer;
  readonly sha256: (bytes: Uint8Array) => string;
  readonly fillText: FillText;
}

export type ArtefactProblem = Problem<"not-issued" | "no-e-invoice">;

/**
 * Renders an issued document's PDF once and keeps it with its hash. Safe to repeat: a file is named by its content, so that
 * one left by a killed process, or by a release that printed otherwise, stands in nobody's way.
 */
export async function renderDocument(
  documentId: string,
  ports: RenderPorts,
): Promise<Artefact | undefined> {
  const rendered = await renderArtefact(documentId, "pdf", ports);
  return rendered?.ok === true ? rendered.value.artefact : undefined;
}

/** An artefact that is kept, or made and kept now. Undefined: there is no such document. */
export async function renderArtefact(
  documentId: string,
  type: ArtefactType,
  ports: RenderPorts,
): Promise<
  Result<{ readonly artefact: Artefact; readonly bytes: Uint8Array }, ArtefactProblem> | undefined
> {
  const { store, files, sha256 } = ports;
  const stored = await store.findDocument(documentId);
  if (stored === undefined) return undefined;
  if (stored.state !== "issued") {
    return failed({ code: "not-issued", message: "Only an issued document has files of its own." });
  }
  const existing = await store.findArtefact(documentId, type);
  const kept = existing && (await files.read(existing.fileKey));
  if (existing !== undefined && kept !== undefined) return ok({ artefact: existing, bytes: kept });

  const made = await makeArtefact(stored.document, type, ports);
  if (!made.ok) return made;
  const bytes = made.value;
  const hash = sha256(bytes);
  const fileKey = `documents/${store.merchantId}/${documentId}/${hash}${SUFFIXES[type]}`;
  await files.write(fileKey, bytes);
  const byteLength = bytes.length;
  const artefact = await store.saveArtefact({
    documentId,
    type,
    fileKey,
    sha256: hash,
    byteLength,
  });
  // Another process may have been first, with other bytes: what is kept counts.
  const first = artefact.fileKey === fileKey ? bytes : await files.read(artefact.fileKey);
  return ok({ artefact, bytes: first ?? bytes });
}

const SUFFIXES: Readonly<Record<ArtefactType, string>> = {
  pdf: ".pdf",
  facturx: ".pdf",
  ubl: ".xml",
  cii: ".xml",
};

/** One file of an issued document, from the document alone. */
export async function makeArtefact(
  document: Document,
  type: ArtefactType,
  ports: PagePorts,
): Promise<Result<Uint8Array, ArtefactProblem>> {
  if (type === "pdf") return ok(await renderPdf(document, ports));
  const eInvoice = eInvoiceOf(document);
  if (!eInvoice.ok) return failed({ code: "no-e-invoice", message: eInvoice.problem.message });
  const cii = facturXml(eInvoice.value);
  switch (type) {
    case "ubl": {
      const attachments = document.eInvoicing.attachesPdf
        ? [attachment(document, await renderPdf(document, ports))]
        : [];
      return ok(utf8(writeUbl(eInvoice.value, { attachments })));
    }
    case "cii":
      return ok(utf8(cii));
    case "facturx":
      return ok(await renderHybrid(document, cii, ports));
  }
}

/** CII is for Factur-X and ZUGFeRD, whose profile "EN 16931" is the European core; networks get the UBL. */
const facturXml = (eInvoice: EInvoice): string => writeCii({ ...eInvoice, profile: "core" });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const attachment = ({ number }: Document, pdf: Uint8Array): Attachment => ({
  id: number,
  description: "PDF",
  fileName: `${number.replaceAll(/[^A-Za-z0-9._-]/g, "-")}.pdf`,
  mediaType: "application/pdf",
  base64: base64Of(pdf),
});

/** As a browser can too. In pieces, because a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let binary = "";
  for (let start = 0; start < bytes.length; start += PIECE)
    binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(binary);
}

export type PagePorts = Pick<RenderPorts, "files" | "renderer" | "fillText">;

/**
 * The PDF of a document, or of a draft with its watermark. A merchant who wants the e-invoice inside gets it wherever the document
 * has one.
 */
export async function renderPdf(
  document: Document | DraftDocument,
  ports: PagePorts,
): Promise<Uint8Array> {
  const wantsXml = document.eInvoicing.embedsXml && KIND_FACTS[document.kind].isFiscal;
  const eInvoice = wantsXml && "number" in document ? eInvoiceOf(document) : undefined;
  if (eInvoice?.ok === true) {
    return renderHybrid(document, facturXml(eInvoice.value), ports);
  }
  const { files, renderer, fillText } = ports;
  return renderer.renderPdf(
    printable(document, fillText),
    await readLogo(document.brand.logo, files),
    creationDate(document),
  );
}

const renderHybrid = async (
  document: Document | DraftDocument,
  xml: string,
  { files, renderer, fillText }: PagePorts,
): Promise<Uint8Array> =>
  renderer.renderFacturX(
    printable(document, fillText),
    await readLogo(document.brand.logo, files),
    { creationDate: creationDate(document), xml },
  );

/** The same pages as pictures, for a preview. */
export const renderPages = async (
  document: Document | DraftDocument,
  { files, renderer, fillText }: PagePorts,
): Promise<readonly string[]> =>
  renderer.renderSvgPages(
    printable(document, fillText),
    await readLogo(document.brand.logo, files),
    creationDate(document),
  );

/** A draft's caption is filled in with what is known of it, so that a preview shows the page as it will print. */
const printable = (document: Document | DraftDocument, fillText: FillText): PrintableDocument =>
  "captionTemplate" in document
    ? presentDocument(document, { caption: fillText(document.captionTemplate, document) })
    : presentDocument(document);

/** The date inside the file, so that the same document always gives the same bytes. */
const creationDate = (document: Document | DraftDocument): string =>
  "issueDate" in document ? document.issueDate : document.order.orderDate;

/** Where a logo's bytes lie. Named by their hash, so a new logo never changes an old document. */
export const logoKey = (sha256: string): string => `logos/${sha256}`;

async function readLogo(logo: Logo | null, files: FileStore): Promise<LogoImage | null> {
  if (logo === null) return null;
  const bytes = await files.read(logoKey(logo.sha256));
  return bytes === undefined ? null : { mediaType: logo.mediaType, bytes };
}
