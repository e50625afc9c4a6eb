import { z } from "zod";
import { normalisedOrderSchema } from "#domain/order";
import type { ArchivedOrder, InboundEvent, OrderArchive, Page } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import { deleteOrder, restoreOrder, IS_DELETED } from "./order-archive/deleted-orders.ts";
import { listedOrderOf, type ListedRow } from "./order-archive/listed-order.ts";

/** The same expression as its index. */
const SEARCH_TEXT = `lower("orderNumber" || ' ' || "buyerEmail" || ' ' || coalesce("snapshot"#>>'{buyer,name}', '')
    || ' ' || coalesce("snapshot"#>>'{buyer,contactName}', ''))`;
const WAITING_ORDER_ID = `left("payload"->>'id', 40)`;

/** Orders of one merchant whose shop sends them. */
export function orderArchive(
  database: Pick<DatabaseConnection, "pool">,
  merchantId: string,
): OrderArchive {
  const { pool } = database;
  return {
    findOrder: async (shopId, orderId) => {
      const { rows } = await pool.query<{ snapshot: unknown }>(
        `SELECT "snapshot" FROM "Order" o
         WHERE "merchantId" = $1 AND "shopId" = $2 AND "orderId" = $3 AND NOT ${IS_DELETED}`,
        [merchantId, shopId, orderId],
      );
      return normalisedOrderSchema.safeParse(rows[0]?.snapshot).data;
    },

    listOrders: (query, page) => listOrders(pool, { ...query, merchantId }, page),

    findWaitingEvents: async (shopId, orderId) => {
      const { rows } = await pool.query<Omit<InboundEvent, "triggeredAt"> & { triggeredAt: Date }>(
        `SELECT "shopId", "topic", "eventId", "webhookId", "triggeredAt", "payload" FROM "InboundEvent"
         WHERE "shopId" = (SELECT "id" FROM "Shop" WHERE "id" = $2 AND "merchantId" = $1)
           AND "state" = 'waiting' AND ${WAITING_ORDER_ID} = $3 ORDER BY "triggeredAt"`,
        [merchantId, shopId, orderId],
      );
      return rows.map((row) => ({ ...row, triggeredAt: row.triggeredAt.toISOString() }));
    },

    findUnseen: async (shopId, orders) => {
      const { rows } = await pool.query<{ orderId: string; snapshot: unknown; isBehind: boolean }>(
        `SELECT asked."orderId", o."snapshot",
           coalesce(greatest(o."orderUpdatedAt", o."deletedAt") < asked."updatedAt", true) AS "isBehind"
         FROM unnest($3::text[], $4::timestamptz[]) AS asked("orderId", "updatedAt")
         LEFT JOIN "Order" o ON o."merchantId" = $1 AND o."shopId" = $2 AND o."orderId" = asked."orderId"
         WHERE asked."orderId" NOT IN (
           SELECT ${WAITING_ORDER_ID} FROM "InboundEvent"
           WHERE "shopId" = $2 AND "state" = 'waiting' AND ${WAITING_ORDER_ID} IS NOT NULL)`,
        [
          merchantId,
          shopId,
          orders.map(({ orderId }) => orderId),
          orders.map(({ updatedAt }) => updatedAt),
        ],
      );
      // A snapshot from before an order's shape changed counts as absent: only the shop can send it in the new one.
      return rows
        .filter((row) => row.isBehind || !normalisedOrderSchema.safeParse(row.snapshot).success)
        .map(({ orderId }) => orderId);
    },

    deleteOrder: (order) => deleteOrder(pool, { ...order, merchantId }),
    restoreOrder: (order) => restoreOrder(pool, { ...order, merchantId }),
  };
}

interface ListQuery {
  readonly merchantId: string;
  readonly shopId: string;
  readonly search?: string;
  readonly updatedSince?: string;
}

/** Every word must occur. Words are taken as they are: no character in them is a pattern. */
async function listOrders(
  pool: DatabaseConnection["pool"],
  { merchantId, shopId, search = "", updatedSince }: ListQuery,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<ArchivedOrder>> {
  const column = updatedSince === undefined ? `"placedAt"` : `"orderUpdatedAt"`;
  const words = search.replaceAll("\0", "").toLowerCase().split(/\s+/).filter(Boolean);
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  const after = cursorOf(cursor);
  const { rows } = await pool.query<ListedRow>(
    `SELECT "orderId", "orderNumber", "placedAt", "currency", "total", "snapshot", ${column}::text AS "position"
     FROM "Order" o
     WHERE "merchantId" = $1 AND "shopId" = $2 AND NOT ${IS_DELETED}
       AND ${column} >= $3 AND (${column}, "orderId") < ($4, $5)
       ${patterns.map((_, index) => `AND ${SEARCH_TEXT} LIKE $${index + 7}`).join(" ")}
     ORDER BY ${column} DESC, "orderId" DESC LIMIT $6`,
    [
      merchantId,
      shopId,
      updatedSince ?? "-infinity",
      after.position,
      after.orderId,
      limit + 1,
      ...patterns,
    ],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(listedOrderOf),
    nextCursor: rows.length > limit && last ? cursorAt(last) : null,
  };
}

const cursorSchema = z.tuple([
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/),
  z.string().regex(/^\d{1,20}$/),
]);

const cursorAt = ({ position, orderId }: ListedRow): string =>
  Buffer.from(JSON.stringify([position, orderId])).toString("base64url");

/** A cursor that we did not write shows the first page. */
function cursorOf(cursor = ""): { position: string; orderId: string } {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (!parsed.success) return { position: "infinity", orderId: "" };
  const [position, orderId] = parsed.data;
  return { position, orderId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
