import { draftDocument, freezeDocument, type DraftDocument } from "#domain/document";
import {
  defaultSettings,
  type DocumentKind,
  type Journal,
  type MerchantSettings,
} from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import type { BillingStore, Cause, IssueRequest, MerchantStore, Shop } from "#domain/workflows";
import { LARGEST_PLAN } from "../../../../tests/support/largest-plan.ts";
import { billingStore } from "./billing-store.ts";
import type { DatabaseConnection } from "./connect.ts";
import { merchantStore } from "./merchant-store.ts";
import type { JobQueue } from "./queue.ts";
import { shopDirectory } from "./shop-directory.ts";

export const SETTINGS = defaultSettings();
export const JOURNAL: Journal = {
  journalId: "invoices",
  name: "Invoices",
  pattern: "{year}-{number:4}",
  startNumber: 1,
  resetsYearly: true,
};
const TODAY = "2026-11-21";

export interface TestMerchant {
  readonly shop: Shop;
  readonly store: MerchantStore;
  readonly billing: BillingStore;
}

let shops = 0;

/** A merchant with one shop and the largest plan: what is tested is not the plan. */
export async function aMerchant(
  database: Pick<DatabaseConnection, "prisma" | "pool">,
  queue: JobQueue,
  settings: MerchantSettings = SETTINGS,
): Promise<TestMerchant> {
  const merchant = await aFreeMerchant(database, queue, settings);
  await merchant.billing.applyEvent(LARGEST_PLAN);
  return merchant;
}

/** A merchant with one shop, on the free plan. */
export async function aFreeMerchant(
  database: Pick<DatabaseConnection, "prisma" | "pool">,
  queue: JobQueue,
  settings: MerchantSettings = SETTINGS,
): Promise<TestMerchant> {
  shops += 1;
  const domain = `shop-${process.pid}-${shops}.myshopify.com`;
  const shop = await shopDirectory(database).connectShop({ platform: "shopify", domain }, settings);
  const billing = billingStore(database, shop.merchantId);
  return { shop, billing, store: merchantStore(database, queue, shop.merchantId) };
}

export function aDraft(order: NormalisedOrder, kind: DocumentKind = "invoice"): DraftDocument {
  const draft = draftDocument(order, kind, SETTINGS);
  if (!draft.ok) throw new Error(draft.problem.message);
  return draft.value;
}

export const invoiceOf = ({ shop }: Pick<TestMerchant, "shop">, order: NormalisedOrder): Cause => ({
  shopId: shop.shopId,
  orderId: order.orderId,
  kind: "invoice",
  part: "",
});

/** The request that a workflow makes for this order. */
export function issueRequest(
  { shop }: Pick<TestMerchant, "shop">,
  order: NormalisedOrder,
  changes: Partial<IssueRequest> & { readonly kind?: DocumentKind; readonly part?: string } = {},
): IssueRequest {
  const { kind = "invoice", part = "", ...others } = changes;
  const draft = aDraft(order, kind);
  const journal = others.journal ?? JOURNAL;
  return {
    cause: { shopId: shop.shopId, orderId: order.orderId, kind, part },
    journalId: journal.journalId,
    journal,
    draft,
    today: TODAY,
    sendTo: null,
    allowance: { included: 10_000, extra: null },
    freeze: (taken) => freezeDocument(draft, { ...taken }, (template) => template),
    ...others,
  };
}
