import { Worker } from "node:worker_threads";
import type { PrintableDocument } from "#domain/presentation";
import type { LogoImage, RenderRequest } from "./document-compiler.ts";
import type { RenderAnswer, RenderTask } from "./render-worker.ts";
import { splitPages } from "./split-pages.ts";
import { workerPool } from "./worker-pool.ts";

export interface TypstRenderer {
  /**
   * One accessible PDF/A-3. The same input gives the same bytes, today and on another machine. `creationDate` is YYYY-MM-DD:
   * the document's issue date. Rejects when the worker dies or takes too long; a logo that cannot be read is left out.
   */
  renderPdf(
    printable: PrintableDocument,
    logo: LogoImage | null,
    creationDate: string,
  ): Promise<Uint8Array>;
  /** The same PDF with the invoice's XML inside: Factur-X 1.0 (ZUGFeRD 2), for a CII of the EN 16931 profile. */
  renderFacturX(
    printable: PrintableDocument,
    logo: LogoImage | null,
    hybrid: { readonly creationDate: string; readonly xml: string },
  ): Promise<Uint8Array>;
  /** The same pages as pictures, one SVG each, for a preview. */
  renderSvgPages(
    printable: PrintableDocument,
    logo: LogoImage | null,
    creationDate: string,
  ): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface TypstOptions {
  /** Threads that typeset at the same time. */
  readonly workers?: number;
  readonly timeoutSeconds?: number;
}

/** Typesets documents with Typst in threads of their own, so that the caller's event loop stays free. */
export function typstRenderer({
  workers = 1,
  timeoutSeconds = 30,
}: TypstOptions = {}): TypstRenderer {
  const pool = workerPool<RenderTask, RenderAnswer>({
    start: () => new Worker(new URL("render-worker.ts", import.meta.url)),
    size: workers,
    timeoutSeconds,
  });
  const renderPdf = async (request: RenderRequest): Promise<Uint8Array> => {
    const answer = await pool.run({ format: "pdf", ...request });
    if ("pdf" in answer) return answer.pdf;
    throw renderingError(answer);
  };
  return {
    renderPdf: (printable, logo, creationDate) => renderPdf({ printable, logo, creationDate }),
    renderFacturX: (printable, logo, hybrid) => renderPdf({ printable, logo, ...hybrid }),
    async renderSvgPages(printable, logo, creationDate) {
      const answer = await pool.run({ format: "svg", printable, logo, creationDate });
      if ("svg" in answer) return splitPages(answer.svg);
      throw renderingError(answer);
    },
    close: () => pool.close(),
  };
}

const renderingError = (answer: RenderAnswer): Error =>
  new Error("error" in answer ? answer.error : "the rendering worker answered another question");
