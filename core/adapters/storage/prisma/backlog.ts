import type { Backlog, JobName, JobPayloads } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import type { JobQueue } from "./queue.ts";

/** Of each kind at once, the oldest first. What has a job again is not found again, so the next sweep takes the next. */
const MOST_ROWS = 1000;

/** NOT IN rather than NOT EXISTS: PostgreSQL then looks ids up in a table of the jobs, however many there are. */
function hasNoJob(name: JobName, columns: Readonly<Record<string, string>>): string {
  const keys = Object.keys(columns).map((key) => `"data"->>'${key}'`);
  return `(${Object.values(columns).join(", ")}) NOT IN (SELECT ${keys.join(", ")} FROM pgboss.job
     WHERE "name" = '${name}' AND "state" < 'completed' AND num_nulls(${keys.join(", ")}) = 0)`;
}

const EVENTS = `
  SELECT e."id" AS "inboundEventId" FROM "InboundEvent" e
  WHERE e."state" = 'waiting' AND e."receivedAt" < now() - $1 * interval '1 second'
    AND ${hasNoJob("process-event", { inboundEventId: `e."id"` })}
  ORDER BY e."receivedAt" LIMIT ${MOST_ROWS}`;

/** The inner query is answered by indexes alone, however many documents there are. */
const DOCUMENTS = `
  SELECT "merchantId", "id" AS "documentId" FROM "Document"
  WHERE "id" IN (
    SELECT d."id" FROM "Document" d
    WHERE d."state" = 'issued' AND d."issuedAt" < now() - $1 * interval '1 second'
      AND NOT EXISTS (SELECT 1 FROM "Artefact" a WHERE a."documentId" = d."id" AND a."type" = 'pdf')
      AND ${hasNoJob("render-document", { documentId: `d."id"` })}
    ORDER BY d."issuedAt" LIMIT ${MOST_ROWS})`;

/** Those whose PDF is missing wait for it: rendering sends their job. */
const DELIVERIES = `
  SELECT w."merchantId", w."id" AS "deliveryId" FROM "Delivery" w JOIN "Document" d ON d."id" = w."documentId"
  WHERE w."state" = 'waiting' AND d."state" = 'issued'
    AND coalesce(w."nextAttemptAt", w."createdAt") < now() - $1 * interval '1 second'
    AND EXISTS (SELECT 1 FROM "Artefact" a WHERE a."documentId" = d."id" AND a."type" = 'pdf')
    AND ${hasNoJob("deliver-document", { deliveryId: `w."id"` })}
  ORDER BY w."createdAt" LIMIT ${MOST_ROWS}`;

/** Numbers whose newest answer is that nobody could say. */
const VAT_CHECKS = `
  SELECT v."merchantId", v."vatIdentifier" FROM "VatCheck" v
  WHERE v."state" = 'unverified' AND v."checkedAt" < now() - $1 * interval '1 second'
    AND NOT EXISTS (
      SELECT 1 FROM "VatCheck" newer
      WHERE newer."merchantId" = v."merchantId" AND newer."vatIdentifier" = v."vatIdentifier"
        AND (newer."checkedAt", newer."id") > (v."checkedAt", v."id"))
    AND ${hasNoJob("check-vat-number", { merchantId: `v."merchantId"`, vatIdentifier: `v."vatIdentifier"` })}
  ORDER BY v."checkedAt" LIMIT ${MOST_ROWS}`;

/** Those that a full cap holds up come back when it has room. */
const CHARGES = `
  SELECT c."merchantId", c."id" AS "chargeId" FROM "UsageCharge" c
  LEFT JOIN "BillingAccount" b ON b."merchantId" = c."merchantId"
  WHERE c."state" = 'waiting' AND c."createdAt" < now() - $1 * interval '1 second'
    AND coalesce(b."account"->>'usageStoppedUntil', '') < to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    AND ${hasNoJob("charge-usage", { chargeId: `c."id"` })}
  ORDER BY c."createdAt" LIMIT ${MOST_ROWS}`;

const WARNINGS = `
  SELECT w."merchantId", w."period", w."percent", w."included" FROM "UsageWarning" w
  WHERE w."sentAt" IS NULL AND w."createdAt" < now() - $1 * interval '1 second'
    AND ${hasNoJob("warn-of-usage", { merchantId: `w."merchantId"`, period: `w."period"`, percent: `w."percent"::text` })}
  ORDER BY w."createdAt" LIMIT ${MOST_ROWS}`;

/** Looks across merchants, and gives each job its own merchant's id. */
export function backlog(
  { pool }: Pick<DatabaseConnection, "pool">,
  queue: Pick<JobQueue, "sendAll">,
): Backlog {
  return {
    resume: async (waitedSeconds) => {
      const events = await pool.query<{ inboundEventId: string }>(EVENTS, [waitedSeconds]);
      await queue.sendAll("process-event", events.rows);
      const documents = await pool.query<{ merchantId: string; documentId: string }>(DOCUMENTS, [
        waitedSeconds,
      ]);
      await queue.sendAll("render-document", documents.rows);
      const deliveries = await pool.query<{ merchantId: string; deliveryId: string }>(DELIVERIES, [
        waitedSeconds,
      ]);
      await queue.sendAll("deliver-document", deliveries.rows);
      const vatChecks = await pool.query<{ merchantId: string; vatIdentifier: string }>(
        VAT_CHECKS,
        [waitedSeconds],
      );
      await queue.sendAll("check-vat-number", vatChecks.rows);
      const charges = await pool.query<JobPayloads["charge-usage"]>(CHARGES, [waitedSeconds]);
      await queue.sendAll("charge-usage", charges.rows);
      const warnings = await pool.query<JobPayloads["warn-of-usage"]>(WARNINGS, [waitedSeconds]);
      await queue.sendAll("warn-of-usage", warnings.rows);
    },
  };
}
