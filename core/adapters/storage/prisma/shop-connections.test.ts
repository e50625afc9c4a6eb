import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { documentLinks } from "./document-links.ts";
import { startQueue } from "./queue.ts";
import { secretBox } from "./secret-box.ts";
import { shopConnections } from "./shop-connections.ts";
import { aMerchant, issueRequest } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const sealed = shopConnections(database, secretBox(randomBytes(32)));
const plain = shopConnections(database, secretBox(null));

it("keeps one secret per shop, sealed where there is a key, until it is revoked", async () => {
  const { shop } = await aMerchant(database, queue);
  const { shopId } = shop;
  expect(await plain.findSecret(shopId)).toBeUndefined();
  const first = await plain.renewSecret(shopId, { php: "8.2" });
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await sealed.findSecret(shopId)).toBe(first);

  const second = await sealed.renewSecret(shopId);
  expect(second).not.toBe(first);
  expect(await sealed.findSecret(shopId)).toBe(second);
  const row = await database.prisma.shopConnection.findUniqueOrThrow({ where: { shopId } });
  expect(row.secret).not.toContain(second);
  expect(row.versions).toEqual({ php: "8.2" });
  await expect(plain.findSecret(shopId)).rejects.toThrow("set SHOP_SECRETS_KEY");

  await sealed.revokeSecret(shopId);
  await sealed.revokeSecret(shopId);
  expect(await sealed.findSecret(shopId)).toBeUndefined();
  await expect(sealed.renewSecret("nobody's")).rejects.toThrow("Foreign key");
});

it("lets a token count once, whoever asks at the same time, and forgets it when it has expired", async () => {
  const { shop } = await aMerchant(database, queue);
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const token = { shopId: shop.shopId, tokenId: randomUUID(), expiresAt };
  const tries = await Promise.all(Array.from({ length: 10 }, () => plain.useToken(token)));
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await plain.useToken({ ...token, shopId: "another" })).toBe(true);

  const old = { ...token, tokenId: "old", expiresAt: new Date(Date.now() - 1).toISOString() };
  await plain.useToken(old);
  await plain.forgetExpiredTokens();
  expect(await plain.useToken(old)).toBe(true);
  expect(await plain.useToken(token)).toBe(false);
});

it("keeps one key for a document's links until they are revoked, for its own merchant only", async () => {
  const owner = await aMerchant(database, queue);
  const { documentId } = (await owner.store.issueOnce(issueRequest(owner, anOrder()))).summary;
  const links = documentLinks(database, owner.store.merchantId);
  const keys = await Promise.all(Array.from({ length: 5 }, () => links.loadKey(documentId)));
  expect(new Set(keys).size).toBe(1);
  expect(await links.findKey(documentId)).toBe(keys[0]);

  const { store } = await aMerchant(database, queue);
  const stranger = documentLinks(database, store.merchantId);
  expect(await stranger.findKey(documentId)).toBeUndefined();
  await expect(stranger.loadKey(documentId)).rejects.toThrow("Foreign key");
  await stranger.revoke(documentId);
  expect(await links.findKey(documentId)).toBe(keys[0]);

  await links.revoke(documentId);
  expect(await links.findKey(documentId)).toBeUndefined();
  expect(await links.loadKey(documentId)).not.toBe(keys[0]);
});
