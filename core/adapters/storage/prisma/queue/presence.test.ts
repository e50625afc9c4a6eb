import { expect, it } from "vitest";
import { temporaryDataFolder } from "../../../../../tests/support/database-folder.ts";
import { startEmbeddedPostgres } from "../embedded-postgres.ts";
import { joinPresence } from "./presence.ts";

it("outlives a restart of PostgreSQL", async () => {
  const dataFolder = await temporaryDataFolder();
  const first = await startEmbeddedPostgres({ dataFolder, durable: false });
  const presence = await joinPresence(first.url, async () => {});
  await first.stop();
  const second = await startEmbeddedPostgres({ dataFolder, durable: false, port: first.port });
  let isAlone = false;
  await expect
    .poll(
      async () => {
        const other = await joinPresence(second.url, async () => {
          isAlone = true;
        });
        await other.leave();
        const wasAlone = isAlone;
        isAlone = false;
        return wasAlone;
      },
      { timeout: 10_000 },
    )
    .toBe(false);
  await presence.leave();
  await second.stop();
});
