import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { type JobQueue, startQueue } from "./queue.ts";
import { inTransaction } from "./transaction.ts";

const database = await testDatabase();
const running: JobQueue[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((queue) => queue.stop({ graceful: false })));
  await database.pool.query("DELETE FROM pgboss.job");
});

async function openQueue(report?: (error: unknown) => void): Promise<JobQueue> {
  const queue = await startQueue(database, report);
  running.push(queue);
  return queue;
}

const jobOf = (documentId: string) => ({ merchantId: "m", documentId });

describe("the queue", () => {
  it("sends with a transaction or not at all", async () => {
    const queue = await openQueue();
    const done: string[] = [];
    await queue.work("render-document", async ({ documentId }) => void done.push(documentId));
    const sendThen = (documentId: string, end: () => void) =>
      inTransaction(database.pool, async (client) => {
        const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
        await queue.send("render-document", jobOf(documentId), { db });
        await queue.sendAll("render-document", [jobOf(`${documentId}+`)], db);
        end();
      });

    await expect(
      sendThen("rolled back", () => {
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    await sendThen("kept", () => undefined);

    await expect.poll(() => done.toSorted(), { timeout: 5000 }).toEqual(["kept", "kept+"]);
  });

  it("tries a job again whose handler failed, and leaves the rest of its batch alone", async () => {
    const reported: unknown[] = [];
    const queue = await openQueue((error) => reported.push(error));
    const tries = new Map<string, number>();
    await queue.sendAll("render-document", ["bad", "good"].map(jobOf));
    await queue.work("render-document", async ({ documentId }) => {
      const count = (tries.get(documentId) ?? 0) + 1;
      tries.set(documentId, count);
      if (documentId === "bad" && count === 1) throw new Error("not yet");
    });

    await expect.poll(() => tries.get("bad"), { timeout: 10_000 }).toBe(2);
    expect(tries.get("good")).toBe(1);
    expect(reported).toMatchObject([{ message: "not yet" }]);
    await expect
      .poll(async () => (await queue.counts())["render-document"])
      .toEqual({ waiting: 0, active: 0, failed: 0 });
  }, 15_000);

  it("waits with a job until its time", async () => {
    const queue = await openQueue();
    const delivered: string[] = [];
    await queue.work("deliver-document", async ({ deliveryId }) => void delivered.push(deliveryId));
    const startAfter = new Date(Date.now() + 1500).toISOString();
    await queue.send("deliver-document", { merchantId: "m", deliveryId: "later" }, { startAfter });
    await queue.send("deliver-document", { merchantId: "m", deliveryId: "now" });

    await expect.poll(() => delivered).toEqual(["now"]);
    await expect.poll(() => delivered, { timeout: 5000 }).toEqual(["now", "later"]);
  });

  it("keeps one waiting job per shop where more would do nothing", async () => {
    const queue = await openQueue();
    for (const shopId of ["s1", "s2", "s1", "s1"]) await queue.send("reconcile-shop", { shopId });

    expect((await queue.counts())["reconcile-shop"].waiting).toBe(2);
    await queue.schedule("reconcile-shop", { shopId: "s1" }, { cron: "0 * * * *", key: "s1" });
    await queue.schedule("reconcile-shop", { shopId: "s1" }, { cron: "5 * * * *", key: "s1" });
    const { rows } = await database.pool.query("SELECT cron FROM pgboss.schedule");
    expect(rows).toEqual([{ cron: "5 * * * *" }]);
    await queue.unschedule("reconcile-shop", "s1");
    expect((await database.pool.query("SELECT FROM pgboss.schedule")).rowCount).toBe(0);
  });

  it("runs one job of a delivery at a time, so that no mail leaves twice", async () => {
    const queue = await openQueue();
    const deliveries = ["a", "a", "b", "a"].map((deliveryId) => ({ merchantId: "m", deliveryId }));
    await queue.sendAll("deliver-document", deliveries);
    const atWork = new Map<string, number>();
    const most = new Map<string, number>();
    let done = 0;
    const handler = async ({ deliveryId }: { readonly deliveryId: string }) => {
      const now = (atWork.get(deliveryId) ?? 0) + 1;
      atWork.set(deliveryId, now);
      most.set(deliveryId, Math.max(now, most.get(deliveryId) ?? 0));
      await sleep(100);
      atWork.set(deliveryId, now - 1);
      done += 1;
    };
    await queue.work("deliver-document", handler, { batchSize: 10, concurrency: 3 });

    await expect.poll(() => done, { timeout: 10_000 }).toBe(4);
    expect(Object.fromEntries(most)).toEqual({ a: 1, b: 1 });
  }, 15_000);

  it("works fast while much is waiting", async () => {
    const queue = await openQueue();
    await queue.sendAll(
      "process-event",
      Array.from({ length: 2000 }, (_, index) => ({ inboundEventId: `${index}` })),
    );
    const seen = new Set<string>();
    const startedAt = performance.now();
    const handler = async ({ inboundEventId }: { readonly inboundEventId: string }) =>
      void seen.add(inboundEventId);
    await queue.work("process-event", handler, { batchSize: 25, concurrency: 2 });

    await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(2000);
    expect(performance.now() - startedAt).toBeLessThan(8000);
  }, 15_000);
});

describe("a delivery's job", () => {
  it("is not given up while its mails may still be on their way", async () => {
    await openQueue();
    const { rows } = await database.pool.query(
      "SELECT expire_seconds FROM pgboss.queue WHERE name = 'deliver-document'",
    );

    // Four mails in a batch, each with a deadline of 90 seconds.
    expect(rows[0]?.expire_seconds).toBeGreaterThan(4 * 90);
  });
});

describe("a killed process", () => {
  /** Takes every job of its batch and never finishes one. */
  const STUCK = `
    const { startQueue } = await import(${JSON.stringify(path.join(import.meta.dirname, "queue.ts"))});
    const queue = await startQueue({ url: process.env.STUCK_URL });
    await queue.work("process-event", () => {
      process.stdout.write("taken");
      return new Promise(() => {});
    });`;

  async function startStuckProcess() {
    const child = spawn(process.execPath, ["--input-type=module", "-e", STUCK], {
      env: { ...process.env, STUCK_URL: database.url },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    return child;
  }

  it("leaves jobs that the next one takes up at once, when nobody else runs", async () => {
    const sender = await openQueue();
    const ids = Array.from({ length: 10 }, (_, index) => `event ${index}`);
    await sender.sendAll(
      "process-event",
      ids.map((inboundEventId) => ({ inboundEventId })),
    );
    const child = await startStuckProcess();
    const bystander = await openQueue();
    await bystander.work("reconcile-shop", async () => undefined);
    const { active } = (await sender.counts())["process-event"];
    child.kill("SIGKILL");
    await once(child, "exit");
    await sleep(200);

    const taken: string[] = [];
    const heir = await openQueue();
    await heir.work("process-event", async ({ inboundEventId }) => void taken.push(inboundEventId));
    expect(active).toBe(10);
    await sleep(1500);
    expect(taken).toEqual([]); // somebody else runs, so only the heartbeat tells who is dead
    await Promise.all([bystander.stop({ graceful: false }), heir.stop({ graceful: false })]);

    const startedAt = performance.now();
    const next = await openQueue();
    await next.work("process-event", async ({ inboundEventId }) => void taken.push(inboundEventId));
    await expect.poll(() => taken.toSorted(), { timeout: 5000 }).toEqual(ids);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  }, 30_000);
});
