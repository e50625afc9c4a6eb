import type { DatabaseConnection } from "../connect.ts";
import type { JobQueue } from "../queue.ts";

/** What every part of a merchant's store is made with. The merchant's id stands in every query. */
export interface StoreScope {
  readonly database: Pick<DatabaseConnection, "prisma" | "pool">;
  readonly queue: Pick<JobQueue, "send" | "sendAll">;
  readonly merchantId: string;
}
