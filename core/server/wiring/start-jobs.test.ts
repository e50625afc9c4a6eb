import { afterAll, expect, it } from "vitest";
import { startQueue } from "#adapters/storage/prisma";
import { testDatabase } from "../../../tests/support/database.ts";
import type { JobContext } from "../jobs/index.ts";
import { startJobs } from "./start-jobs.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

it("sweeps by the clock, after what has waited for two minutes", async () => {
  const swept: number[] = [];
  const backlog = { resume: async (seconds: number) => void swept.push(seconds) };
  await startJobs(queue, { backlog } as JobContext);
  const { rows } = await database.pool.query("SELECT name, cron FROM pgboss.schedule");
  expect(rows).toEqual([{ name: "sweep", cron: "*/5 * * * *" }]);

  await queue.send("sweep", {});
  await expect.poll(() => swept, { timeout: 5000 }).toEqual([120]);
});
