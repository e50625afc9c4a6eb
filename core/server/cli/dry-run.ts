import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { typstRenderer } from "#adapters/pdf/typst";
import { normaliseShopifyOrder } from "#adapters/platform/shopify";
import { normaliseWooOrder } from "#adapters/platform/woocommerce";
import { describeTrace, explainRounding } from "#domain/doctor";
import type { Document } from "#domain/document";
import {
  documentKindSchema,
  logoSchema,
  type DocumentKind,
  type MerchantSettings,
} from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import {
  logoKey,
  makeArtefact,
  type ArtefactType,
  type FileStore,
  type PageRenderer,
} from "#domain/workflows";
import { systemClock } from "../wiring/clock.ts";
import { fillText } from "../wiring/fill-text.ts";
import { sha256 } from "../wiring/sha256.ts";
import { computeDocument, type DryRunOutcome } from "./dry-run-document.ts";
import { findOrderFiles, readJson, readSettings } from "./dry-run-input.ts";
import { onOneLine, readOptions, reasonOf, Refusal, required } from "./refusal.ts";

/** What each platform's order files become. */
const PLATFORMS = { shopify: normaliseShopifyOrder, woocommerce: normaliseWooOrder } as const;

interface Run {
  readonly platform: keyof typeof PLATFORMS;
  readonly settings: MerchantSettings;
  readonly kind: DocumentKind;
  readonly refundId: string | undefined;
  readonly issueDate: string;
  /** Knows the logo and nothing else: nothing is stored. */
  readonly files: FileStore;
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
    "refund",
    "out",
    "logo",
    "date",
  ]);
  const platform = readPlatform(required(options.platform, "platform"));
  const files = await findOrderFiles(required(options.order, "order"));
  const settings = await readSettings(options.settings);
  const logo = await readLogo(options.logo);
  const renderer = typstRenderer();
  const run: Run = {
    platform,
    settings:
      logo === null
        ? settings
        : { ...settings, brand: { ...settings.brand, logo: logo.reference } },
    kind: readKind(options.kind ?? (options.refund === undefined ? "invoice" : "creditNote")),
    refundId: options.refund,
    issueDate: readDate(options.date, settings),
    files: filesOf(logo),
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
    const outcome = computeDocument(await readOrder(file, run), { ...run, index }, file);
    const folder = path.join(run.outFolder, path.basename(file, ".json"));
    await writeInto(folder, { "report.json": jsonText(reportOf(outcome)) });
    if (outcome.document === null) throw refusalOf(outcome, file);
    await writeInto(folder, await filesOfDocument(outcome.document, run));
    process.stdout.write(`${onOneLine(summarise(file, outcome.document))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const told = error.message.split("\n").map(onOneLine).join("\n");
    process.stderr.write(`${told}\n`);
    return error.exitCode;
  }
}

async function readOrder(file: string, { platform, settings }: Run): Promise<NormalisedOrder> {
  const order = PLATFORMS[platform](await readJson(file), settings.timeZone);
  if (order.ok) return order.value;
  throw new Refusal(`${file}: ${order.problem.field || "order"}: ${order.problem.message}`);
}

/** For programs: what the doctor found, why cents of rounding stand there, and why each part is taxed as it is. */
const reportOf = ({ draft, document, findings }: DryRunOutcome) => ({
  kind: draft.kind,
  number: document?.number ?? null,
  findings,
  explanation: explainRounding(draft),
  vatTrace: draft.vatTrace.map((trace) => ({ ...trace, words: describeTrace(trace) })),
});

const refusalOf = ({ findings }: DryRunOutcome, file: string): Refusal => {
  const errors = findings.filter(({ severity }) => severity === "error");
  const lines = errors.map(
    ({ ruleId, field, message }) => `${file}: ${field}: ${message.en} (${ruleId})`,
  );
  return new Refusal(lines.join("\n"), 3);
};

const FILES: Readonly<Record<Exclude<ArtefactType, "pdf">, string>> = {
  ubl: "invoice.ubl.xml",
  cii: "invoice.cii.xml",
  facturx: "factur-x.pdf",
};

/** The document in every form it has. One that cannot be an e-invoice, such as one in Kuwaiti dinar, is right all the same. */
async function filesOfDocument(document: Document, { files, renderer }: Run) {
  const ports = { files, renderer, fillText };
  const made: Record<string, string | Uint8Array> = { "document.json": jsonText(document) };
  const pdf = await makeArtefact(document, "pdf", ports);
  if (pdf.ok) made["document.pdf"] = pdf.value;
  for (const type of ["ubl", "cii", "facturx"] as const) {
    const file = await makeArtefact(document, type, ports);
    if (file.ok) made[FILES[type]] = file.value;
  }
  return made;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

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

function summarise(file: string, { kind, number, order, currency, totals }: Document): string {
  const rounding = /[1-9]/.test(totals.roundingAmount) ? `, rounding ${totals.roundingAmount}` : "";
  return (
    `${path.basename(file)}: ${kind} ${number} for order ${order.orderNumber}: ` +
    `${totals.totalWithoutVat} + VAT ${totals.vatTotal} = ${totals.totalWithVat} ${currency}${rounding}, ` +
    `paid ${totals.paidAmount}, due ${totals.amountDue}`
  );
}

function readPlatform(platform: string): Run["platform"] {
  if (platform === "shopify" || platform === "woocommerce") return platform;
  throw new Refusal(`--platform ${platform}: expected shopify or woocommerce`);
}

function readKind(kind: string): DocumentKind {
  const parsed = documentKindSchema.safeParse(kind);
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
  return { reference: reference.data, bytes };
}

const filesOf = (logo: Awaited<ReturnType<typeof readLogo>>): FileStore => ({
  read: async (key) =>
    logo !== null && key === logoKey(logo.reference.sha256) ? logo.bytes : undefined,
  write: async () => undefined,
  remove: async () => undefined,
});
