import { afterAll, describe, expect, it } from "vitest";
import type { Allowance } from "#domain/billing";
import { AllowanceReached } from "#domain/workflows";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { startQueue } from "./queue.ts";
import {
  aDraft,
  aMerchant,
  invoiceOf,
  issueRequest,
  JOURNAL,
  type TestMerchant,
} from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const orderOf = (position: number) =>
  anOrder({ orderId: `gid://shopify/Order/${position}`, orderNumber: `#${position}` });
const positions = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const plan = (included: number, extra: Allowance["extra"] = null) => ({
  allowance: { included, extra },
});
const PERIOD = "2026-11";

/** How many of these orders got an invoice; every other failure is thrown. */
async function issueAll(
  merchant: TestMerchant,
  orders: readonly number[],
  changes: Parameters<typeof issueRequest>[2],
): Promise<number> {
  const settled = await Promise.allSettled(
    orders.map((order) =>
      merchant.store.issueOnce(issueRequest(merchant, orderOf(order), changes)),
    ),
  );
  for (const each of settled) {
    if (each.status === "rejected" && !(each.reason instanceof AllowanceReached)) throw each.reason;
  }
  return settled.filter(({ status }) => status === "fulfilled").length;
}

const jobsOf = async (name: string, { store }: TestMerchant) => {
  const { rows } = await database.pool.query<{ data: Record<string, unknown> }>(
    "SELECT data FROM pgboss.job WHERE name = $1 AND data->>'merchantId' = $2 ORDER BY created_on, id",
    [name, store.merchantId],
  );
  return rows.map(({ data }) => data);
};

describe("a month's use", () => {
  it("is counted to the document, whichever of two journals sixteen clients issue from", async () => {
    const merchant = await aMerchant(database, queue);
    const receipts = { ...JOURNAL, journalId: "receipts", pattern: "R{year}-{number:4}" };
    const issued = await Promise.all([
      issueAll(merchant, positions(30), plan(25)),
      issueAll(merchant, positions(30), { ...plan(25), journal: receipts, kind: "receipt" }),
    ]);

    expect(issued[0] + issued[1]).toBe(25);
    expect(await merchant.billing.countIssued(PERIOD)).toBe(25);
    const journals = await merchant.store.listJournals();
    expect(journals.reduce((sum, { issuedCount }) => sum + issuedCount, 0)).toBe(25);
    expect(
      await verifyMerchant(database, merchant.store.merchantId, async () => undefined),
    ).toEqual([]);
  });

  it("takes no number for what it has no room for, and goes on in a larger plan or the next month", async () => {
    const merchant = await aMerchant(database, queue);
    expect(await issueAll(merchant, positions(5), plan(3))).toBe(3);
    const last = issueRequest(merchant, orderOf(9), { ...plan(3), today: "2026-12-01" });
    expect((await merchant.store.issueOnce(last)).summary.number).toBe("2026-0004");
    expect(await issueAll(merchant, [6], plan(4))).toBe(1);

    expect((await merchant.store.listJournals())[0]?.nextNumber).toBe(6);
    expect(await merchant.billing.countIssued(PERIOD)).toBe(4);
    expect(await merchant.billing.countIssued("2026-12")).toBe(1);
  });

  it("does not count again what was issued before", async () => {
    const merchant = await aMerchant(database, queue);
    expect(await issueAll(merchant, [1, 1, 1], plan(1))).toBe(3);
    expect(await issueAll(merchant, [1], plan(1))).toBe(1);
    expect(await merchant.billing.countIssued(PERIOD)).toBe(1);
  });

  it("does not count what could not be frozen", async () => {
    const merchant = await aMerchant(database, queue);
    const fails = issueRequest(merchant, orderOf(1), {
      freeze: () => {
        throw new Error("no paper");
      },
    });
    await expect(merchant.store.issueOnce(fails)).rejects.toThrow("no paper");
    expect(await merchant.billing.countIssued(PERIOD)).toBe(0);
  });

  it("warns once at 80 % and once at 100 %, and again of a larger plan", async () => {
    const merchant = await aMerchant(database, queue);
    for (const position of positions(10)) await issueAll(merchant, [position], plan(10));
    for (const position of positions(20)) await issueAll(merchant, [position], plan(20));

    expect(await jobsOf("warn-of-usage", merchant)).toEqual(
      [
        { percent: 80, included: 10 },
        { percent: 100, included: 10 },
        { percent: 80, included: 20 },
        { percent: 100, included: 20 },
      ].map((warning) => ({ merchantId: merchant.store.merchantId, period: PERIOD, ...warning })),
    );
    const warning = { period: PERIOD, percent: 80, included: 10 } as const;
    expect(await merchant.billing.needsWarning(warning)).toBe(true);
    await merchant.billing.markWarned(warning);
    expect(await merchant.billing.needsWarning(warning)).toBe(false);
    expect(await merchant.billing.needsWarning({ ...warning, included: 11 })).toBe(false);
  });

  it("warns of the higher share alone when both are passed at once", async () => {
    const merchant = await aMerchant(database, queue);
    await issueAll(merchant, positions(11), plan(10));
    expect(await jobsOf("warn-of-usage", merchant)).toMatchObject([{ percent: 100 }]);
  });

  it("charges each document above the plan once, up to the merchant's cap", async () => {
    const merchant = await aMerchant(database, queue);
    const capped = plan(2, { count: 3, priceUsd: "0.08" });
    expect(await issueAll(merchant, positions(8), capped)).toBe(5);
    expect(await issueAll(merchant, positions(8), capped)).toBe(5);

    const jobs = await jobsOf("charge-usage", merchant);
    expect(jobs).toHaveLength(3);
    const [first] = jobs;
    const chargeId = String(first?.["chargeId"]);
    expect(await merchant.billing.findCharge(chargeId)).toMatchObject({
      chargeId,
      amountUsd: "0.08",
      state: "waiting",
    });
    await merchant.billing.settleCharge(chargeId, "charged");
    await merchant.billing.settleCharge(chargeId, "waived");
    expect(await merchant.billing.findCharge(chargeId)).toMatchObject({ state: "charged" });
    const stranger = await aMerchant(database, queue);
    expect(await stranger.billing.findCharge(chargeId)).toBeUndefined();
  });
});

describe("a draft that the plan has no room for", () => {
  it("is found by that until it is issued, however often it is computed anew", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const draftOf = (position: number) => {
      const order = orderOf(position);
      return { cause: invoiceOf(merchant, order), journalId: "invoices", draft: aDraft(order) };
    };
    await store.saveDraft({ ...draftOf(1), heldAs: "issueAndSend" });
    expect(await store.saveDraft(draftOf(1))).toMatchObject({ heldAs: "issueAndSend" });
    const byHand = await store.saveDraft({ ...draftOf(1), heldAs: "issue" });
    expect(byHand.heldAs).toBe("issueAndSend");
    await store.saveDraft(draftOf(2));

    const { rows } = await store.listDocuments({ isHeld: true }, { limit: 10 });
    expect(rows.map(({ orderNumber, heldAs }) => [orderNumber, heldAs])).toEqual([
      ["#1", "issueAndSend"],
    ]);
    expect(await store.countDocuments({ state: "draft", isHeld: true })).toBe(1);
    expect((await store.listHeld(10)).map(({ orderNumber }) => orderNumber)).toEqual(["#1"]);
    const stranger = await aMerchant(database, queue);
    expect(await stranger.store.listHeld(10)).toEqual([]);

    const issued = await store.issueOnce(issueRequest(merchant, orderOf(1)));
    expect(issued.summary.heldAs).toBeNull();
    expect(await store.countDocuments({ isHeld: true })).toBe(0);
  });

  it("is charged above the plan as what it became", async () => {
    const merchant = await aMerchant(database, queue);
    const order = orderOf(1);
    const draft = {
      cause: invoiceOf(merchant, order),
      journalId: "invoices",
      draft: aDraft(order),
    };
    const { documentId } = await merchant.store.saveDraft({ ...draft, heldAs: "issue" });
    const capped = plan(0, { count: 3, priceUsd: "0.08" });
    const issued = await merchant.store.issueOnce(issueRequest(merchant, order, capped));
    expect(issued.summary.documentId).toBe(documentId);
    expect(await database.prisma.usageCharge.findMany({ where: { documentId } })).toHaveLength(1);
  });

  it("waits no more once it is discarded", async () => {
    const merchant = await aMerchant(database, queue);
    const order = orderOf(1);
    const draft = {
      cause: invoiceOf(merchant, order),
      journalId: "invoices",
      draft: aDraft(order),
    };
    const { documentId } = await merchant.store.saveDraft({ ...draft, heldAs: "issue" });
    await merchant.store.discardDraft(documentId);
    expect(await merchant.store.countDocuments({ isHeld: true })).toBe(0);
  });
});
