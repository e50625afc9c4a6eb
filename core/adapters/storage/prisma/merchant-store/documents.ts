import type { Prisma } from "@prisma/client";
import type { DocumentFilter, MerchantStore } from "#domain/workflows";
import {
  orderDocumentOf,
  STORED_SQL,
  SUMMARY,
  storedDocumentOf,
  type StoredRow,
  summaryOf,
} from "./document-row.ts";
import type { StoreScope } from "./scope.ts";

type DocumentStore = Pick<
  MerchantStore,
  | "findDocument"
  | "findByCause"
  | "findDocumentsOfOrder"
  | "listDocuments"
  | "listDocumentsOfOrders"
  | "countDocuments"
  | "listHeld"
>;

const NOT_DISCARDED = { not: "discarded" } as const;
const NEWEST_FIRST = { listPosition: "desc" } satisfies Prisma.DocumentOrderByWithRelationInput;

export function documentStore({
  database: { prisma, pool },
  merchantId,
}: StoreScope): DocumentStore {
  return {
    findDocument: async (documentId) => {
      const { rows } = await pool.query<StoredRow>(
        `SELECT ${STORED_SQL} FROM "Document" d 
         WHERE d."merchantId" = $1 AND d."id" = $2 AND d."state" <> 'discarded'`,
        [merchantId, documentId],
      );
      return rows[0] && storedDocumentOf(rows[0]);
    },

    findByCause: async ({ shopId, orderId, kind, part }) => {
      const row = await prisma.document.findFirst({
        where: { merchantId, shopId, orderId, kind, part, state: NOT_DISCARDED },
        select: SUMMARY,
      });
      return row === null ? undefined : summaryOf(row);
    },

    findDocumentsOfOrder: async (shopId, orderId) => {
      const { rows } = await pool.query<StoredRow>(
        `SELECT ${STORED_SQL} FROM "Document" d
         WHERE d."merchantId" = $1 AND d."shopId" = $2 AND d."orderId" = $3 AND d."state" <> 'discarded'
         ORDER BY d."createdAt", d."listPosition"`,
        [merchantId, shopId, orderId],
      );
      return rows.map(storedDocumentOf);
    },

    listDocuments: async (filter, { limit, cursor }) => {
      const after = cursor === undefined ? {} : { listPosition: { lt: positionOf(cursor) } };
      const rows = await prisma.document.findMany({
        where: { ...whereOf(merchantId, filter), ...after },
        select: { ...SUMMARY, listPosition: true },
        orderBy: NEWEST_FIRST,
        take: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(summaryOf),
        nextCursor: rows.length > limit && last ? String(last.listPosition) : null,
      };
    },

    listDocumentsOfOrders: async (shopId, orderIds) => {
      const rows = await prisma.document.findMany({
        where: { merchantId, shopId, orderId: { in: [...orderIds] } },
        select: SUMMARY,
        orderBy: NEWEST_FIRST,
      });
      return rows.map(orderDocumentOf);
    },

    listHeld: async (limit) => {
      // Shops count their orders up. Of a burst of orders the jobs write the drafts in any order.
      const oldest = await prisma.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Document"
        WHERE "merchantId" = ${merchantId} AND "state" = 'draft' AND "heldAs" IS NOT NULL
        ORDER BY "content"->'order'->>'orderDate', length("orderId"), "orderId", "listPosition"
        LIMIT ${limit}`;
      const ids = oldest.map(({ id }) => id);
      const rows = await prisma.document.findMany({
        where: { merchantId, id: { in: ids } },
        select: SUMMARY,
      });
      return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(summaryOf);
    },

    countDocuments: (filter) => prisma.document.count({ where: whereOf(merchantId, filter) }),
  };
}

/** A cursor that we did not write shows the first page. */
function positionOf(cursor: string): bigint {
  return /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : BigInt("9".repeat(18));
}

/** Every word must occur. Words are taken as they are: no character in them is a pattern. */
function whereOf(merchantId: string, filter: DocumentFilter): Prisma.DocumentWhereInput {
  const { search, kind, state, delivery, isPaid, isHeld, fromDate, toDate } = filter;
  const words = (search ?? "").replaceAll("\0", "").toLowerCase().split(/\s+/).filter(Boolean);
  return {
    merchantId,
    AND: words.map((word) => ({ searchText: { contains: escapePattern(word) } })),
    ...(kind && { kind }),
    state: state ?? NOT_DISCARDED,
    ...(delivery && { deliveryState: delivery === "none" ? null : delivery }),
    ...(isPaid !== undefined && { isPaid }),
    ...(isHeld && { heldAs: { not: null } }),
    listedDate: { gte: fromDate ?? "", lte: toDate ?? "9999-12-31" },
  };
}

const escapePattern = (word: string): string => word.replaceAll(/[\\%_]/g, String.raw`\$&`);
