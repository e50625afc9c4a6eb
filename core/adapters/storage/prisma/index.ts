export { backlog } from "./backlog.ts";
export { inbox } from "./inbox.ts";
export { merchantStore } from "./merchant-store.ts";
export { offlineSessions } from "./offline-sessions.ts";
export { openDatabase } from "./open-database.ts";
export { privacyStore } from "./privacy-store.ts";
export { type JobQueue, startQueue } from "./queue.ts";
export { shopDirectory } from "./shop-directory.ts";
export { verifyMerchant } from "./verify.ts";
