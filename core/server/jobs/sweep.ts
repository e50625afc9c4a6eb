import type { JobHandlers } from "./job-context.ts";

/** Work whose job is alive is left alone however long it waits; this spares work that has only just come. */
const WAITED_SECONDS = 2 * 60;

/** Jobs give up after their tries and can be lost with their queue; what was stored first is not. */
export const sweep: JobHandlers["sweep"] = async (_payload, { backlog, connections }) => {
  await backlog.resume(WAITED_SECONDS);
  await connections.forgetExpiredTokens();
};
