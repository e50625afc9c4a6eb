import path from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { PrintableDocument } from "#domain/presentation";
import { drawable } from "./drawable-text.ts";
import { fontCoverage } from "./font-coverage.ts";
import { readFonts } from "./fonts.ts";
import { qrSvg } from "./qr-code.ts";
import { withFacturXMetadata } from "./factur-x-metadata.ts";

export interface LogoImage {
  readonly mediaType: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly bytes: Uint8Array;
}

export interface RenderRequest {
  readonly printable: PrintableDocument;
  readonly logo: LogoImage | null;
  /** YYYY-MM-DD; the PDF says that it was made at the beginning of that day, UTC. */
  readonly creationDate: string;
  /** The same invoice as CII: the PDF then carries it as Factur-X. */
  readonly xml?: string;
}

export interface DocumentCompiler {
  compilePdf(request: RenderRequest): Uint8Array;
  compileSvg(request: RenderRequest): string;
  /** Gives back the memory that compiling gathered. */
  evictCache(): void;
}

const EXTENSIONS = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const;
/** Accessible first; a logo that it cannot hold, such as an SVG with odd letters, still fits the plain level. */
const PDF_STANDARDS = ["a-3a", "a-3b"] as const;

/** Typst with our fonts and templates. Compiling blocks its thread. */
export function documentCompiler(): DocumentCompiler {
  const workspace = fileURLToPath(new URL("templates", import.meta.url));
  const fonts = readFonts();
  const covers = fontCoverage(fonts);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });

  const compile = (request: RenderRequest, logo: LogoImage | null): NodeTypstDocument => {
    const file = logo === null ? "" : `logo.${EXTENSIONS[logo.mediaType]}`;
    const shadow = path.join(workspace, file);
    if (logo !== null) compiler.mapShadow(shadow, Buffer.from(logo.bytes));
    try {
      const compiled = compiler.compile({
        mainFilePath: path.join(workspace, "main.typ"),
        inputs: {
          document: JSON.stringify(drawable(request.printable, covers)),
          assets: JSON.stringify({
            logo: file,
            qr: qrSvg(request.printable.payment?.epcPayload ?? ""),
          }),
          xml: request.xml ?? "",
        },
      });
      if (compiled.result !== null) return compiled.result;
      throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
    } finally {
      if (logo !== null) compiler.unmapShadow(shadow);
    }
  };

  const exportPdf = (request: RenderRequest, logo: LogoImage | null): Uint8Array => {
    const compiled = compile(request, logo);
    const creationTimestamp = Date.parse(`${request.creationDate}T00:00:00Z`) / 1000;
    const pdf = firstThatWorks(
      PDF_STANDARDS.map(
        (pdfStandard) => () => compiler.pdf(compiled, { pdfStandard, creationTimestamp }),
      ),
    );
    return request.xml === undefined ? pdf : withFacturXMetadata(pdf);
  };

  return {
    compilePdf: (request) =>
      firstThatWorks(logoChoices(request).map((logo) => () => exportPdf(request, logo))),
    compileSvg: (request) =>
      firstThatWorks(
        logoChoices(request).map((logo) => () => compiler.plainSvg(compile(request, logo))),
      ),
    evictCache: () => compiler.evictCache(0),
  };
}

/** A broken logo costs the page its logo, not the merchant the document. */
const logoChoices = ({ logo }: RenderRequest): readonly (LogoImage | null)[] =>
  logo === null ? [null] : [logo, null];

/** The first answer; when there is none, the last failure. */
function firstThatWorks<Value>(attempts: readonly (() => Value)[]): Value {
  let failure: unknown = new Error("nothing to try");
  for (const attempt of attempts) {
    try {
      return attempt();
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
