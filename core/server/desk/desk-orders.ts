import { isSellerComplete } from "#domain/party";
import { ok } from "#domain/result";
import { CATCH_UP_DAYS, findMissingDocuments } from "#domain/workflows";
import type { Desk, SetupStep } from "./desk.ts";
import { creditRefundOf, listRefunds, makeDocument } from "./make-document.ts";
import type { DeskPorts } from "./ports.ts";

/** Home does not wait longer than this for the shop. */
const HOME_PATIENCE_MS = 2500;
const RECENT_ORDERS = 50;
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
      const withDocuments = rows.map((order) => ({
        ...order,
        documents: documents.flatMap((document) =>
          document.orderId === order.orderId && document.state !== "discarded" ? [document] : [],
        ),
      }));
      return ok({ rows: withDocuments, nextCursor });
    },

    makeDocument: (orderId, kind, how) => makeDocument({ orderId, kind, how }, ports),
    listRefunds: (orderId) => listRefunds(orderId, ports),
    creditRefund: (refund, elsewhere, how) => creditRefundOf(refund, { elsewhere, how }, ports),
  };
}

async function loadHome(ports: DeskPorts): ReturnType<Desk["loadHome"]> {
  const { store, clock } = ports;
  const settings = await store.loadSettings();
  const [stats, recent, ordersWithoutDocument] = await Promise.all([
    store.loadStats(clock.today(settings.timeZone).slice(0, 7)),
    store.listDocuments({}, { limit: 5 }),
    countOrdersWithoutDocument(ports),
  ]);
  const { seller, sending, journals } = settings;
  const isFirstIssued = recent.rows.some(({ state }) => state === "issued");
  const setupSteps: SetupStep[] = [
    { step: "seller", isDone: isSellerComplete(seller) },
    {
      step: "numbering",
      isDone: isFirstIssued || journals.some(({ startNumber }) => startNumber > 1),
    },
    { step: "payment", isDone: seller.iban !== "" },
    { step: "sending", isDone: sending.replyTo !== "" },
    { step: "firstDocument", isDone: isFirstIssued },
  ];
  return {
    stats,
    ordersWithoutDocument,
    setupSteps,
    isSellerComplete: isSellerComplete(seller),
    recentDocuments: recent.rows,
  };
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
