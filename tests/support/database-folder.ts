import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

/** An empty data folder that PostgreSQL's account can enter, deleted after the file's last test. */
export async function temporaryDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "docket-database-"));
  await chmod(folder, 0o711);
  afterAll(() => rm(folder, { recursive: true }));
  return folder;
}
