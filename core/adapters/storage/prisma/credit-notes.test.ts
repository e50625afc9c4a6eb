import { afterAll, describe, expect, it } from "vitest";
import { type Cause, CreditedMeanwhile, type MerchantStore } from "#domain/workflows";
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

const CREDIT_NOTES = { ...JOURNAL, journalId: "credit-notes", pattern: "CN{year}-{number:4}" };
const OTHERS = { ...CREDIT_NOTES, journalId: "others", pattern: "X{year}-{number:4}" };
const positions = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const orderOf = (position: number) => anOrder({ orderId: `gid://shopify/Order/${position}` });
const noFile = async () => undefined;

interface Wish {
  readonly refund: number;
  readonly order?: number;
  readonly known?: readonly string[];
  readonly journal?: typeof JOURNAL;
}

const creditRequest = (
  merchant: Pick<TestMerchant, "shop">,
  { refund, order = 1, known = [], journal = CREDIT_NOTES }: Wish,
) =>
  issueRequest(merchant, orderOf(order), {
    kind: "creditNote",
    part: `refund:${refund}`,
    journal,
    knownCreditNotes: known,
  });

/** Numbers of what was issued, and how many were refused because of another credit note. */
async function outcomesOf(attempts: readonly ReturnType<MerchantStore["issueOnce"]>[]) {
  const settled = await Promise.allSettled(attempts);
  const refused = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused.filter((reason) => !(reason instanceof CreditedMeanwhile))).toEqual([]);
  const issued = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  return { numbers: issued.map(({ summary }) => summary.number), refused: refused.length };
}

const isIntact = async ({ merchantId }: MerchantStore) =>
  expect(await verifyMerchant(database, merchantId, noFile)).toEqual([]);

describe("credit notes of one order", () => {
  it("that reckon with none are issued once, however many ask at once", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { numbers, refused } = await outcomesOf(
      positions(8).map((refund) => store.issueOnce(creditRequest(merchant, { refund }))),
    );

    expect(numbers).toEqual(["CN2026-0001"]);
    expect(refused).toBe(7);
    expect(
      (await store.listJournals()).find(({ journalId }) => journalId === "credit-notes"),
    ).toMatchObject({ issuedCount: 1, nextNumber: 2 });
    await isIntact(store);
  });

  it("are issued once between two processes and two journals too", async () => {
    const merchant = await aMerchant(database, queue);
    const other = connect(database.url);
    const rival = merchantStore(other, queue, merchant.store.merchantId);
    const { numbers, refused } = await outcomesOf(
      positions(8).flatMap((refund) => [
        merchant.store.issueOnce(creditRequest(merchant, { refund })),
        rival.issueOnce(creditRequest(merchant, { refund: 100 + refund, journal: OTHERS })),
      ]),
    );
    await other.close();

    expect(numbers).toHaveLength(1);
    expect(refused).toBe(15);
    await isIntact(merchant.store);
  });

  it("follow each other when each knows those before it", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const known: string[] = [];
    for (const refund of positions(3)) {
      const { summary } = await store.issueOnce(creditRequest(merchant, { refund, known }));
      known.push(summary.documentId);
    }
    const wrong = [known.slice(1), [...known, "another"], ["a", "b", "c"]];
    const { refused } = await outcomesOf(
      wrong.map((ids) => store.issueOnce(creditRequest(merchant, { refund: 4, known: ids }))),
    );
    expect(refused).toBe(3);

    const last = creditRequest(merchant, { refund: 4, known: known.toReversed() });
    expect((await store.issueOnce(last)).summary).toMatchObject({
      number: "CN2026-0004",
      kind: "creditNote",
      part: "refund:4",
    });
    await isIntact(store);
  });

  it("are given back, not refused, when the same one is asked for again", async () => {
    const merchant = await aMerchant(database, queue);
    const request = creditRequest(merchant, { refund: 1 });
    const first = await merchant.store.issueOnce(request);

    expect(await merchant.store.issueOnce(request)).toEqual(first);
  });

  it("keep apart the refunds of an order, as drafts too", async () => {
    const merchant = await aMerchant(database, queue);
    const { store, shop } = merchant;
    const drafts = await Promise.all(
      positions(2).map((refund) => store.saveDraft(creditRequest(merchant, { refund }))),
    );
    const issued = await store.issueOnce(creditRequest(merchant, { refund: 2 }));
    const ofRefund = (part: string): Cause => {
      const { orderId } = orderOf(1);
      return { shopId: shop.shopId, orderId, kind: "creditNote", part };
    };

    expect(issued.summary.documentId).toBe(drafts[1]?.documentId);
    expect(await store.findByCause(ofRefund("refund:1"))).toEqual(drafts[0]);
    expect(await store.findByCause(ofRefund("refund:2"))).toEqual(issued.summary);
    expect(await store.findByCause(ofRefund(""))).toBeUndefined();
  });
});

describe("a credit note that is refused", () => {
  it("harms no other of its batch and takes no number", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { numbers, refused } = await outcomesOf(
      positions(30).map((refund) =>
        store.issueOnce(creditRequest(merchant, { refund, order: Math.ceil(refund / 2) })),
      ),
    );

    expect(refused).toBe(15);
    expect(numbers.toSorted()).toEqual(
      positions(15).map((position) => `CN2026-${String(position).padStart(4, "0")}`),
    );
    await isIntact(store);
  });

  it("makes room for the next of its batch when it cannot be frozen", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const [busy, broken, next] = await Promise.allSettled([
      store.issueOnce(creditRequest(merchant, { refund: 1, order: 2 })),
      store.issueOnce({
        ...creditRequest(merchant, { refund: 1 }),
        freeze: () => {
          throw new Error("no paper");
        },
      }),
      store.issueOnce(creditRequest(merchant, { refund: 2 })),
    ]);

    expect([busy?.status, broken?.status, next?.status]).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    await isIntact(store);
  });
});

it("two journals that credit the same orders never wait for each other for ever", async () => {
  const merchant = await aMerchant(database, queue);
  const other = connect(database.url);
  const rival = merchantStore(other, queue, merchant.store.merchantId);
  const { numbers, refused } = await outcomesOf(
    positions(40).flatMap((order) => [
      merchant.store.issueOnce(creditRequest(merchant, { refund: 1, order })),
      rival.issueOnce(creditRequest(merchant, { refund: 2, order: 41 - order, journal: OTHERS })),
    ]),
  );
  await other.close();

  expect(numbers).toHaveLength(40);
  expect(refused).toBe(40);
  await isIntact(merchant.store);
});

it("two journals that want the same credit note get the same one", async () => {
  const merchant = await aMerchant(database, queue);
  const other = connect(database.url);
  const rival = merchantStore(other, queue, merchant.store.merchantId);
  const pairs = await Promise.all(
    positions(20).map((order) =>
      Promise.all([
        merchant.store.issueOnce(creditRequest(merchant, { refund: 1, order })),
        rival.issueOnce(creditRequest(merchant, { refund: 1, order, journal: OTHERS })),
      ]),
    ),
  );
  await other.close();

  for (const [one, same] of pairs) expect(same.summary).toEqual(one.summary);
  await isIntact(merchant.store);
});
