import { normalisedOrderSchema } from "#domain/order";
import type { MerchantStore } from "#domain/workflows";
import { storable, toJsonColumn } from "../stored-json.ts";
import type { StoreScope } from "./scope.ts";

type OrderStore = Pick<MerchantStore, "saveOrder" | "findOrder">;

export function orderStore({ database: { prisma }, merchantId }: StoreScope): OrderStore {
  return {
    saveOrder: async (shopId, received) => {
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
        savedAt: new Date(),
      };
      const { orderId } = order;
      const { count } = await prisma.order.createMany({
        data: [{ merchantId, shopId, orderId, ...columns }],
        skipDuplicates: true,
      });
      if (count > 0) return;
      await prisma.order.updateMany({
        where: { merchantId, shopId, orderId, orderUpdatedAt: { lte: orderUpdatedAt } },
        data: columns,
      });
    },

    /** A snapshot from before an order's shape changed counts as absent: the shop has it in the new one. */
    findOrder: async (shopId, orderId, savedSince) => {
      const row = await prisma.order.findFirst({
        where: {
          merchantId,
          shopId,
          orderId,
          ...(savedSince === undefined ? {} : { savedAt: { gte: new Date(savedSince) } }),
        },
        select: { snapshot: true },
      });
      return normalisedOrderSchema.safeParse(row?.snapshot).data;
    },
  };
}
