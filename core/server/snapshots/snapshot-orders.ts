import { readWooWebhook } from "#adapters/platform/woocommerce";
import { decimal, formatAmount, roundToMoney, sumOf } from "#domain/money";
import { failed, ok } from "#domain/result";
import type {
  ArchivedOrder,
  MerchantStore,
  OrderArchive,
  OrderSource,
  OrderSummary,
} from "#domain/workflows";
import { keepSnapshot } from "./keep-snapshot.ts";

interface SnapshotPorts {
  readonly archive: OrderArchive;
  readonly store: MerchantStore;
}

/**
 * The orders of a shop that cannot be asked, as it last sent them; and its merchant's store, which keeps them as they come: what is
 * read of them is not written back. What the shop sent a moment ago counts, though its job has not come yet; the job still looks
 * what is due.
 */
export function snapshotOrders(
  shopId: string,
  { archive, store }: SnapshotPorts,
): { readonly orders: OrderSource; readonly store: MerchantStore } {
  async function keepWaiting(orderId: string): Promise<void> {
    for (const event of await archive.findWaitingEvents(shopId, orderId)) {
      const isOrder = readWooWebhook(event.topic, event.payload).type === "order";
      if (isOrder) await keepSnapshot(event, store);
    }
  }
  return {
    store: {
      ...store,
      saveOrder: () => Promise.resolve(),
      findOrder: async (ofShopId, orderId, readSince) => {
        await keepWaiting(orderId);
        return store.findOrder(ofShopId, orderId, readSince);
      },
    },
    orders: {
      async readOrder(orderId) {
        await keepWaiting(orderId);
        const order = await archive.findOrder(shopId, orderId);
        if (order !== undefined) return ok(order);
        return failed({
          code: "order-not-found",
          message:
            "Docket has no such order: the shop deleted it, or has not sent it yet. Save the order in the shop to send it again.",
        });
      },

      async listOrders(query, page) {
        const { rows, nextCursor } = await archive.listOrders({ ...query, shopId }, page);
        return ok({ rows: rows.map(summarise), nextCursor });
      },
    },
  };
}

function summarise({ cancelledAt, amountsRefunded, ...order }: ArchivedOrder): OrderSummary {
  const total = decimal(order.total);
  const refunded = sumOf(amountsRefunded.map((amount) => decimal(amount)));
  return {
    ...order,
    total: formatAmount(roundToMoney(total, order.currency)),
    isCancelled: cancelledAt !== null,
    refunded: refunded.lte(0) ? "none" : refunded.lt(total) ? "partly" : "wholly",
  };
}
