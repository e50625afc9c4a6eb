import { isSellerComplete, type Seller } from "#domain/party";
import { ok } from "#domain/result";
import { vatCurrencyOf } from "#domain/tax";
import {
  CATCH_UP_DAYS,
  findMissingDocuments,
  type DiscardedDraft,
  type DocumentStats,
  type DocumentSummary,
  type OrderSummary,
} from "#domain/workflows";
import { creditByHand } from "./credit-by-hand.ts";
import type { Desk, OrderRow, SetupStep } from "./desk.ts";
import { loadPlanUse } from "./desk-plan.ts";
import { findDraftsToMend } from "./find-drafts-to-mend.ts";
import { listRefunds, makeDocument } from "./make-document.ts";
import type { DeskPorts } from "./ports.ts";
import { refundsOf } from "./refunds-of.ts";

/** Home does not wait longer than this for the shop. */
const HOME_PATIENCE_MS = 2500;
const RECENT_ORDERS = 50;
/** So many of the newest drafts are examined. */
const EXAMINED_DRAFTS = 50;
const DAY_SECONDS = 24 * 60 * 60;

export function deskOrders(
  ports: DeskPorts,
): Pick<Desk, "loadHome" | "listOrders" | "makeDocument" | "listRefunds" | "creditRefund"> {
  const { store, orders, shop } = ports;
  return {
    loadHome: () => loadHome(ports),

    async listOrders(search, page) {
      const listed = await orders.listOrders({ search }, page);
      if (!listed.ok) return listed;
      const { rows, nextCursor } = listed.value;
      const documents = await store.listDocumentsOfOrders(
        shop.shopId,
        rows.map(({ orderId }) => orderId),
      );
      const shown = rows.map((order) => orderRow(order, documents, ports));
      return ok({ rows: await Promise.all(shown), nextCursor });
    },

    makeDocument: (orderId, kind, how) => makeDocument({ orderId, kind, how }, ports),
    listRefunds: (orderId) => listRefunds(orderId, ports),
    creditRefund: (refund, elsewhere, how) => creditByHand(refund, { elsewhere, how }, ports),
  };
}

async function orderRow(
  order: OrderSummary,
  documents: readonly (DocumentSummary | DiscardedDraft)[],
  { store, shop }: DeskPorts,
): Promise<OrderRow> {
  const own = documents.filter(({ orderId }) => orderId === order.orderId);
  const snapshot =
    order.refunded === "none" ? undefined : await store.findOrder(shop.shopId, order.orderId);
  const open = snapshot && refundsOf(snapshot, own).filter(({ creditNote }) => creditNote === null);
  return {
    ...order,
    documents: own.flatMap((document) => (document.state === "discarded" ? [] : [document])),
    openRefunds: order.refunded === "none" ? 0 : (open?.length ?? null),
  };
}

async function loadHome(ports: DeskPorts): ReturnType<Desk["loadHome"]> {
  const { store, clock } = ports;
  const settings = await store.loadSettings();
  const [stats, recent, issued, draftsToMend, ordersWithoutDocument, planUse] = await Promise.all([
    store.loadStats(clock.today(settings.timeZone).slice(0, 7)),
    store.listDocuments({}, { limit: 5 }),
    store.listDocuments({ state: "issued" }, { limit: 1 }),
    countDraftsToMend(ports),
    countOrdersWithoutDocument(ports),
    loadPlanUse(ports),
  ]);
  const { seller, sending, journals } = settings;
  const isFirstIssued = issued.rows.length > 0;
  const setupSteps: SetupStep[] = [
    { step: "seller", isDone: isSellerComplete(seller) },
    {
      step: "numbering",
      isDone: isFirstIssued || journals.some(({ startNumber }) => startNumber > 1),
    },
    { step: "payment", isDone: seller.iban !== "" },
    { step: "sending", isDone: sending.replyTo !== "" },
    { step: "firstDocument", isDone: recent.rows.length > 0 },
  ];
  return {
    stats: { ...stats, invoicedThisMonth: inOrder(stats.invoicedThisMonth, seller) },
    draftsToMend,
    ordersWithoutDocument,
    setupSteps,
    isSellerComplete: isSellerComplete(seller),
    recentDocuments: recent.rows,
    planUse,
  };
}

/** The seller's own currency first; a currency whose invoices were credited in full has nothing to tell. */
function inOrder(
  invoiced: DocumentStats["invoicedThisMonth"],
  { address }: Seller,
): DocumentStats["invoicedThisMonth"] {
  const own = vatCurrencyOf(address.countryCode);
  return invoiced
    .filter(({ total }) => /[1-9]/.test(total))
    .toSorted((a, b) => Number(b.currency === own) - Number(a.currency === own));
}

async function countDraftsToMend({ store }: DeskPorts): Promise<number> {
  const { rows } = await store.listDocuments({ state: "draft" }, { limit: EXAMINED_DRAFTS });
  const toMend = await findDraftsToMend(
    rows.map(({ documentId }) => documentId),
    { store },
  );
  return toMend.length;
}

/** Null when the shop does not answer in time: Home shows the rest. */
async function countOrdersWithoutDocument(ports: DeskPorts): Promise<number | null> {
  const since = ports.clock.after(-CATCH_UP_DAYS * DAY_SECONDS);
  const look = { shop: ports.shop, since, mostOrders: RECENT_ORDERS };
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), HOME_PATIENCE_MS);
  });
  const missing = await Promise.race([findMissingDocuments(look, ports), tooLate]);
  clearTimeout(timer);
  return missing?.ok ? missing.value.length : null;
}
