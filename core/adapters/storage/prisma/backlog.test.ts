import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { VatCheck } from "#domain/party";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { backlog } from "./backlog.ts";
import { inbox } from "./inbox.ts";
import { startQueue } from "./queue.ts";
import { aMerchant, issueRequest } from "./test-support.ts";

const WAITED_SECONDS = 120;
const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const resume = () => backlog(database, queue).resume(WAITED_SECONDS);
const waiting = async () => {
  const { "process-event": events, ...others } = await queue.counts();
  return {
    events: events.waiting,
    documents: others["render-document"].waiting,
    deliveries: others["deliver-document"].waiting,
    vatChecks: others["check-vat-number"].waiting,
  };
};
/** As if every try had failed, or the queue had been lost. */
const loseJobs = () => database.pool.query("DELETE FROM pgboss.job");
const NONE = { events: 0, documents: 0, deliveries: 0, vatChecks: 0 };

/** An event and an invoice with its delivery, all three minutes old; with `hasPdf` the artefact too. */
async function threeMinutesAgo({ hasPdf }: { readonly hasPdf: boolean }) {
  const merchant = await aMerchant(database, queue);
  const { store, shop } = merchant;
  const payload = { id: 1 };
  await inbox(database, queue).receive({
    shopId: shop.shopId,
    topic: "orders/paid",
    eventId: randomUUID(),
    webhookId: "w1",
    triggeredAt: "2026-11-21T10:00:00.000Z",
    payload,
  });
  const { summary } = await store.issueOnce(
    issueRequest(merchant, anOrder(), { sendTo: "a@example.com" }),
  );
  const { documentId } = summary;
  const file = { type: "pdf", fileKey: "a.pdf", sha256: "0", byteLength: 1 } as const;
  if (hasPdf) await store.saveArtefact({ ...file, documentId });
  await grow(3);
  const [delivery] = await store.listDeliveries(documentId);
  return { ...merchant, documentId, deliveryId: delivery?.deliveryId ?? "" };
}

/** Makes all that is there this much older. */
async function grow(minutes: number): Promise<void> {
  const client = await database.pool.connect();
  await client.query("SET session_replication_role = replica");
  const age = `- interval '${minutes} minutes'`;
  await client.query(`UPDATE "InboundEvent" SET "receivedAt" = "receivedAt" ${age}`);
  await client.query(`UPDATE "Document" SET "issuedAt" = "issuedAt" ${age}`);
  for (const table of ["Delivery", "UsageCharge", "UsageWarning"])
    await client.query(`UPDATE "${table}" SET "createdAt" = "createdAt" ${age}`);
  await client.query("SET session_replication_role = DEFAULT");
  client.release();
}

beforeEach(async () => {
  await database.prisma.inboundEvent.updateMany({ data: { state: "done" } });
  await database.prisma.delivery.updateMany({ data: { state: "sent" } });
  await database.prisma.vatCheck.deleteMany();
  const client = await database.pool.connect();
  await client.query("SET session_replication_role = replica");
  await client.query(`DELETE FROM "Document"`);
  await client.query("SET session_replication_role = DEFAULT");
  client.release();
  await loseJobs();
});

describe("the backlog", () => {
  it("brings back an event and a missing PDF whose jobs are gone, once", async () => {
    const { store, documentId } = await threeMinutesAgo({ hasPdf: false });
    await loseJobs();
    expect(await waiting()).toEqual(NONE);
    await resume();
    await resume();

    expect(await waiting()).toEqual({ ...NONE, events: 1, documents: 1 });
    const { rows } = await database.pool.query(
      "SELECT data FROM pgboss.job WHERE name = 'render-document'",
    );
    expect(rows).toEqual([{ data: { merchantId: store.merchantId, documentId } }]);
  });

  it("brings back a due delivery whose PDF is there", async () => {
    const { store, deliveryId } = await threeMinutesAgo({ hasPdf: true });
    await loseJobs();
    await resume();

    expect(await waiting()).toEqual({ ...NONE, events: 1, deliveries: 1 });
    const { rows } = await database.pool.query(
      "SELECT data FROM pgboss.job WHERE name = 'deliver-document'",
    );
    expect(rows).toEqual([{ data: { merchantId: store.merchantId, deliveryId } }]);
  });

  it("brings back what ran out of tries", async () => {
    await threeMinutesAgo({ hasPdf: false });
    await database.pool.query("UPDATE pgboss.job SET state = 'failed', completed_on = now()");
    await resume();

    expect(await waiting()).toEqual({ ...NONE, events: 1, documents: 1 });
  });

  it.each(["created", "retry", "active"])("leaves work alone whose job is %s", async (state) => {
    await threeMinutesAgo({ hasPdf: false });
    await database.pool.query("UPDATE pgboss.job SET state = $1::pgboss.job_state", [state]);
    await resume();

    const { rowCount } = await database.pool.query("SELECT FROM pgboss.job");
    expect(rowCount).toBe(2);
  });

  describe("of VAT numbers", () => {
    const answer = { consultationNumber: "", name: "" };
    const threeMinutesOld = () => new Date(Date.now() - 3 * 60_000).toISOString();
    const check = (
      state: VatCheck["state"],
      checkedAt: string,
      vatIdentifier = "BE0417497106",
    ) => ({
      ...answer,
      vatIdentifier,
      state,
      checkedAt,
    });
    const jobs = async () => {
      const { rows } = await database.pool.query<{ data: unknown }>(
        "SELECT data FROM pgboss.job WHERE name = 'check-vat-number' AND state < 'completed'",
      );
      return rows.map(({ data }) => data);
    };

    it("asks again where nobody could answer and the job is gone, once for each merchant", async () => {
      const [one, other] = [await aMerchant(database, queue), await aMerchant(database, queue)];
      await one.store.saveVatCheck(check("unverified", threeMinutesOld()));
      await one.store.saveVatCheck(check("unverified", threeMinutesOld()));
      await loseJobs();
      await other.store.saveVatCheck(check("unverified", threeMinutesOld()));
      await resume();
      await resume();

      const { merchantId } = one.store;
      expect(await jobs()).toHaveLength(2);
      expect(await jobs()).toContainEqual({ merchantId, vatIdentifier: "BE0417497106" });
    });

    it("leaves alone what was answered since, what was answered at once, and what has only just come", async () => {
      const { store } = await aMerchant(database, queue);
      await store.saveVatCheck(check("unverified", threeMinutesOld()));
      await store.saveVatCheck(check("valid", new Date().toISOString()));
      await store.saveVatCheck(check("invalid", threeMinutesOld(), "BE0000000097"));
      await store.saveVatCheck(check("unverified", new Date().toISOString(), "NL000099998B57"));
      await loseJobs();
      await resume();

      expect(await waiting()).toEqual(NONE);
    });

    it("asks again after an answer that was followed by an outage", async () => {
      const { store } = await aMerchant(database, queue);
      await store.saveVatCheck(check("valid", "2026-11-01T10:00:00.000Z"));
      await store.saveVatCheck(check("unverified", threeMinutesOld()));
      await loseJobs();
      await resume();

      expect(await waiting()).toEqual({ ...NONE, vatChecks: 1 });
    });
  });

  it("leaves alone what has only just come, and a delivery whose next try lies ahead", async () => {
    const { store, deliveryId } = await threeMinutesAgo({ hasPdf: true });
    const at = new Date().toISOString();
    const retryAt = new Date(Date.now() + 60_000).toISOString();
    await store.recordAttempt(deliveryId, { sent: false, at, problem: "busy", retryAt });
    await database.prisma.inboundEvent.updateMany({ data: { receivedAt: new Date() } });
    await loseJobs();
    await resume();

    expect(await waiting()).toEqual(NONE);
  });

  it("leaves alone what is settled: done events, sent and given up deliveries, redacted documents", async () => {
    const { store, deliveryId } = await threeMinutesAgo({ hasPdf: true });
    const confirmation = await threeMinutesAgo({ hasPdf: false });
    await database.prisma.inboundEvent.updateMany({ data: { state: "failed" } });
    const at = new Date().toISOString();
    await store.recordAttempt(deliveryId, { sent: false, at, problem: "no", retryAt: null });
    const client = await database.pool.connect();
    await client.query("SET session_replication_role = replica");
    await client.query(
      `UPDATE "Document" SET "state" = 'redacted', "content" = NULL WHERE "id" = $1`,
      [confirmation.documentId],
    );
    await client.query("SET session_replication_role = DEFAULT");
    client.release();
    await loseJobs();
    await resume();

    expect(await waiting()).toEqual(NONE);
  });
});

it("sends again what waits of usage, but not charges that a full cap holds up", async () => {
  const merchant = await aMerchant(database, queue);
  const { billing } = merchant;
  const allowance = { included: 1, extra: { count: 5, priceUsd: "0.08" } };
  for (const orderId of ["a", "b"]) {
    await merchant.store.issueOnce(issueRequest(merchant, anOrder({ orderId }), { allowance }));
  }
  await grow(3);
  const resumed = async () => {
    await loseJobs();
    await resume();
    const { "charge-usage": charges, "warn-of-usage": warnings } = await queue.counts();
    return { charges: charges.waiting, warnings: warnings.waiting };
  };
  expect(await resumed()).toEqual({ charges: 1, warnings: 1 });
  await billing.applyEvent({ type: "usageStopped", until: "2099-01-01T00:00:00.000Z" });
  await billing.markWarned({ period: "2026-11", percent: 100, included: 1 });
  expect(await resumed()).toEqual({ charges: 0, warnings: 0 });
});
