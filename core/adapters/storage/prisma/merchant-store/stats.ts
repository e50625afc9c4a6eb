import { decimal, formatAmount, roundToMoney } from "#domain/money";
import type { DocumentStats, MerchantStore } from "#domain/workflows";
import type { StoreScope } from "./scope.ts";
import { loadSettings } from "./settings.ts";

type StatsStore = Pick<MerchantStore, "loadStats" | "listJournals">;

export function statsStore(scope: StoreScope): StatsStore {
  return {
    loadStats: (month) => loadStats(scope, month),
    listJournals: () => listJournals(scope),
  };
}

type Counts = Pick<DocumentStats, "drafts" | "failedDeliveries" | "sentThisMonth">;

const COUNTS = `
  SELECT
    (SELECT count(*)::int FROM "Document" WHERE "merchantId" = $1 AND "state" = 'draft') AS "drafts",
    (SELECT count(*)::int FROM "Document"
     WHERE "merchantId" = $1 AND "deliveryState" = 'failed') AS "failedDeliveries",
    (SELECT count(*)::int FROM "Document"
     WHERE "merchantId" = $1
       AND "sentAt" >= (($2 || '-01')::timestamp AT TIME ZONE $3)
       AND "sentAt" < ((($2 || '-01')::timestamp + interval '1 month') AT TIME ZONE $3)
    ) AS "sentThisMonth"`;

interface Issued {
  readonly isInvoiced: boolean;
  readonly currency: string;
  readonly count: number;
  readonly total: string;
}

/** Invoices less credit notes, whose totals are positive too. */
const ISSUED = `
  SELECT "isInvoiced", "currency", count(*)::int AS "count", sum("signed")::text AS "total"
  FROM (
    SELECT "currency", "kind" IN ('invoice', 'creditNote') AS "isInvoiced",
      CASE "kind" WHEN 'creditNote' THEN -"total" ELSE "total" END AS "signed"
    FROM "Document"
    WHERE "merchantId" = $1 AND "state" IN ('issued', 'redacted') AND "listedDate" BETWEEN $2 || '-01' AND $2 || '-31'
  ) issued
  GROUP BY 1, 2 ORDER BY sum("signed") DESC`;

async function loadStats(
  { database, merchantId }: StoreScope,
  month: string,
): Promise<DocumentStats> {
  const { prisma, pool } = database;
  const { timeZone } = await loadSettings({ prisma, merchantId });
  const [counts, issued] = await Promise.all([
    pool.query<Counts>(COUNTS, [merchantId, month, timeZone]),
    pool.query<Issued>(ISSUED, [merchantId, month]),
  ]);
  const none = { drafts: 0, failedDeliveries: 0, sentThisMonth: 0 };
  return {
    ...(counts.rows[0] ?? none),
    issuedThisMonth: issued.rows.reduce((sum, { count }) => sum + count, 0),
    invoicedThisMonth: issued.rows
      .filter(({ isInvoiced }) => isInvoiced)
      .map(({ currency, total }) => ({
        currency,
        total: formatAmount(roundToMoney(decimal(total), currency)),
      })),
  };
}

/** The journals of the settings, then those that left the settings but have numbers. */
async function listJournals({ database: { prisma }, merchantId }: StoreScope) {
  const { journals } = await loadSettings({ prisma, merchantId });
  const rows = await prisma.journal.findMany({
    where: { merchantId },
    orderBy: { journalId: "asc" },
  });
  const issued = new Map(
    rows
      .filter(({ issuedCount }) => issuedCount > 0)
      .map(({ journalId, nextNumber, issuedCount, lastNumber }) => [
        journalId,
        { journalId, nextNumber, issuedCount, lastNumber },
      ]),
  );
  const current = journals.map(({ journalId, startNumber }) => {
    const fresh = { journalId, nextNumber: startNumber, issuedCount: 0, lastNumber: "" };
    return issued.get(journalId) ?? fresh;
  });
  const currentIds = new Set(current.map(({ journalId }) => journalId));
  return [
    ...current,
    ...[...issued.values()].filter(({ journalId }) => !currentIds.has(journalId)),
  ];
}
