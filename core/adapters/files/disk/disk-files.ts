import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { FileStore } from "#domain/workflows";

/** Segments of letters, digits, dots, dashes and underscores; none begins with a dot. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,200})*$/;
const UNFINISHED = ".unfinished-";

/**
 * Files in a folder of this machine. A file is there whole or not at all, also after a crash: it is written
 * beside its place, flushed to the disk, and then renamed.
 */
export function diskFiles(folder: string): FileStore {
  const root = path.resolve(folder);
  const locate = (key: string): string => path.join(root, checkKey(key));
  return {
    write: async (key, bytes) => {
      const file = locate(key);
      const present = await readIfThere(file);
      if (present === undefined) return writeWhole(file, bytes);
      if (!present.equals(bytes))
        throw new Error(`File ${key} is there already, with other bytes.`);
    },
    read: (key) => readIfThere(locate(key)),
    remove: (key) => rm(locate(key), { force: true }),
  };
}

/** Keys come from us; one that could leave the folder is a bug. */
function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`${JSON.stringify(key)} is not a file key.`);
  return key;
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ENOENT" || error.code === "ENOTDIR");

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const unfinished = path.join(folder, `${UNFINISHED}${randomUUID()}`);
  try {
    const handle = await open(unfinished, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await flushFolder(folder);
}

/** Makes the new name itself survive a power cut. Windows cannot open a folder and needs no flush. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
