import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { hasCode } from "./has-code.ts";

/** A running server, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** The server running on this data folder. A file left by one that no longer runs counts as none. */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const file = path.join(dataFolder, "postmaster.pid");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return "";
    throw error;
  });
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  if (isPostgres(pid)) {
    return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
  }
  // PostgreSQL would refuse to start while the pid belongs to anything, be it a zombie in a container
  // without init. Its shared memory still guards against a second server on the same folder.
  await rm(file, { force: true });
  return undefined;
}

/** Whether the pid is a live PostgreSQL. Where /proc does not tell, any live process counts. */
export function isPostgres(pid: number): boolean {
  if (!isProcess(pid)) return false;
  const stat = readStat(pid);
  return stat === "" || /^\d+ \(postgres\) [^ZX]/.test(stat);
}

/** Whether any process has this pid, ours or another user's. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** Linux tells; "" elsewhere and for a process that is gone. */
export function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}
