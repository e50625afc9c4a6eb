import { normalisedOrderSchema } from "#domain/order";
import type { MerchantStore } from "#domain/workflows";
import { storable, toJsonColumn } from "../stored-json.ts";
import type { StoreScope } from "./scope.ts";

type OrderStore = Pick<MerchantStore, "saveOrder" | "findOrder">;

export function orderStore({ database: { prisma }, merchantId }: StoreScope): OrderStore {
  return {
    saveOrder: async (shopId, received, readAt) => {
      const order = storable(received);
      const orderUpdatedAt = new Date(order.updatedAt);
      const columns = {
        orderNumber: order.orderNumber,
        currency: order.currency,
        total: order.total,
        buyerEmail: order.buyer.email.toLowerCase(),
        snapshot: toJsonColumn(order),
        placedAt: new Date(order.placedAt),
        orderUpdatedAt,
        readAt: new Date(readAt),
      };
      const { orderId } = order;
      const { count } = await prisma.order.createMany({
        data: [{ merchantId, shopId, orderId, ...columns }],
        skipDuplicates: true,
      });
      if (count > 0) return;
      await prisma.order.updateMany({
        where: {
          merchantId,
          shopId,
          orderId,
          // Two changes within the platform's second: the later reading has seen both.
          OR: [
            { orderUpdatedAt: { lt: orderUpdatedAt } },
            { orderUpdatedAt, readAt: { lte: columns.readAt } },
          ],
        },
        data: columns,
      });
    },

    /** A snapshot from before an order's shape changed counts as absent: the shop has it in the new one. */
    findOrder: async (shopId, orderId, readSince) => {
      const row = await prisma.order.findFirst({
        where: {
          merchantId,
          shopId,
          orderId,
          ...(readSince === undefined ? {} : { readAt: { gte: new Date(readSince) } }),
        },
        select: { snapshot: true },
      });
      return normalisedOrderSchema.safeParse(row?.snapshot).data;
    },
  };
}
