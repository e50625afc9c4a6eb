import type pg from "pg";
import type { OrderMoment } from "#domain/workflows";
import { inTransaction } from "../transaction.ts";

type MerchantsOrder = OrderMoment & { readonly merchantId: string };

/** Of "Order" under the name `o`: the shop deleted it, and has not changed or restored it since. */
export const IS_DELETED = `(o."deletedAt" IS NOT NULL AND o."deletedAt" >= o."orderUpdatedAt"
  AND o."deletedAt" > coalesce(o."restoredAt", '-infinity'))`;

export const deleteOrder = (pool: pg.Pool, order: MerchantsOrder): Promise<void> =>
  inTransaction(pool, async (client) => {
    const change = await mark(client, "deletedAt", order);
    if (!change.isDeleted) return;
    await client.query(
      `DELETE FROM "Document" WHERE "merchantId" = $1 AND "shopId" = $2 AND "orderId" = $3 AND "state" = 'draft'`,
      [order.merchantId, order.shopId, order.orderId],
    );
    if (!change.wasDeleted) await note(client, "orderDeleted", order);
  });

export const restoreOrder = (pool: pg.Pool, order: MerchantsOrder): Promise<void> =>
  inTransaction(pool, async (client) => {
    const change = await mark(client, "restoredAt", order);
    if (change.wasDeleted && !change.isDeleted) await note(client, "orderRestored", order);
  });

/** The later instant counts, so that it does not matter which one is told first. */
async function mark(
  client: pg.PoolClient,
  column: "deletedAt" | "restoredAt",
  { merchantId, shopId, orderId, at }: MerchantsOrder,
): Promise<{ readonly wasDeleted: boolean; readonly isDeleted: boolean }> {
  const select = (lock: string) =>
    client.query<{ isDeleted: boolean }>(
      `SELECT ${IS_DELETED} AS "isDeleted" FROM "Order" o
       WHERE "merchantId" = $1 AND "shopId" = $2 AND "orderId" = $3 ${lock}`,
      [merchantId, shopId, orderId],
    );
  const before = await select("FOR UPDATE");
  await client.query(
    `UPDATE "Order" SET "${column}" = greatest("${column}", $4)
     WHERE "merchantId" = $1 AND "shopId" = $2 AND "orderId" = $3`,
    [merchantId, shopId, orderId, at],
  );
  const after = await select("");
  return {
    wasDeleted: before.rows[0]?.isDeleted ?? false,
    isDeleted: after.rows[0]?.isDeleted ?? false,
  };
}

/** On the documents that stay. */
async function note(
  client: pg.PoolClient,
  type: "orderDeleted" | "orderRestored",
  { merchantId, shopId, orderId }: MerchantsOrder,
): Promise<void> {
  await client.query(
    `INSERT INTO "TimelineEntry" ("merchantId", "documentId", "type")
     SELECT "merchantId", "id", $4::"TimelineEventType" FROM "Document"
     WHERE "merchantId" = $1 AND "shopId" = $2 AND "orderId" = $3 AND "state" IN ('issued', 'redacted')
     ORDER BY "listPosition"`,
    [merchantId, shopId, orderId, type],
  );
}
