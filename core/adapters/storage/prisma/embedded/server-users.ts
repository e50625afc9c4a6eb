import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isProcess, readStat } from "./postmaster.ts";

/** After the program's name in parentheses, which may hold anything. */
const START_FIELD = 19;

/** One use of a server. */
export interface ServerUser {
  /** Only the first call can be told that nobody else is left. */
  leave(): Promise<{ readonly isLast: boolean }>;
}

/**
 * Notes that this process uses the server of a cluster. Each user is an empty file named after its process, so that one
 * that was killed counts no more.
 */
export async function registerUser(clusterFolder: string): Promise<ServerUser> {
  const folder = path.join(clusterFolder, "users");
  await mkdir(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((each) => !isAlive(each)))
    await rm(path.join(folder, name), { force: true });
  const file = path.join(folder, [process.pid, startOf(process.pid), randomUUID()].join("."));
  await writeFile(file, "");
  let hasLeft = false;
  return {
    leave: async () => {
      if (hasLeft) return { isLast: false };
      hasLeft = true;
      await rm(file, { force: true });
      // Read at once: whoever acts on the answer does so before a newcomer can have logged in.
      return { isLast: !readdirSync(folder).some(isAlive) };
    },
  };
}

function isAlive(name: string): boolean {
  const [pid, start] = name.split(".");
  return isProcess(Number(pid)) && startOf(Number(pid)) === start;
}

/** Tells a process from an earlier one with the same pid: a container gives the same pids at every start. */
function startOf(pid: number): string {
  const stat = readStat(pid);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[START_FIELD] ?? "";
}
