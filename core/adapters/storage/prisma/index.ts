export { connect, type DatabaseConnection } from "./connect.ts";
export { inbox } from "./inbox.ts";
export { merchantStore } from "./merchant-store.ts";
export { migrate } from "./migrate.ts";
export { offlineSessions } from "./offline-sessions.ts";
export { type Database, type DatabaseEnvironment, openDatabase } from "./open-database.ts";
export { privacyStore } from "./privacy-store.ts";
export {
  type JobCounts,
  type JobQueue,
  type SendOptions,
  startQueue,
  type WorkOptions,
} from "./queue.ts";
export { shopDirectory } from "./shop-directory.ts";
export { type IntegrityFinding, type ReadFile, verifyMerchant } from "./verify.ts";
