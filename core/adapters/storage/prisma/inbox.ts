import { randomUUID } from "node:crypto";
import { Prisma } from "@prisma/client";
import type { Inbox } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import type { JobQueue } from "./queue.ts";
import { storableText } from "./stored-json.ts";
import { inTransaction } from "./transaction.ts";

/** The only rows that are read without a merchant: the shop of an event leads to its merchant. */
export function inbox(
  { prisma, pool }: Pick<DatabaseConnection, "prisma" | "pool">,
  queue: Pick<JobQueue, "send">,
): Inbox {
  return {
    receive: ({ shopId, topic, eventId, webhookId, triggeredAt, payload }) =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ inboundEventId: string }>(
          `INSERT INTO "InboundEvent" AS e ("id", "shopId", "topic", "eventId", "webhookId", "triggeredAt", "payload")
           VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)
           ON CONFLICT ("shopId", "topic", "eventId") DO UPDATE
             SET "state" = 'waiting', "problem" = '', "settledAt" = NULL, "payload" = excluded."payload", "triggeredAt" = excluded."triggeredAt"
             WHERE e."state" = 'failed'
           RETURNING "id" AS "inboundEventId"`,
          [randomUUID(), shopId, topic, eventId, webhookId, triggeredAt, storableText(payload)],
        );
        const [stored] = rows;
        if (stored === undefined) return "repeated";
        const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
        await queue.send("process-event", stored, { db });
        return "stored";
      }),

    findEvent: async (inboundEventId) => {
      const row = await prisma.inboundEvent.findUnique({ where: { id: inboundEventId } });
      if (row === null) return undefined;
      const { shopId, topic, eventId, webhookId, triggeredAt, payload, state } = row;
      return {
        inboundEventId,
        shopId,
        topic,
        eventId,
        webhookId,
        triggeredAt: triggeredAt.toISOString(),
        payload,
        state,
      };
    },

    /** Once an event is done nobody reads its payload again, and it may hold personal data. */
    settleEvent: async (inboundEventId, state, problem) => {
      await prisma.inboundEvent.update({
        where: { id: inboundEventId },
        data: {
          state,
          problem,
          settledAt: new Date(),
          ...(state === "done" && { payload: Prisma.DbNull }),
        },
      });
    },
  };
}
