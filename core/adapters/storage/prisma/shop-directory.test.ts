import { expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { shopDirectory } from "./shop-directory.ts";
import { SETTINGS } from "./test-support.ts";

const database = await testDatabase();
const shops = shopDirectory(database);
const ADA = { platform: "shopify", domain: "ada.myshopify.com" } as const;

it("connects a shop once, with one merchant, however many ask at once", async () => {
  const connected = await Promise.all(
    Array.from({ length: 10 }, () => shops.connectShop(ADA, SETTINGS)),
  );

  expect(new Set(connected.map(({ shopId }) => shopId)).size).toBe(1);
  expect(await database.prisma.merchant.count()).toBe(1);
  expect(await shops.findShop(ADA.platform, ADA.domain)).toEqual(connected[0]);
  expect(await shops.findShopById(connected[0]?.shopId ?? "")).toEqual(connected[0]);
  expect(await shops.findShop("woocommerce", ADA.domain)).toBeUndefined();
});

it("connects a shop again after an uninstall, to the same merchant", async () => {
  const first = await shops.connectShop(ADA, SETTINGS);
  expect(await shops.connectShop(ADA, SETTINGS)).toEqual(first);
  await shops.disconnectShop(first.shopId);
  expect(await shops.listConnectedShops()).toEqual([]);
  expect(await shops.findShop(ADA.platform, ADA.domain)).toMatchObject({ isConnected: false });

  const again = await shops.connectShop(ADA, { ...SETTINGS, language: "de" });
  expect(again).toMatchObject({
    shopId: first.shopId,
    merchantId: first.merchantId,
    isConnected: true,
  });
  expect(again.connectedAt > first.connectedAt).toBe(true);
  expect(await shops.listConnectedShops()).toEqual([again]);
});
