import type { Prisma } from "@prisma/client";
import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import type { MerchantStore } from "#domain/workflows";
import { shopOf } from "../shop-row.ts";
import { toJsonColumn } from "../stored-json.ts";
import type { StoreScope } from "./scope.ts";

type SettingsStore = Pick<MerchantStore, "loadSettings" | "updateSettings" | "listShops">;

export function settingsStore({ database: { prisma }, merchantId }: StoreScope): SettingsStore {
  return {
    loadSettings: () => loadSettings({ prisma, merchantId }),
    updateSettings: (update) =>
      prisma.$transaction(async (transaction) => {
        // NO KEY: rows that refer to the merchant are added meanwhile.
        await transaction.$executeRaw`SELECT 1 FROM "Merchant" WHERE "id" = ${merchantId} FOR NO KEY UPDATE`;
        const updated = await update(await loadSettings({ prisma: transaction, merchantId }));
        if (updated.ok) {
          await transaction.merchant.update({
            where: { id: merchantId },
            data: { settings: toJsonColumn(updated.value) },
          });
        }
        return updated;
      }),
    listShops: async () => {
      const shops = await prisma.shop.findMany({
        where: { merchantId },
        orderBy: { createdAt: "asc" },
      });
      return shops.map(shopOf);
    },
  };
}

/** What was saved may be older than a setting: the schema fills in its default. */
export async function loadSettings({
  prisma,
  merchantId,
}: Pick<StoreScope, "merchantId"> & {
  readonly prisma: Pick<Prisma.TransactionClient, "merchant">;
}): Promise<MerchantSettings> {
  const { settings } = await prisma.merchant.findUniqueOrThrow({
    where: { id: merchantId },
    select: { settings: true },
  });
  return merchantSettingsSchema.parse(settings);
}
