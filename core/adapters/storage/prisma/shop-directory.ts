import { Prisma } from "@prisma/client";
import type { Shop, ShopDirectory } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import { shopOf } from "./shop-row.ts";
import { toJsonColumn } from "./stored-json.ts";

const UNIQUE_VIOLATION = "P2002";

/** Finds out which merchant a request is about. */
export function shopDirectory({ prisma }: Pick<DatabaseConnection, "prisma">): ShopDirectory {
  async function reconnect(shop: Pick<Shop, "platform" | "domain">): Promise<Shop | undefined> {
    await prisma.shop.updateMany({
      where: { ...shop, isConnected: false },
      data: { isConnected: true, connectedAt: new Date(), disconnectedAt: null },
    });
    return findShop(shop.platform, shop.domain);
  }

  async function findShop(platform: Shop["platform"], domain: string): Promise<Shop | undefined> {
    const row = await prisma.shop.findUnique({ where: { platform_domain: { platform, domain } } });
    return row === null ? undefined : shopOf(row);
  }

  return {
    findShop,

    findShopById: async (shopId) => {
      const row = await prisma.shop.findUnique({ where: { id: shopId } });
      return row === null ? undefined : shopOf(row);
    },

    connectShop: async ({ platform, domain }, initial) => {
      const known = await reconnect({ platform, domain });
      if (known) return known;
      try {
        // One nested write is one transaction: a shop that is already there takes the new merchant with it.
        const shop = await prisma.shop.create({
          data: { platform, domain, merchant: { create: { settings: toJsonColumn(initial) } } },
        });
        return shopOf(shop);
      } catch (error) {
        const connected = isUniqueViolation(error) && (await reconnect({ platform, domain }));
        if (!connected) throw error;
        return connected;
      }
    },

    disconnectShop: async (shopId) => {
      await prisma.shop.updateMany({
        where: { id: shopId, isConnected: true },
        data: { isConnected: false, disconnectedAt: new Date() },
      });
    },

    listMerchantIds: async () => {
      const rows = await prisma.merchant.findMany({
        select: { id: true },
        orderBy: { createdAt: "asc" },
      });
      return rows.map(({ id }) => id);
    },

    listConnectedShops: async () => {
      const rows = await prisma.shop.findMany({
        where: { isConnected: true },
        orderBy: { createdAt: "asc" },
      });
      return rows.map(shopOf);
    },
  };
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
