import { createHash } from "node:crypto";
import type { Journal } from "@prisma/client";
import type pg from "pg";
import type { Document } from "#domain/document";
import type { DatabaseConnection } from "./connect.ts";
import { chainHash } from "./merchant-store/issue-batch.ts";

const PAGE_SIZE = 500;

/** One thing that is not as it was left. */
export interface IntegrityFinding {
  readonly rule:
    | "number-gap"
    | "date-order"
    | "hash-chain"
    | "columns-differ"
    | "journal-differs"
    | "file-missing"
    | "file-changed";
  readonly journalId: string;
  /** "" when the whole journal is meant. */
  readonly documentId: string;
  readonly message: string;
}

/** The bytes of a key; undefined when there are none. */
type ReadFile = (fileKey: string) => Promise<Uint8Array | undefined>;

/** A document and its files, as they lie in the database. */
interface Checked {
  readonly id: string;
  readonly journalId: string;
  readonly kind: string;
  readonly state: "issued" | "redacted";
  readonly number: string;
  readonly sequence: number;
  readonly period: string;
  readonly issueDate: string;
  readonly hash: string;
  readonly previousHash: string;
  readonly listPosition: string;
  /** Null when redacted. */
  readonly content: Document | null;
  readonly files: readonly { readonly fileKey: string; readonly sha256: string }[];
}

/**
 * Walks every journal of a merchant as it was issued: numbers without a gap, dates in order, each hash built
 * on the one before, columns as the document says, and each file with the bytes it was stored with. Redacted
 * documents count by their number and hash alone.
 */
export async function verifyMerchant(
  { prisma, pool }: Pick<DatabaseConnection, "prisma" | "pool">,
  merchantId: string,
  readFile: ReadFile,
): Promise<readonly IntegrityFinding[]> {
  const journals = await prisma.journal.findMany({ where: { merchantId } });
  const found = await prisma.document.findMany({
    where: { merchantId, state: { in: ["issued", "redacted"] } },
    distinct: ["journalId"],
    select: { journalId: true },
  });
  const findings: IntegrityFinding[] = [];
  for (const { journalId } of found) {
    const journal = journals.find((each) => each.journalId === journalId);
    findings.push(...(await verifyJournal(pool, { merchantId, journalId, journal }, readFile)));
  }
  return [
    ...findings,
    ...findEmptied(
      journals,
      found.map(({ journalId }) => journalId),
    ),
  ];
}

async function verifyJournal(
  pool: pg.Pool,
  {
    merchantId,
    journalId,
    journal,
  }: { merchantId: string; journalId: string; journal: Journal | undefined },
  readFile: ReadFile,
): Promise<readonly IntegrityFinding[]> {
  const findings: IntegrityFinding[] = [];
  let previous: Checked | undefined;
  let count = 0;
  for await (const document of walk(pool, merchantId, journalId)) {
    findings.push(...compareToPrevious(document, previous), ...compareToContent(document));
    findings.push(...(await verifyFiles(document, readFile)));
    previous = document;
    count += 1;
  }
  if (previous && !agrees(journal, previous, count)) {
    const message = `journal ${journalId} stands at ${journal?.lastNumber ?? "nothing"} after ${journal?.issuedCount ?? 0} documents, but ${count} are there and the last is ${previous.number}`;
    findings.push({ rule: "journal-differs", journalId, documentId: "", message });
  }
  return findings;
}

/** In the order of issue, a page at a time. */
async function* walk(
  pool: pg.Pool,
  merchantId: string,
  journalId: string,
): AsyncGenerator<Checked> {
  let after = "-1";
  for (;;) {
    const { rows } = await pool.query<Checked>(
      `SELECT d.*, ARRAY(
         SELECT json_build_object('fileKey', a."fileKey", 'sha256', a."sha256")
         FROM "Artefact" a WHERE a."documentId" = d."id") AS "files"
       FROM "Document" d
       WHERE d."merchantId" = $1 AND d."journalId" = $2 AND d."state" IN ('issued', 'redacted') AND d."listPosition" > $3
       ORDER BY d."listPosition" LIMIT $4`,
      [merchantId, journalId, after, PAGE_SIZE],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.listPosition;
  }
}

function compareToPrevious(document: Checked, previous: Checked | undefined): IntegrityFinding[] {
  if (previous === undefined) {
    return document.previousHash === ""
      ? []
      : [finding(document, "hash-chain", "is the first, but builds on a document before it")];
  }
  const next = previous.sequence + 1;
  const startsAgain = document.period !== previous.period && document.sequence === 1;
  return [
    ...(document.sequence === next || startsAgain
      ? []
      : [finding(document, "number-gap", `follows ${previous.number}; expected position ${next}`)]),
    ...(document.issueDate >= previous.issueDate
      ? []
      : [finding(document, "date-order", `is dated before ${previous.number}`)]),
    ...(document.previousHash === previous.hash
      ? []
      : [finding(document, "hash-chain", `does not build on ${previous.number}`)]),
  ];
}

function compareToContent(document: Checked): IntegrityFinding[] {
  const { content } = document;
  if (content === null) return [];
  const isIntact = chainHash(document.previousHash, content) === document.hash;
  const agree =
    content.number === document.number &&
    content.issueDate === document.issueDate &&
    content.kind === document.kind;
  return [
    ...(isIntact ? [] : [finding(document, "hash-chain", "was changed after it was issued")]),
    ...(agree
      ? []
      : [finding(document, "columns-differ", "has columns that its content does not say")]),
  ];
}

async function verifyFiles(document: Checked, readFile: ReadFile): Promise<IntegrityFinding[]> {
  if (document.state === "redacted") return [];
  const findings: IntegrityFinding[] = [];
  for (const { fileKey, sha256 } of document.files) {
    const bytes = await readFile(fileKey);
    if (bytes === undefined) {
      findings.push(finding(document, "file-missing", `has no file ${fileKey}`));
    } else if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
      findings.push(
        finding(document, "file-changed", `has other bytes in ${fileKey} than were stored`),
      );
    }
  }
  return findings;
}

const agrees = (journal: Journal | undefined, last: Checked, count: number): boolean =>
  journal !== undefined &&
  journal.issuedCount === count &&
  journal.lastHash === last.hash &&
  journal.lastNumber === last.number &&
  journal.nextNumber === last.sequence + 1;

/** Journals that counted documents of which none is left. */
const findEmptied = (journals: readonly Journal[], filled: readonly string[]): IntegrityFinding[] =>
  journals
    .filter(({ journalId, issuedCount }) => issuedCount > 0 && !filled.includes(journalId))
    .map(({ journalId, issuedCount }) => ({
      rule: "journal-differs",
      journalId,
      documentId: "",
      message: `journal ${journalId} issued ${issuedCount} documents, but none is there`,
    }));

const finding = (
  { id, journalId, number }: Checked,
  rule: IntegrityFinding["rule"],
  what: string,
): IntegrityFinding => ({ rule, journalId, documentId: id, message: `${number} ${what}` });
