import type { Document, DraftDocument, FillText } from "#domain/document";
import type { Logo } from "#domain/merchant";
import { presentDocument, type PrintableDocument } from "#domain/presentation";
import type { Artefact, FileStore, MerchantStore } from "./ports.ts";

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

/**
 * Renders an issued document's PDF once and keeps it with its hash. Safe to repeat: a file is named by its content, so that
 * one left by a killed process, or by a release that printed otherwise, stands in nobody's way.
 */
export async function renderDocument(
  documentId: string,
  ports: RenderPorts,
): Promise<Artefact | undefined> {
  const { store, files, sha256 } = ports;
  const existing = await store.findArtefact(documentId, "pdf");
  if (existing !== undefined) return existing;
  const stored = await store.findDocument(documentId);
  if (stored?.state !== "issued") return undefined;

  const bytes = await renderPdf(stored.document, ports);
  const hash = sha256(bytes);
  const fileKey = `documents/${store.merchantId}/${documentId}/${hash}.pdf`;
  await files.write(fileKey, bytes);
  const byteLength = bytes.length;
  return store.saveArtefact({ documentId, type: "pdf", fileKey, sha256: hash, byteLength });
}

type PagePorts = Pick<RenderPorts, "files" | "renderer" | "fillText">;

/** The PDF of a document, or of a draft with its watermark. */
export const renderPdf = async (
  document: Document | DraftDocument,
  { files, renderer, fillText }: PagePorts,
): Promise<Uint8Array> =>
  renderer.renderPdf(
    printable(document, fillText),
    await readLogo(document.brand.logo, files),
    creationDate(document),
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
