import { merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import type { MerchantStore } from "#domain/workflows";
import { shopOf } from "../shop-row.ts";
import { toJsonColumn } from "../stored-json.ts";
import type { StoreScope } from "./scope.ts";

type SettingsStore = Pick<MerchantStore, "loadSettings" | "saveSettings" | "listShops">;

export function settingsStore({ database: { prisma }, merchantId }: StoreScope): SettingsStore {
  return {
    loadSettings: () => loadSettings({ prisma, merchantId }),
    saveSettings: async (settings) => {
      await prisma.merchant.update({
        where: { id: merchantId },
        data: { settings: toJsonColumn(settings) },
      });
    },
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
}: Pick<StoreScope["database"], "prisma"> &
  Pick<StoreScope, "merchantId">): Promise<MerchantSettings> {
  const { settings } = await prisma.merchant.findUniqueOrThrow({
    where: { id: merchantId },
    select: { settings: true },
  });
  return merchantSettingsSchema.parse(settings);
}
