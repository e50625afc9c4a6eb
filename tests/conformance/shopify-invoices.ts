import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { normaliseShopifyOrder } from "#adapters/platform/shopify";
import { draftDocument, freezeDocument, type Document } from "#domain/document";
import { eInvoiceOf, type EInvoice } from "#domain/einvoice";
import { merchantSettingsSchema } from "#domain/merchant";
import { BELGIAN_SELLER } from "./parties.ts";

const FOLDER = path.join(import.meta.dirname, "../orders/shopify");

interface ShopifyInvoices {
  readonly invoices: readonly { readonly name: string; readonly invoice: EInvoice }[];
  /** Why an invoice has no electronic form: "file: code field". */
  readonly refusals: readonly string[];
}

/** What the real-shaped Shopify orders of tests/orders become, as far as Docket makes an invoice of them. */
export async function readShopifyInvoices(): Promise<ShopifyInvoices> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".json")).toSorted();
  const documents = await Promise.all(names.map((name) => documentOf(path.join(FOLDER, name))));
  const results = documents.flatMap((document, index) =>
    document === null ? [] : [{ name: names[index] ?? "", result: eInvoiceOf(document) }],
  );
  return {
    invoices: results.flatMap(({ name, result }) =>
      result.ok ? [{ name: path.parse(name).name, invoice: result.value }] : [],
    ),
    refusals: results.flatMap(({ name, result }) =>
      result.ok ? [] : [`${name}: ${result.problem.code} ${result.problem.field}`],
    ),
  };
}

async function documentOf(file: string): Promise<Document | null> {
  const settings = merchantSettingsSchema.parse({ seller: BELGIAN_SELLER });
  const node: unknown = JSON.parse(await readFile(file, "utf8"));
  const order = normaliseShopifyOrder(node, settings.timeZone);
  const draft = order.ok ? draftDocument(order.value, "invoice", settings) : order;
  if (!draft.ok) return null;
  const given = { number: "2026-0042", issueDate: "2026-11-21", journalIndex: 0 };
  return freezeDocument(draft.value, given, (template) => template);
}
