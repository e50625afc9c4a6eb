import type { MerchantStore } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import { deliveryStore } from "./merchant-store/deliveries.ts";
import { documentStore } from "./merchant-store/documents.ts";
import { draftStore } from "./merchant-store/drafts.ts";
import { issueOnce } from "./merchant-store/issue-once.ts";
import { orderStore } from "./merchant-store/orders.ts";
import { settingsStore } from "./merchant-store/settings.ts";
import { statsStore } from "./merchant-store/stats.ts";
import { timelineStore } from "./merchant-store/timeline.ts";
import { vatCheckStore } from "./merchant-store/vat-checks.ts";
import type { JobQueue } from "./queue.ts";

/** Everything of one merchant in PostgreSQL. Cheap to make: one per request or job. */
export function merchantStore(
  database: Pick<DatabaseConnection, "prisma" | "pool">,
  queue: Pick<JobQueue, "send" | "sendAll">,
  merchantId: string,
): MerchantStore {
  const scope = { database, queue, merchantId };
  return {
    merchantId,
    ...settingsStore(scope),
    ...orderStore(scope),
    ...draftStore(scope),
    ...documentStore(scope),
    ...deliveryStore(scope),
    ...timelineStore(scope),
    ...statsStore(scope),
    ...vatCheckStore(scope),
    issueOnce: (request) => issueOnce(scope, request),
  };
}
