import type pg from "pg";
import { DOCUMENT_KINDS, KIND_FACTS, type DocumentKind } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import type { DatabaseConnection } from "../connect.ts";
import { inTransaction } from "../transaction.ts";

/** Whose data goes: the customer of these orders, or with null everyone of the shop. */
export interface Subject {
  readonly shopId: string;
  readonly email: string;
  readonly orderIds: readonly string[] | null;
}

interface Redacted {
  readonly redacted: readonly string[];
  readonly kept: readonly string[];
  readonly fileKeys: readonly string[];
}

interface DocumentName {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string;
}

/** Art. 60 W.Btw / Code TVA: invoices, receipts and the books that refer to them. */
const REASON = "Belgian law keeps it for ten years (art. 60 W.Btw / Code TVA)";
/** A redaction that was cut short hands its files out again when it is repeated. */
const REPEATED_WITHIN = "30 days";
const LISTED_NUMBERS = 20;

const REDACTABLE_KINDS = DOCUMENT_KINDS.filter((kind) => !KIND_FACTS[kind].isKeptByLaw);

/** What replaces the personal part of an order. The amounts stay: they explain the documents that stay. */
const NOBODY = {
  buyer: {
    name: "",
    contactName: "",
    vatIdentifier: "",
    enterpriseNumber: "",
    electronicAddress: null,
    email: "",
    phone: "",
    address: null,
  },
  deliverTo: null,
  buyerReference: "",
  purchaseOrder: "",
  note: "",
} satisfies Partial<NormalisedOrder>;

/** $1 merchant, $2 shop, $3 orders or null for all. */
const OF_SUBJECT = `"merchantId" = $1 AND "shopId" = $2 AND ($3::text[] IS NULL OR "orderId" = ANY($3))`;

/** An answer about a VAT number names its owner. It is evidence for as long as a document with that number is kept. */
const DELETE_VAT_CHECKS = `
  DELETE FROM "VatCheck" WHERE "merchantId" = $1
    AND "vatIdentifier" IN (SELECT "snapshot"#>>'{buyer,vatIdentifier}' FROM "Order" WHERE ${OF_SUBJECT})
    AND "vatIdentifier" NOT IN (
      SELECT coalesce("content"#>>'{buyer,vatIdentifier}', '') FROM "Document"
      WHERE ${OF_SUBJECT} AND "state" = 'issued')`;

/** Removes what no law keeps. Everything in one transaction; a repeat finds nothing more to do. */
export function redactSubject(
  { pool }: Pick<DatabaseConnection, "pool">,
  merchantId: string,
  subject: Subject,
): Promise<Redacted> {
  return inTransaction(pool, async (client) => {
    const parameters = [merchantId, subject.shopId, subject.orderIds];
    const events = await redactEvents(client, merchantId, subject);
    const drafts = await client.query(
      `DELETE FROM "Document" WHERE ${OF_SUBJECT} AND "state" = 'draft'`,
      parameters,
    );
    const documents = await redactDocuments(client, parameters);
    const vatChecks = await client.query(DELETE_VAT_CHECKS, parameters);
    const orders = await redactOrders(client, parameters);
    const { rows: kept } = await client.query<DocumentName>(
      `SELECT "id", "kind", "number" FROM "Document"
       WHERE ${OF_SUBJECT} AND "state" = 'issued' ORDER BY "listPosition"`,
      parameters,
    );
    return {
      redacted: [
        ...counted(orders, "order"),
        ...counted(events, "event"),
        ...counted(drafts.rowCount ?? 0, "draft"),
        ...counted(vatChecks.rowCount ?? 0, "VAT check"),
        ...named(documents),
      ],
      kept: named(kept).map((names) => `${names}: ${REASON}`),
      fileKeys: await findFileKeys(client, merchantId, subject),
    };
  });
}

/** A snapshot's array, each of its objects with these fields replaced. */
const eachWith = (key: string, fields: string): string =>
  `coalesce((SELECT jsonb_agg(item || '${fields}') FROM jsonb_array_elements("snapshot"->'${key}') item), '[]')`;

async function redactOrders(
  client: pg.PoolClient,
  parameters: readonly unknown[],
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE "Order" SET "buyerEmail" = '', "snapshot" = "snapshot" || $4::jsonb || jsonb_build_object(
       'lines', ${eachWith("lines", '{"options": []}')}, 'refunds', ${eachWith("refunds", '{"reason": ""}')})
     WHERE ${OF_SUBJECT} AND NOT "snapshot" @> $4::jsonb`,
    [...parameters, JSON.stringify(NOBODY)],
  );
  return rowCount ?? 0;
}

/** Of settled events: one that waits is still needed, and its payload goes when it is done. */
async function redactEvents(
  client: pg.PoolClient,
  merchantId: string,
  { shopId, email, orderIds }: Subject,
): Promise<number> {
  const keys = (orderIds ?? []).flatMap((orderId) => [orderId, orderId.replace(/^.*\D/, "")]);
  const { rowCount } = await client.query(
    `UPDATE "InboundEvent" SET "payload" = NULL
     WHERE "shopId" = (SELECT "id" FROM "Shop" WHERE "id" = $2 AND "merchantId" = $1)
       AND "payload" IS NOT NULL AND "state" <> 'waiting'
       AND ($3 OR "payload"->>'id' = ANY($4) OR "payload"->>'order_id' = ANY($4)
         OR "payload"->>'admin_graphql_api_id' = ANY($4)
         OR ($5 <> '' AND strpos(lower("payload"::text), lower(to_json($5::text)::text)) > 0))`,
    [merchantId, shopId, orderIds === null, keys, email],
  );
  return rowCount ?? 0;
}

async function redactDocuments(
  client: pg.PoolClient,
  parameters: readonly unknown[],
): Promise<readonly DocumentName[]> {
  const { rows } = await client.query<DocumentName>(
    `WITH document AS (
       UPDATE "Document" SET "state" = 'redacted', "content" = NULL, "buyerName" = '', "recipient" = '',
         "searchText" = lower("number"), "redactedAt" = now(), "deliveryState" = nullif("deliveryState", 'waiting')
       WHERE ${OF_SUBJECT} AND "state" = 'issued' AND "kind" = ANY($4::"DocumentKind"[])
       RETURNING "id", "kind", "number", "listPosition"
     ), delivery AS (
       UPDATE "Delivery" SET "recipient" = '', "subject" = '', "lastProblem" = ''
       WHERE "merchantId" = $1 AND "documentId" IN (SELECT "id" FROM document)
     ), timeline AS (
       UPDATE "TimelineEntry" SET "detail" = ''
       WHERE "merchantId" = $1 AND "documentId" IN (SELECT "id" FROM document)
     ), entry AS (
       INSERT INTO "TimelineEntry" ("merchantId", "documentId", "type")
       SELECT $1, "id", 'redacted' FROM document
     )
     SELECT "id", "kind", "number" FROM document ORDER BY "listPosition"`,
    [...parameters, REDACTABLE_KINDS],
  );
  return rows;
}

/** Their rows stay: they name no person, and without them a repeat could not find the files again. */
async function findFileKeys(
  client: pg.PoolClient,
  merchantId: string,
  { shopId }: Subject,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ fileKey: string }>(
    `SELECT a."fileKey" FROM "Artefact" a JOIN "Document" d ON d."id" = a."documentId"
     WHERE d."merchantId" = $1 AND d."shopId" = $2 AND d."state" = 'redacted'
       AND d."redactedAt" > now() - $3::interval`,
    [merchantId, shopId, REPEATED_WITHIN],
  );
  return rows.map(({ fileKey }) => fileKey);
}

const counted = (count: number, noun: string): string[] =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"}`];

/** One line per kind: "invoice 2026-0001, 2026-0002 and 5 more". */
function named(documents: readonly DocumentName[]): string[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const numbers = documents.filter((each) => each.kind === kind).map(({ number }) => number);
    if (numbers.length === 0) return [];
    const more = numbers.length - LISTED_NUMBERS;
    return [
      `${kind} ${numbers.slice(0, LISTED_NUMBERS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    ];
  });
}
