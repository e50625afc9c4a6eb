import { afterAll, describe, expect, it } from "vitest";
import type { IssuedDocument } from "#domain/workflows";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { connect } from "./connect.ts";
import { merchantStore } from "./merchant-store.ts";
import { startQueue } from "./queue.ts";
import { aMerchant, issueRequest, JOURNAL, type TestMerchant } from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const orderOf = (position: number) => anOrder({ orderId: `gid://shopify/Order/${position}` });
const positions = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const numbersOf = (documents: readonly IssuedDocument[]) =>
  documents.map(({ summary }) => summary.number).toSorted();
const noFile = async () => undefined;

describe("a number that another journal gave", () => {
  const clashing = { ...JOURNAL, journalId: "receipts", name: "Receipts" };

  /** Invoices 2026-0001 and 2026-0002 are issued. */
  async function twoInvoices() {
    const merchant = await aMerchant(database, queue);
    for (const position of [1, 2]) {
      await merchant.store.issueOnce(issueRequest(merchant, orderOf(position)));
    }
    return merchant;
  }
  const statusOf = async ({ store }: TestMerchant) =>
    (await store.listJournals()).find(({ journalId }) => journalId === "receipts");

  it("is not given again: the document fails and says what to do, and nothing is taken", async () => {
    const merchant = await twoInvoices();
    const request = issueRequest(merchant, orderOf(3), { kind: "receipt", journal: clashing });

    await expect(merchant.store.issueOnce(request)).rejects.toThrow(
      'Number 2026-0001 is taken: journal "Invoices" has given it, so journal "Receipts" cannot. Change its pattern, so that its numbers differ.',
    );
    expect(await statusOf(merchant)).toMatchObject({ issuedCount: 0, nextNumber: 1 });
    expect(await merchant.store.findByCause(request.cause)).toBeUndefined();
    const own = { ...clashing, pattern: "R{year}-{number:4}" };
    const mended = issueRequest(merchant, orderOf(3), { kind: "receipt", journal: own });
    expect((await merchant.store.issueOnce(mended)).summary.number).toBe("R2026-0001");
  });

  it("harms no other of its batch, and a journal that has begun is told to make way", async () => {
    const merchant = await aMerchant(database, queue);
    const from3 = { ...JOURNAL, startNumber: 3 };
    await merchant.store.issueOnce(issueRequest(merchant, orderOf(9), { journal: from3 }));
    const settled = await Promise.allSettled(
      positions(5).map((position) =>
        merchant.store.issueOnce(
          issueRequest(merchant, orderOf(position), { kind: "receipt", journal: clashing }),
        ),
      ),
    );

    const issued = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(numbersOf(issued)).toEqual(["2026-0001", "2026-0002"]);
    const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(failures.map(({ message }) => message)).toEqual(
      Array.from(
        { length: 3 },
        () =>
          'Number 2026-0003 is taken: journal "Invoices" has given it, so journal "Receipts" cannot. Make a new journal with a pattern of its own and choose it in the rules.',
      ),
    );
    expect(await statusOf(merchant)).toMatchObject({ issuedCount: 2, nextNumber: 3 });
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });

  it("belongs to one of two that want it at the same time", async () => {
    const merchant = await aMerchant(database, queue);
    const other = connect(database.url);
    const rival = merchantStore(other, queue, merchant.store.merchantId);
    const settled = await Promise.allSettled([
      merchant.store.issueOnce(issueRequest(merchant, orderOf(1))),
      rival.issueOnce(issueRequest(merchant, orderOf(2), { kind: "receipt", journal: clashing })),
    ]);
    await other.close();

    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await verifyMerchant(database, merchant.store.merchantId, noFile)).toEqual([]);
  });

  it("may be given by another merchant", async () => {
    const [one, other] = [await twoInvoices(), await twoInvoices()];

    expect(await one.store.countDocuments({})).toBe(2);
    expect(await other.store.countDocuments({})).toBe(2);
  });
});
