import { afterAll, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { inbox } from "./inbox.ts";
import { startQueue } from "./queue.ts";
import { aMerchant } from "./test-support.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const anEvent = (shopId: string, payload: unknown = { id: 1 }) => ({
  shopId,
  topic: "orders/paid",
  eventId: "e1",
  webhookId: "w1",
  triggeredAt: "2026-11-21T10:00:00.000Z",
  payload,
});
const waitingJobs = async () => (await queue.counts())["process-event"].waiting;

it("stores an event with one job, also when it arrives ten times at once", async () => {
  const { shop } = await aMerchant(database, queue);
  const events = inbox(database, queue);
  const before = await waitingJobs();
  const received = await Promise.all(
    Array.from({ length: 10 }, () => events.receive(anEvent(shop.shopId))),
  );

  expect(received.filter((each) => each === "stored")).toHaveLength(1);
  expect(received.filter((each) => each === "repeated")).toHaveLength(9);
  expect(await events.receive(anEvent(shop.shopId))).toBe("repeated");
  expect(await events.receive({ ...anEvent(shop.shopId), topic: "orders/create" })).toBe("stored");
  expect(await waitingJobs()).toBe(before + 2);
});

it("keeps neither the event nor its job when one of them cannot be kept", async () => {
  const { shop } = await aMerchant(database, queue);
  const events = inbox(database, {
    send: () => Promise.reject(new Error("no queue")),
  });
  const before = await waitingJobs();

  await expect(events.receive(anEvent(shop.shopId))).rejects.toThrow("no queue");
  await expect(inbox(database, queue).receive(anEvent("nobody's"))).rejects.toThrow("foreign key");
  expect(await waitingJobs()).toBe(before);
  expect(await database.prisma.inboundEvent.count({ where: { shopId: shop.shopId } })).toBe(0);
});

it("gives the event back until it is settled, and forgets its payload once it is done", async () => {
  const { shop } = await aMerchant(database, queue);
  const events = inbox(database, queue);
  const payload = { note: "a\0b", line_items: [{ price: "12.10" }] };
  await events.receive(anEvent(shop.shopId, payload));
  const { id } = await database.prisma.inboundEvent.findFirstOrThrow({
    where: { shopId: shop.shopId },
  });

  expect(await events.findEvent(id)).toEqual({
    ...anEvent(shop.shopId, { ...payload, note: "ab" }),
    inboundEventId: id,
    state: "waiting",
  });
  await events.settleEvent(id, "failed", "the order has no lines");
  expect(await events.findEvent(id)).toMatchObject({ state: "failed", payload: { note: "ab" } });
  await events.settleEvent(id, "done", "");
  expect(await events.findEvent(id)).toMatchObject({ state: "done", payload: null });
  expect(await events.findEvent("unknown")).toBeUndefined();
});

it("tries an event again that failed, when the shop sends it again", async () => {
  const { shop } = await aMerchant(database, queue);
  const events = inbox(database, queue);
  await events.receive(anEvent(shop.shopId));
  const { id } = await database.prisma.inboundEvent.findFirstOrThrow({
    where: { shopId: shop.shopId },
  });
  await events.settleEvent(id, "failed", "the order has no lines");
  const before = await waitingJobs();

  expect(await events.receive(anEvent(shop.shopId, { id: 2 }))).toBe("stored");
  expect(await events.findEvent(id)).toMatchObject({ state: "waiting", payload: { id: 2 } });
  expect(await waitingJobs()).toBe(before + 1);
});
