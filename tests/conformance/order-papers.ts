import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { normaliseShopifyOrder } from "#adapters/platform/shopify";
import { normaliseWooOrder } from "#adapters/platform/woocommerce";
import { draftDocument, draftRefundCredit, freezeDocument, type Document } from "#domain/document";
import { eInvoiceOf, type EInvoice } from "#domain/einvoice";
import { merchantSettingsSchema } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { BELGIAN_SELLER } from "./parties.ts";

const ORDERS = path.join(import.meta.dirname, "../orders");
const PLATFORMS = { shopify: normaliseShopifyOrder, woocommerce: normaliseWooOrder } as const;
const settings = merchantSettingsSchema.parse({ seller: BELGIAN_SELLER });

interface OrderPapers {
  readonly papers: readonly { readonly name: string; readonly invoice: EInvoice }[];
  /** Why a paper has no electronic form: "name: code field". */
  readonly refusals: readonly string[];
}

/** The invoices and credit notes of the orders of tests/orders, as far as Docket makes some of them. */
export async function readOrderPapers(): Promise<OrderPapers> {
  const named = await Promise.all([readPapers("shopify"), readPapers("woocommerce")]);
  const results = named
    .flat()
    .map(({ name, document }) => ({ name, result: eInvoiceOf(document) }));
  return {
    papers: results.flatMap(({ name, result }) =>
      result.ok ? [{ name, invoice: result.value }] : [],
    ),
    refusals: results.flatMap(({ name, result }) =>
      result.ok ? [] : [`${name}: ${result.problem.code} ${result.problem.field}`],
    ),
  };
}

async function readPapers(platform: keyof typeof PLATFORMS) {
  const folder = path.join(ORDERS, platform);
  const files = (await readdir(folder)).toSorted();
  const papers = await Promise.all(
    files.map(async (file) => {
      const node: unknown = JSON.parse(await readFile(path.join(folder, file), "utf8"));
      const order = PLATFORMS[platform](node, settings.timeZone);
      return { name: `${platform}-${path.parse(file).name}`, order };
    }),
  );
  return papers.flatMap(({ name, order }) => (order.ok ? papersOf(name, order.value) : []));
}

function papersOf(name: string, order: NormalisedOrder) {
  const draft = draftDocument(order, "invoice", settings);
  if (!draft.ok) return [];
  const invoice = freezeDocument(
    draft.value,
    { number: "2026-0042", issueDate: "2026-11-21" },
    (template) => template,
  );
  const notes = creditNotesOf(order, invoice);
  return [
    { name, document: invoice },
    ...notes.map((document, index) => ({ name: `${name}-credit-note-${index + 1}`, document })),
  ];
}

/** One for each refund that gives something back, oldest first. */
const creditNotesOf = (order: NormalisedOrder, invoice: Document): readonly Document[] =>
  order.refunds
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .reduce<readonly Document[]>((creditNotes, refund) => {
      const draft = draftRefundCredit(
        { order, refund, invoices: [invoice], creditNotes },
        settings,
      );
      if (!draft.ok) return creditNotes;
      const number = `C2026-${creditNotes.length + 1}`;
      const note = freezeDocument(
        draft.value,
        { number, issueDate: "2026-11-28" },
        (template) => template,
      );
      return [...creditNotes, note];
    }, []);
