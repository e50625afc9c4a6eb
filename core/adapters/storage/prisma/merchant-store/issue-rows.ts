import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Document } from "#domain/document";
import type { NumberTaken } from "#domain/numbering";
import type { IssueRequest } from "#domain/workflows";
import {
  listColumns,
  STORED_SQL,
  type StoredRow,
  SUMMARY_SQL,
  type SummaryRow,
} from "./document-row.ts";

/** A document with everything but its place in the database. */
export interface RowToIssue {
  readonly id: string;
  readonly request: IssueRequest;
  readonly taken: NumberTaken;
  readonly document: Document;
  readonly hash: string;
  readonly previousHash: string;
}

/**
 * OFFSET 0 makes it one search per cause, in the one index that begins with the shop. Left to choose, a server without
 * statistics of a table that has just begun to fill read all documents of the merchant for each batch.
 */
const FIND_ISSUED = `
  SELECT ${STORED_SQL}
  FROM unnest($2::text[], $3::text[], $4::"DocumentKind"[], $5::text[]) AS cause("shopId", "orderId", "kind", "part")
  CROSS JOIN LATERAL (
    SELECT * FROM "Document" WHERE "shopId" = cause."shopId" AND "orderId" = cause."orderId"
      AND "kind" = cause."kind" AND "part" = cause."part" OFFSET 0
  ) d
  WHERE d."merchantId" = $1 AND d."state" IN ('issued', 'redacted')`;

/** What these causes already have, drafts and what became of them left out. */
export async function findIssued(
  client: pg.PoolClient,
  merchantId: string,
  requests: readonly IssueRequest[],
): Promise<readonly StoredRow[]> {
  const causes = requests.map(({ cause }) => cause);
  const { rows } = await client.query<StoredRow>(FIND_ISSUED, [
    merchantId,
    causes.map(({ shopId }) => shopId),
    causes.map(({ orderId }) => orderId),
    causes.map(({ kind }) => kind),
    causes.map(({ part }) => part),
  ]);
  return rows;
}

const NOW = "date_trunc('milliseconds', clock_timestamp())";

/** A draft of the cause, discarded or not, becomes the issued document and keeps its id. What is issued stays, and is not returned. */
const STORE = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS input(
      "position" int, "id" text, "deliveryId" text, "sendTo" text, "shopId" text, "orderId" text,
      "kind" "DocumentKind", "part" text, "journalId" text, "content" jsonb, "number" text, "sequence" int,
      "period" text, "issueDate" text, "hash" text, "previousHash" text, "orderNumber" text, "buyerName" text,
      "recipient" text, "currency" text, "total" numeric, "isPaid" boolean, "searchText" text)
    ORDER BY "position"
  ), stored AS (
    INSERT INTO "Document" AS d ("id", "merchantId", "shopId", "orderId", "kind", "part", "state", "journalId",
      "content", "number", "sequence", "period", "issueDate", "hash", "previousHash", "orderNumber",
      "buyerName", "recipient", "currency", "total", "isPaid", "searchText", "listedDate", "deliveryState",
      "createdAt", "issuedAt")
    SELECT "id", $1, "shopId", "orderId", "kind", "part", 'issued', "journalId", "content", "number", "sequence",
      "period", "issueDate", "hash", "previousHash", "orderNumber", "buyerName", "recipient", "currency",
      "total", "isPaid", "searchText", "issueDate",
      CASE WHEN "sendTo" IS NOT NULL THEN 'waiting'::"DeliveryState" END, ${NOW}, ${NOW}
    FROM input
    ON CONFLICT ("shopId", "orderId", "kind", "part", "merchantId") DO UPDATE SET
      "state" = 'issued', "journalId" = excluded."journalId", "content" = excluded."content",
      "number" = excluded."number", "sequence" = excluded."sequence", "period" = excluded."period",
      "issueDate" = excluded."issueDate", "hash" = excluded."hash",
      "previousHash" = excluded."previousHash", "orderNumber" = excluded."orderNumber",
      "buyerName" = excluded."buyerName", "recipient" = excluded."recipient",
      "currency" = excluded."currency", "total" = excluded."total",
      "isPaid" = d."isPaid" OR excluded."isPaid", "searchText" = excluded."searchText",
      "listedDate" = excluded."listedDate", "listPosition" = excluded."listPosition",
      "deliveryState" = excluded."deliveryState", "issuedAt" = excluded."issuedAt", "heldAs" = NULL
    WHERE d."state" IN ('draft', 'discarded')
    RETURNING ${SUMMARY_SQL}
  ), delivery AS (
    INSERT INTO "Delivery" ("id", "merchantId", "documentId", "requestId", "channel", "recipient")
    SELECT input."deliveryId", $1, stored."id", 'issue', 'email', input."sendTo"
    FROM stored JOIN input USING ("shopId", "orderId", "kind", "part") WHERE input."sendTo" IS NOT NULL
    RETURNING "documentId", "recipient"
  ), timeline AS (
    INSERT INTO "TimelineEntry" ("merchantId", "documentId", "type", "detail")
    SELECT $1, "id", 'issued'::"TimelineEventType", "number" FROM stored
    UNION ALL
    SELECT $1, "documentId", 'queued', "recipient" FROM delivery
  )
  SELECT * FROM stored`;

/** Writes documents, deliveries and timeline in one statement. Fewer rows than asked: another journal was first. */
export async function storeIssued(
  client: pg.PoolClient,
  merchantId: string,
  rows: readonly RowToIssue[],
): Promise<readonly SummaryRow[]> {
  const input = rows.map(({ id, request, taken, document, hash, previousHash }, position) => ({
    position,
    id,
    deliveryId: randomUUID(),
    sendTo: request.sendTo,
    ...request.cause,
    journalId: request.journalId,
    content: document,
    number: taken.number,
    sequence: taken.sequence,
    period: taken.period,
    issueDate: taken.issueDate,
    hash,
    previousHash,
    ...listColumns(document, taken.number),
  }));
  const stored = await client.query<SummaryRow>(STORE, [merchantId, JSON.stringify(input)]);
  return stored.rows;
}
