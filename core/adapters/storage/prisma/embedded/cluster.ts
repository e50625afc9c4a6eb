import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Account, canEnter, findOwner, findServerAccount } from "./account.ts";
import { findPostgresBinaries } from "./binaries.ts";
import { hasCode } from "./has-code.ts";
import { makeReachableFolder } from "./reachable-folder.ts";

const run = promisify(execFile);
export const SUPERUSER = "postgres";
export const DATABASE = "docket";

/** One initialised PostgreSQL data folder. `folder` also holds its password, its log and who uses its server. */
export interface Cluster {
  readonly folder: string;
  readonly dataFolder: string;
  readonly password: string;
  readonly account: Account | undefined;
}

/**
 * The cluster of a data folder, made on first use. It is `<dataFolder>/postgres`: a folder, or a link to
 * where it lies when the server's account cannot enter the data folder. The place is chosen once, so
 * that a later change of permissions never brings up a second, empty database.
 */
export async function openCluster(dataFolder: string, durable: boolean): Promise<Cluster> {
  const home = path.resolve(dataFolder, "postgres");
  if (!(await exists(home))) await createCluster(home, durable);
  const folder = await realpath(home).catch((cause: unknown) => {
    const message = `The database of ${dataFolder} is gone: ${home} links to nothing. Restore it, or remove the link to start with an empty one.`;
    throw new Error(message, { cause });
  });
  const data = path.join(folder, "data");
  const account = await findOwner(data);
  if (account && !(await canEnter(data, account))) {
    throw new Error(`User ${account.uid}, who owns the database, cannot enter ${data}.`);
  }
  const password = await readFile(path.join(folder, "password"), "utf8");
  return { folder, dataFolder: data, password, account };
}

async function createCluster(home: string, durable: boolean): Promise<void> {
  await mkdir(path.dirname(home), { recursive: true });
  const account = await findServerAccount();
  if (!account || (await canEnter(path.dirname(home), account))) {
    return initialise(home, account, durable);
  }
  const elsewhere = path.join(await makeReachableFolder(home), "postgres");
  if (!(await exists(elsewhere))) await initialise(elsewhere, account, durable);
  await symlink(elsewhere, home).catch(ignoreIfTaken);
}

/** Works in a draft folder and renames it: a kill leaves nothing half made, and of two processes one wins. */
async function initialise(
  target: string,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const { initdb, postgres } = await findPostgresBinaries(account);
  const draft = await mkdtemp(`${target}.`);
  try {
    await chmod(draft, 0o711);
    const data = path.join(draft, "data");
    const passwordFile = path.join(draft, "password");
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
    if (account) {
      await chown(data, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const args = ["-U", SUPERUSER, "-E", "UTF8", "--locale=C", "--auth=scram-sha-256"];
    const sync = durable ? [] : ["--no-sync"];
    await run(initdb, ["-D", data, ...args, ...sync, `--pwfile=${passwordFile}`], {
      ...account,
      cwd: "/",
    });
    await createDatabase(postgres, data, account);
    await rename(draft, target).catch(ignoreIfTaken);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** In single-user mode, before the cluster is in its place: nobody ever meets it without its database. */
async function createDatabase(
  postgres: string,
  data: string,
  account: Account | undefined,
): Promise<void> {
  const child = spawn(postgres, ["--single", "-D", data, "postgres"], {
    ...account,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin.end(`CREATE DATABASE ${DATABASE}\n`);
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`PostgreSQL could not create its database in ${data}.`);
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

function ignoreIfTaken(error: unknown): void {
  if (!hasCode(error, "EEXIST") && !hasCode(error, "ENOTEMPTY")) throw error;
}
