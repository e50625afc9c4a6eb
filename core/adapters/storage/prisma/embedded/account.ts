import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT_UID = 0;
const OVERFLOW_ID = 65534;

/** The user a server process runs as. `undefined` elsewhere means: the user we already are. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses root. Root's server therefore runs as `postgres`, or else as `nobody`. */
export async function findServerAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== ROOT_UID) return undefined;
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  return (
    findInPasswd(passwd, "postgres") ??
    findInPasswd(passwd, "nobody") ?? { uid: OVERFLOW_ID, gid: OVERFLOW_ID }
  );
}

function findInPasswd(passwd: string, name: string): Account | undefined {
  const entry = passwd.split("\n").find((line) => line.startsWith(`${name}:`));
  const [uid, gid] = (entry ?? "").split(":").slice(2, 4).map(Number);
  return uid && gid ? { uid, gid } : undefined;
}

/**
 * Who must run the server of a data folder that exists. PostgreSQL accepts its owner only, and the
 * account that `findServerAccount` would choose changes when somebody installs a `postgres` user.
 */
export async function findOwner(folder: string): Promise<Account | undefined> {
  const { uid, gid } = await stat(folder);
  const self = process.getuid?.();
  if (self === ROOT_UID) {
    if (uid !== ROOT_UID) return { uid, gid };
    throw new Error(`PostgreSQL refuses root. Give ${folder} to another user (chown -R postgres).`);
  }
  if (self === undefined || uid === self) return undefined;
  throw new Error(`The database in ${folder} belongs to user ${uid}. Start Docket as that user.`);
}

/** Tries it instead of reading mode bits: access lists and mounts have a say too. */
export async function canEnter(folder: string, account: Account): Promise<boolean> {
  return succeeds("/bin/sh", ["-c", 'cd "$0"', folder], account);
}

/** Whether the program starts and ends well. The folder `/` is one that every account may be in. */
export async function succeeds(
  program: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<boolean> {
  return run(program, args, { ...account, cwd: "/" }).then(
    () => true,
    () => false,
  );
}
