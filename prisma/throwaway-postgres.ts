import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../core/adapters/storage/prisma/embedded-postgres.ts";
import { isProcess } from "../core/adapters/storage/prisma/embedded/postmaster.ts";

const FOLDER_PREFIX = "docket-throwaway-";

export interface ThrowawayPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A fast PostgreSQL for tests and tools. `stop` deletes it with all that is in it. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  await removeLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  await chmod(folder, 0o711);
  return startIn(folder);
}

async function startIn(dataFolder: string): Promise<ThrowawayPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, durable: false });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true });
    },
  };
}

/** Whoever was killed left a server behind. Starting there makes it ours, and stopping ends it. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((candidate) => candidate.startsWith(FOLDER_PREFIX))) {
    const pid = Number(name.slice(FOLDER_PREFIX.length).split("-")[0]);
    if (!isProcess(pid)) await (await startIn(path.join(tmpdir(), name))).stop();
  }
}
