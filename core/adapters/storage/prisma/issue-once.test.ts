import { afterAll, describe, expect, it } from "vitest";
import type { IssuedDocument } from "#domain/workflows";
import { DOCUMENT_KINDS, KIND_FACTS } from "#domain/merchant";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { connect } from "./connect.ts";
import { merchantStore } from "./merchant-store.ts";
import { startQueue } from "./queue.ts";
import { aDraft, aMerchant, invoiceOf, issueRequest, JOURNAL } from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const orderOf = (position: number) =>
  anOrder({ orderId: `gid://shopify/Order/${position}`, orderNumber: `#${position}` });
const positions = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sequences = (documents: readonly IssuedDocument[]) =>
  documents.map(({ summary }) => Number(summary.number.slice(5))).toSorted((a, b) => a - b);
const noFile = async () => undefined;

describe("issueOnce", () => {
  it("numbers what sixteen clients ask for at once without a gap or a double", async () => {
    const merchant = await aMerchant(database, queue);
    const orders = positions(400).map(orderOf);
    const issued: IssuedDocument[] = [];
    const startedAt = performance.now();
    await Promise.all(
      positions(16).map(async () => {
        for (let order = orders.pop(); order; order = orders.pop()) {
          issued.push(await merchant.store.issueOnce(issueRequest(merchant, order)));
        }
      }),
    );
    const perSecond = Math.round((400 * 1000) / (performance.now() - startedAt));

    expect(sequences(issued)).toEqual(positions(400));
    expect(new Set(issued.map(({ summary }) => summary.orderId)).size).toBe(400);
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
    expect((await merchant.store.listJournals())[0]).toEqual({
      journalId: "invoices",
      nextNumber: 401,
      issuedCount: 400,
      lastNumber: "2026-0400",
    });
    expect(perSecond).toBeGreaterThan(100);
  });

  it("gives one document for one cause, however many ask at once", async () => {
    const merchant = await aMerchant(database, queue);
    const documents = await Promise.all(
      positions(20).map(() => merchant.store.issueOnce(issueRequest(merchant, anOrder()))),
    );
    const again = await merchant.store.issueOnce(
      issueRequest(merchant, anOrder({ total: "12.10" })),
    );

    expect(new Set(documents.map(({ summary }) => summary.documentId)).size).toBe(1);
    expect(again).toEqual(documents[0]);
    expect(again.summary.number).toBe("2026-0001");
    expect((await merchant.store.listJournals())[0]?.issuedCount).toBe(1);
  });

  it("stays gapless between two processes, also when both want the same causes", async () => {
    const merchant = await aMerchant(database, queue);
    const other = connect(database.url);
    const stores = [merchant.store, merchantStore(other, queue, merchant.store.merchantId)];
    const documents = await Promise.all(
      positions(60).flatMap((position) =>
        stores.map((store) => store.issueOnce(issueRequest(merchant, orderOf(position)))),
      ),
    );
    await other.close();

    expect(new Set(documents.map(({ summary }) => summary.number)).size).toBe(60);
    expect((await merchant.store.listJournals())[0]?.nextNumber).toBe(61);
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });

  it("burns no number when two journals race for the same causes", async () => {
    const merchant = await aMerchant(database, queue);
    const other = connect(database.url);
    const rival = merchantStore(other, queue, merchant.store.merchantId);
    const receipts = { ...JOURNAL, journalId: "receipts", pattern: "R{year}-{number:4}" };
    const pairs = await Promise.all(
      positions(40).map((position) =>
        Promise.all([
          merchant.store.issueOnce(issueRequest(merchant, orderOf(position))),
          rival.issueOnce(issueRequest(merchant, orderOf(41 - position), { journal: receipts })),
        ]),
      ),
    );
    await other.close();

    const numbers = new Map(
      pairs.flat().map(({ summary }) => [summary.orderId, summary.documentId]),
    );
    expect(numbers.size).toBe(40);
    expect(new Set(numbers.values()).size).toBe(40);
    const statuses = await merchant.store.listJournals();
    expect(statuses.reduce((sum, { issuedCount }) => sum + issuedCount, 0)).toBe(40);
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });

  it("lets one bad request harm nobody: neither one that cannot be frozen nor one that cannot be stored", async () => {
    const merchant = await aMerchant(database, queue);
    const unstorable = issueRequest(merchant, orderOf(3));
    const requests = positions(10).map((position) => {
      const request = issueRequest(merchant, orderOf(position));
      if (position === 3)
        return { ...unstorable, cause: { ...unstorable.cause, shopId: "nobody's" } };
      if (position !== 7) return request;
      return {
        ...request,
        freeze: () => {
          throw new Error("no paper");
        },
      };
    });
    const settled = await Promise.allSettled(
      requests.map((request) => merchant.store.issueOnce(request)),
    );

    const failures = settled.filter(({ status }) => status === "rejected");
    expect(failures).toHaveLength(2);
    const issued = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(sequences(issued)).toEqual(positions(8));
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });

  it("starts again in a new year and never dates a document before the last", async () => {
    const merchant = await aMerchant(database, queue);
    const days = ["2026-12-31", "2026-12-30", "2027-01-01", "2026-12-31"];
    const issued: IssuedDocument[] = [];
    for (const [index, today] of days.entries()) {
      issued.push(
        await merchant.store.issueOnce(issueRequest(merchant, orderOf(index), { today })),
      );
    }

    expect(issued.map(({ document: { number, issueDate } }) => [number, issueDate])).toEqual([
      ["2026-0001", "2026-12-31"],
      ["2026-0002", "2026-12-31"],
      ["2027-0001", "2027-01-01"],
      ["2027-0002", "2027-01-01"],
    ]);
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });

  it("starts where the settings say, until something is issued", async () => {
    const merchant = await aMerchant(database, queue);
    const from = (startNumber: number) => ({ journal: { ...JOURNAL, startNumber } });
    const fails = issueRequest(merchant, orderOf(1), {
      ...from(5),
      freeze: () => {
        throw new Error("no paper");
      },
    });
    await expect(merchant.store.issueOnce(fails)).rejects.toThrow("no paper");
    const first = await merchant.store.issueOnce(issueRequest(merchant, orderOf(1), from(43)));
    const second = await merchant.store.issueOnce(issueRequest(merchant, orderOf(2), from(900)));

    expect([first.summary.number, second.summary.number]).toEqual(["2026-0043", "2026-0044"]);
  });

  it("turns a draft into the issued document, with its delivery, timeline and job", async () => {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const order = anOrder();
    const cause = invoiceOf({ shop }, order);
    const draft = await store.saveDraft({ cause, journalId: "invoices", draft: aDraft(order) });
    const before = (await queue.counts())["render-document"].waiting;
    const issued = await store.issueOnce(
      issueRequest(merchant, order, { sendTo: "boss@example.com" }),
    );

    expect(issued.summary).toMatchObject({
      documentId: draft.documentId,
      state: "issued",
      number: "2026-0001",
      recipient: "ada@example.com",
      delivery: "waiting",
      total: "12.10",
    });
    expect(await store.listDeliveries(draft.documentId)).toMatchObject([
      { recipient: "boss@example.com", state: "waiting", attempts: 0 },
    ]);
    const timeline = await store.listTimeline(draft.documentId);
    expect(timeline.map(({ type, detail }) => [type, detail])).toEqual([
      ["drafted", ""],
      ["issued", "2026-0001"],
      ["queued", "boss@example.com"],
    ]);
    expect((await queue.counts())["render-document"].waiting).toBe(before + 1);
    expect(await store.findDocument(draft.documentId)).toEqual(issued);
    expect(await store.saveDraft({ cause, journalId: "invoices", draft: aDraft(order) })).toEqual(
      issued.summary,
    );
  });

  it("issues by hand what was discarded as a draft", async () => {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const cause = invoiceOf({ shop }, anOrder());
    const draft = await store.saveDraft({ cause, journalId: "invoices", draft: aDraft(anOrder()) });
    await store.discardDraft(draft.documentId);
    const issued = await store.issueOnce(issueRequest(merchant, anOrder()));

    expect(issued.summary).toMatchObject({ number: "2026-0001", buyerName: "Ada Peeters" });
    expect(await store.findByCause(cause)).toEqual(issued.summary);
    expect(await verifyMerchant(database, store.merchantId, noFile)).toEqual([]);
  });

  it("keeps what a customer typed, as far as PostgreSQL can", async () => {
    const merchant = await aMerchant(database, queue);
    const note = "a\0b \ud83d c \\u0000 😀";
    const { document, summary } = await merchant.store.issueOnce(
      issueRequest(merchant, anOrder({ note, buyer: { ...anOrder().buyer, name: "A\0da" } })),
    );

    expect(document.note).toBe("ab \ufffd c \\u0000 😀");
    expect(summary.buyerName).toBe("Ada");
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });
});

describe("an issued document in the database", () => {
  it("is kept as the law says of its kind", async () => {
    const merchant = await aMerchant(database, queue);
    const refused: string[] = [];
    for (const kind of DOCUMENT_KINDS) {
      const { summary } = await merchant.store.issueOnce(
        issueRequest(merchant, anOrder(), { kind }),
      );
      const redaction = `UPDATE "Document" SET "state" = 'redacted', "content" = NULL WHERE "id" = $1`;
      await database.pool.query(redaction, [summary.documentId]).catch(({ message }: Error) => {
        refused.push(`${kind}: ${message.replace(summary.number, "…")}`);
      });
    }

    expect(refused).toEqual(
      DOCUMENT_KINDS.filter((kind) => KIND_FACTS[kind].isKeptByLaw).map(
        (kind) => `${kind}: The law keeps document …`,
      ),
    );
  });

  it.each([
    `UPDATE "Document" SET "number" = 'x'`,
    `UPDATE "Document" SET "content" = '{}'`,
    `UPDATE "Document" SET "hash" = 'x'`,
    `UPDATE "Document" SET "previousHash" = 'x'`,
    `UPDATE "Document" SET "issueDate" = '2020-01-01'`,
    `UPDATE "Document" SET "sequence" = 9`,
    `UPDATE "Document" SET "journalId" = 'x'`,
    `UPDATE "Document" SET "kind" = 'receipt'`,
    `UPDATE "Document" SET "part" = 'edit:1'`,
    `UPDATE "Document" SET "state" = 'draft'`,
    `UPDATE "Document" SET "state" = 'discarded', "content" = NULL`,
    `UPDATE "Document" SET "state" = 'redacted', "content" = NULL`,
    `UPDATE "Document" SET "content" = NULL`,
    `UPDATE "Document" SET "listPosition" = 1000000`,
    `DELETE FROM "Document"`,
  ])("refuses %s", async (sql) => {
    const merchant = await aMerchant(database, queue);
    const { summary } = await merchant.store.issueOnce(issueRequest(merchant, anOrder()));

    await expect(
      database.pool.query(`${sql} WHERE "id" = $1`, [summary.documentId]),
    ).rejects.toThrow(/never (changed|deleted)|law keeps|content until|has no number/);
    await expect(database.pool.query(`TRUNCATE "Document" CASCADE`)).rejects.toThrow(
      "never deleted",
    );
  });
});
