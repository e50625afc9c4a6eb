import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { typstRenderer } from "#adapters/pdf/typst";
import { normaliseShopifyOrder } from "#adapters/platform/shopify";
import { draftDocument, freezeDocument, type Document } from "#domain/document";
import {
  documentKindSchema,
  logoSchema,
  type DocumentKind,
  type MerchantSettings,
} from "#domain/merchant";
import { eInvoiceOf, writeCii, writeUbl } from "#domain/einvoice";
import { formatNumber } from "#domain/numbering";
import { presentDocument } from "#domain/presentation";
import { findJournal, type LogoImage, type PageRenderer } from "#domain/workflows";
import { systemClock } from "../wiring/clock.ts";
import { fillText } from "../wiring/fill-text.ts";
import { sha256 } from "../wiring/sha256.ts";
import { findOrderFiles, readJson, readSettings } from "./dry-run-input.ts";
import { onOneLine, readOptions, reasonOf, Refusal, required } from "./refusal.ts";

interface Run {
  readonly settings: MerchantSettings;
  readonly kind: DocumentKind;
  readonly issueDate: string;
  readonly logo: LogoImage | null;
  readonly outFolder: string;
  readonly renderer: PageRenderer;
}

/** Orders in, documents out; nothing is stored and no number is taken. The worst exit code of all orders counts. */
export async function dryRun(args: string[]): Promise<number> {
  const options = readOptions(args, [
    "platform",
    "order",
    "settings",
    "kind",
    "out",
    "logo",
    "date",
  ]);
  const platform = required(options.platform, "platform");
  if (platform !== "shopify") throw new Refusal(`--platform ${platform}: expected shopify`);
  const files = await findOrderFiles(required(options.order, "order"));
  const settings = await readSettings(options.settings);
  const logo = await readLogo(options.logo);
  const renderer = typstRenderer();
  const run: Run = {
    settings:
      logo === null
        ? settings
        : { ...settings, brand: { ...settings.brand, logo: logo.reference } },
    kind: readKind(options.kind),
    issueDate: readDate(options.date, settings),
    logo: logo?.image ?? null,
    outFolder: required(options.out, "out"),
    renderer,
  };
  const codes: number[] = [];
  try {
    await makeFolder(run.outFolder);
    for (const [index, file] of files.entries()) codes.push(await dryRunFile(file, index, run));
  } finally {
    await renderer.close();
  }
  return codes.includes(2) ? 2 : Math.max(...codes);
}

async function dryRunFile(file: string, index: number, run: Run): Promise<number> {
  try {
    const document = await computeDocument(file, index, run);
    const folder = path.join(run.outFolder, path.basename(file, ".json"));
    const pdf = await run.renderer.renderPdf(presentDocument(document), run.logo, run.issueDate);
    const json = `${JSON.stringify(document, null, 2)}\n`;
    await writeInto(folder, {
      "document.json": json,
      "document.pdf": pdf,
      ...eInvoiceFiles(document),
    });
    process.stdout.write(`${onOneLine(summarise(file, document))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${onOneLine(error.message)}\n`);
    return error.exitCode;
  }
}

/** An invoice as UBL and as CII. One that cannot be an e-invoice, such as one in Kuwaiti dinar, has none, and is right all the same. */
function eInvoiceFiles(document: Document): Readonly<Record<string, string>> {
  const eInvoice = eInvoiceOf(document);
  if (!eInvoice.ok) return {};
  return {
    "invoice.ubl.xml": writeUbl(eInvoice.value),
    "invoice.cii.xml": writeCii(eInvoice.value),
  };
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Refusal(`--out ${folder}: ${reasonOf(error)}`);
  });
}

async function writeInto(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await makeFolder(folder);
  try {
    for (const [name, content] of Object.entries(files))
      await writeFile(path.join(folder, name), content);
  } catch (error) {
    throw new Refusal(`--out ${folder}: ${reasonOf(error)}`);
  }
}

async function computeDocument(
  file: string,
  index: number,
  { settings, kind, issueDate }: Run,
): Promise<Document> {
  const order = normaliseShopifyOrder(await readJson(file), settings.timeZone);
  if (!order.ok)
    throw new Refusal(`${file}: ${order.problem.field || "order"}: ${order.problem.message}`);
  const draft = draftDocument(order.value, kind, settings);
  if (!draft.ok)
    throw new Refusal(`${file}: ${draft.problem.field ?? "order"}: ${draft.problem.message}`, 3);
  const journal = findJournal({ kind }, settings);
  const number = formatNumber(journal, journal.startNumber + index, issueDate);
  return freezeDocument(draft.value, { number, issueDate }, fillText);
}

function summarise(file: string, { kind, number, order, currency, totals }: Document): string {
  const rounding = /[1-9]/.test(totals.roundingAmount) ? `, rounding ${totals.roundingAmount}` : "";
  return (
    `${path.basename(file)}: ${kind} ${number} for order ${order.orderNumber}: ` +
    `${totals.totalWithoutVat} + VAT ${totals.vatTotal} = ${totals.totalWithVat} ${currency}${rounding}, ` +
    `paid ${totals.paidAmount}, due ${totals.amountDue}`
  );
}

function readKind(kind: string | undefined): DocumentKind {
  const parsed = documentKindSchema.safeParse(kind ?? "invoice");
  if (parsed.success) return parsed.data;
  throw new Refusal(`--kind ${kind}: expected one of ${documentKindSchema.options.join(", ")}`);
}

function readDate(date: string | undefined, { timeZone }: MerchantSettings): string {
  if (date === undefined) return systemClock.today(timeZone);
  if (z.iso.date().safeParse(date).success) return date;
  throw new Refusal(`--date ${date}: expected a date such as 2026-11-21`);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".svg": "image/svg+xml",
};

async function readLogo(file: string | undefined) {
  if (file === undefined) return null;
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Refusal(`--logo ${file}: ${reasonOf(error)}`);
  });
  const mediaType = MEDIA_TYPES[path.extname(file).toLowerCase()];
  const reference = logoSchema.safeParse({ mediaType, sha256: sha256(bytes) });
  if (!reference.success) throw new Refusal(`--logo ${file}: expected a PNG, JPEG or SVG file`);
  return { reference: reference.data, image: { mediaType: reference.data.mediaType, bytes } };
}
