import { randomUUID } from "node:crypto";
import type { Delivery as DeliveryRow, Prisma } from "@prisma/client";
import { fromPrisma } from "pg-boss";
import type { Delivery, MerchantStore } from "#domain/workflows";
import type { StoreScope } from "./scope.ts";

type DeliveryStore = Pick<
  MerchantStore,
  "addDelivery" | "findDelivery" | "listDeliveries" | "recordAttempt"
>;
type DeliveryRequest = Parameters<MerchantStore["addDelivery"]>[0];
type Attempt = Parameters<MerchantStore["recordAttempt"]>[1];

const NEWEST_FIRST = [
  { createdAt: "desc" },
  { id: "desc" },
] satisfies Prisma.DeliveryOrderByWithRelationInput[];

export function deliveryStore(scope: StoreScope): DeliveryStore {
  const {
    database: { prisma },
    merchantId,
  } = scope;
  return {
    addDelivery: (request) => addDelivery(scope, request),
    findDelivery: async (deliveryId) => {
      const row = await prisma.delivery.findFirst({ where: { merchantId, id: deliveryId } });
      return row === null ? undefined : deliveryOf(row);
    },
    listDeliveries: async (documentId) => {
      const rows = await prisma.delivery.findMany({
        where: { merchantId, documentId },
        orderBy: NEWEST_FIRST,
      });
      return rows.map(deliveryOf);
    },
    recordAttempt: (deliveryId, attempt) => recordAttempt(scope, deliveryId, attempt),
  };
}

function addDelivery(
  { database: { prisma }, queue, merchantId }: StoreScope,
  { documentId, recipient, requestId }: DeliveryRequest,
): Promise<Delivery> {
  return prisma.$transaction(async (transaction) => {
    const deliveryId = randomUUID();
    const { count } = await transaction.delivery.createMany({
      data: [{ id: deliveryId, merchantId, documentId, requestId, recipient, channel: "email" }],
      skipDuplicates: true,
    });
    if (count > 0) {
      await transaction.document.updateMany({
        where: { merchantId, id: documentId },
        data: { deliveryState: "waiting" },
      });
      await transaction.timelineEntry.create({
        data: { merchantId, documentId, type: "queued", detail: recipient },
      });
      const db = fromPrisma(transaction);
      await queue.send("deliver-document", { merchantId, deliveryId }, { db });
    }
    return deliveryOf(
      await transaction.delivery.findFirstOrThrow({ where: { merchantId, documentId, requestId } }),
    );
  });
}

async function recordAttempt(
  { database: { prisma }, queue, merchantId }: StoreScope,
  deliveryId: string,
  attempt: Attempt,
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const { documentId, recipient } = await transaction.delivery.findFirstOrThrow({
      where: { merchantId, id: deliveryId },
    });
    const { count } = await transaction.delivery.updateMany({
      where: { merchantId, id: deliveryId, state: attempt.sent ? { not: "sent" } : "waiting" },
      data: { attempts: { increment: 1 }, ...outcomeOf(attempt) },
    });
    if (count === 0) return;
    const newest = await transaction.delivery.findFirst({
      where: { merchantId, documentId },
      orderBy: NEWEST_FIRST,
    });
    await transaction.document.updateMany({
      where: { merchantId, id: documentId },
      data: {
        ...(newest && { deliveryState: newest.state }),
        ...(attempt.sent && { sentAt: new Date(attempt.at) }),
      },
    });
    await transaction.timelineEntry.create({
      data: {
        merchantId,
        documentId,
        at: new Date(attempt.at),
        type: attempt.sent ? "sent" : "sendingFailed",
        detail: attempt.sent ? recipient : `${recipient}: ${attempt.problem}`,
      },
    });
    if (attempt.sent || attempt.retryAt === null) return;
    const db = fromPrisma(transaction);
    await queue.send(
      "deliver-document",
      { merchantId, deliveryId },
      { db, startAfter: attempt.retryAt },
    );
  });
}

function outcomeOf(attempt: Attempt): Prisma.DeliveryUpdateManyMutationInput {
  if (attempt.sent) {
    const { at, subject } = attempt;
    return { state: "sent", sentAt: new Date(at), nextAttemptAt: null, subject, lastProblem: "" };
  }
  const { problem, retryAt } = attempt;
  return {
    state: retryAt === null ? "failed" : "waiting",
    nextAttemptAt: retryAt === null ? null : new Date(retryAt),
    lastProblem: problem,
  };
}

const deliveryOf = (row: DeliveryRow): Delivery => ({
  deliveryId: row.id,
  documentId: row.documentId,
  channel: row.channel,
  recipient: row.recipient,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.createdAt.toISOString(),
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  subject: row.subject,
  lastProblem: row.lastProblem,
});
