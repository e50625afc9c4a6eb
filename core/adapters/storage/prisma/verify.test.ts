import { createHash } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import { aMerchant, issueRequest } from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const FILE = new TextEncoder().encode("the second document");
const sha256 = createHash("sha256").update(FILE).digest("hex");

/** Three invoices, 2026-0001 to 2026-0003; the second has a file. */
async function threeInvoices() {
  const merchant = await aMerchant(database, queue);
  const { store } = merchant;
  for (const orderId of ["1", "2", "3"]) {
    const { summary } = await store.issueOnce(issueRequest(merchant, anOrder({ orderId })));
    if (orderId !== "2") continue;
    const { documentId } = summary;
    await store.saveArtefact({
      documentId,
      type: "pdf",
      fileKey: "second.pdf",
      sha256,
      byteLength: FILE.length,
    });
  }
  return store.merchantId;
}

/** As only somebody with the keys to the database can: past the trigger. */
async function tamper(merchantId: string, sql: string): Promise<void> {
  const client = await database.pool.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(sql, [merchantId]);
  await client.query("SET session_replication_role = DEFAULT");
  client.release();
}

const verify = async (merchantId: string, bytes: Uint8Array | undefined = FILE) => {
  const findings = await verifyMerchant(database, merchantId, async () => bytes);
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
};

describe("verifyMerchant", () => {
  it("finds nothing where nothing was touched", async () => {
    expect(await verify(await threeInvoices())).toEqual([]);
    const empty = await aMerchant(database, queue);
    expect(await verify(empty.store.merchantId)).toEqual([]);
  });

  it.each([
    [
      "a changed amount",
      `UPDATE "Document" SET "content" = jsonb_set("content", '{totals,totalWithVat}', '"99.00"')
       WHERE "merchantId" = $1 AND "sequence" = 2`,
      ["hash-chain: 2026-0002 was changed after it was issued"],
    ],
    [
      "a removed document",
      `DELETE FROM "Document" WHERE "merchantId" = $1 AND "sequence" = 2`,
      [
        "number-gap: 2026-0003 follows 2026-0001; expected position 2",
        "hash-chain: 2026-0003 does not build on 2026-0001",
        "journal-differs: journal invoices stands at 2026-0003 after 3 documents, but 2 are there and the last is 2026-0003",
      ],
    ],
    [
      "a removed last document",
      `DELETE FROM "Document" WHERE "merchantId" = $1 AND "sequence" = 3`,
      [
        "journal-differs: journal invoices stands at 2026-0003 after 3 documents, but 2 are there and the last is 2026-0002",
      ],
    ],
    [
      "all documents removed",
      `DELETE FROM "Document" WHERE "merchantId" = $1`,
      ["journal-differs: journal invoices issued 3 documents, but none is there"],
    ],
    [
      "a date before the last one",
      `UPDATE "Document" SET "issueDate" = '2026-01-01' WHERE "merchantId" = $1 AND "sequence" = 2`,
      [
        "date-order: 2026-0002 is dated before 2026-0001",
        "columns-differ: 2026-0002 has columns that its content does not say",
      ],
    ],
    [
      "another number",
      `UPDATE "Document" SET "number" = '2026-9999' WHERE "merchantId" = $1 AND "sequence" = 2`,
      ["columns-differ: 2026-9999 has columns that its content does not say"],
    ],
    [
      "another hash",
      `UPDATE "Document" SET "hash" = 'x' WHERE "merchantId" = $1 AND "sequence" = 1`,
      [
        "hash-chain: 2026-0001 was changed after it was issued",
        "hash-chain: 2026-0002 does not build on 2026-0001",
      ],
    ],
    [
      "a counter set back",
      `UPDATE "Journal" SET "nextNumber" = 3, "issuedCount" = 2 WHERE "merchantId" = $1`,
      [
        "journal-differs: journal invoices stands at 2026-0003 after 2 documents, but 3 are there and the last is 2026-0003",
      ],
    ],
  ])("finds %s", async (_, sql, findings) => {
    const merchantId = await threeInvoices();
    await tamper(merchantId, sql);

    expect(await verify(merchantId)).toEqual(findings);
  });

  it("finds files that are gone or were changed", async () => {
    const merchantId = await threeInvoices();

    expect(await verify(merchantId, new Uint8Array([1]))).toEqual([
      "file-changed: 2026-0002 has other bytes in second.pdf than were stored",
    ]);
    const findings = await verifyMerchant(database, merchantId, async () => undefined);
    expect(findings.map(({ rule }) => rule)).toEqual(["file-missing"]);
  });
});
