import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { downloadUnstable, unpack } from "./debian-packages.ts";
import { evaluatePhp, requirePhp, runPhpFile, type PhpRun } from "./php.ts";
import { requireWooCommerce, rigFolder, unzip } from "./site-folders.ts";

const run = promisify(execFile);
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What Debian takes out of WordPress because it packages it by itself comes as packages too. */
const PACKAGES = [
  "wordpress",
  "wordpress-l10n",
  "wordpress-theme-twentytwentyfive",
  "libjs-jquery-ui",
  "libjs-cropper",
  "libjs-lodash",
  "libjs-underscore",
  "libphp-phpmailer",
  "php-getid3",
];
const LANGUAGES = /[-/](nl_NL|fr_FR|de_DE|ar)\.mo$/;
/** Has WordPress's SQLite plugin inside. Only that ZIP is kept. */
const PLAYGROUND = "@wp-playground/cli@3.1.56";
const SQLITE_ZIP = "sqlite-database-integration.zip";
const SQLITE_FOLDER = "wp-content/plugins/sqlite-database-integration";
/** In use only until the run gives the site its port. */
const BUILD_URL = "http://127.0.0.1:8898";

const builtSchema = z.object({
  /** Says of what it was built; another key is another site. */
  key: z.string(),
  wordpress: z.string(),
  woocommerce: z.string(),
  applicationPasswords: z.object({
    admin: z.string(),
    manager: z.string(),
    editor: z.string(),
    customer: z.string(),
  }),
});

export type SiteUser = keyof BuiltSite["applicationPasswords"];
export interface BuiltSite extends z.infer<typeof builtSchema> {
  readonly folder: string;
}

/**
 * A WordPress with WooCommerce and a Belgian shop, ready to be linked into runs. Built once; answers at once as long as
 * WooCommerce and the files of this folder stay the same. Throws where PHP, WooCommerce, apt or npm is missing.
 */
export async function buildSite(): Promise<BuiltSite> {
  const wooCommerce = requireWooCommerce();
  await requirePhp();
  const key = await keyOf(wooCommerce);
  const folder = path.join(rigFolder(), "site");
  const known = await readMarker();
  if (known?.key === key && existsSync(folder)) return { ...known, folder };

  const started = Date.now();
  await mkdir(rigFolder(), { recursive: true });
  const work = await mkdtemp(path.join(rigFolder(), "building-"));
  try {
    const draft = path.join(work, "site");
    await layFiles({ site: draft, wooCommerce, downloads: await findDownloads() });
    const facts = await installShop({ siteFolder: draft, siteUrl: BUILD_URL });
    const built = builtSchema.parse({ ...facts, key });
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    await writeFile(markerFile(), JSON.stringify(built, null, 2));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.error(
      `WordPress ${built.wordpress} with WooCommerce ${built.woocommerce}: ${seconds} s`,
    );
    return { ...built, folder };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const markerFile = () => path.join(rigFolder(), "site.json");

async function readMarker() {
  const text = await readFile(markerFile(), "utf8").catch(() => "null");
  return builtSchema.nullable().catch(null).parse(JSON.parse(text));
}

async function keyOf(wooCommerce: string): Promise<string> {
  const hash = createHash("sha256");
  hash.update(wooCommerce).update(await readFile(path.join(wooCommerce, "woocommerce.php")));
  hash.update(await readFile(here("build-site.ts")));
  for (const folder of ["site", "setup"]) {
    const names = await readdir(here(folder), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map(fileOf);
    for (const file of files.toSorted()) hash.update(await readFile(file));
  }
  return hash.digest("hex");
}

const fileOf = (entry: { parentPath: string; name: string }) =>
  path.join(entry.parentPath, entry.name);

/** Debian's packages and the SQLite plugin, kept: a site is built anew from them without a network. */
async function findDownloads(): Promise<string> {
  const folder = path.join(rigFolder(), "downloads");
  if (existsSync(folder)) return folder;
  const fresh = await mkdtemp(path.join(rigFolder(), "downloading-"));
  try {
    await downloadUnstable(PACKAGES, fresh);
    await downloadSqlite(fresh);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

async function downloadSqlite(folder: string): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), "docket-npm-"));
  try {
    await run("npm", ["pack", PLAYGROUND, "--silent", "--pack-destination", scratch]);
    const [archive = ""] = await readdir(scratch);
    await run("tar", ["-xzf", path.join(scratch, archive), "-C", scratch, `package/${SQLITE_ZIP}`]);
    await cp(path.join(scratch, "package", SQLITE_ZIP), path.join(folder, SQLITE_ZIP));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Parts {
  readonly site: string;
  readonly wooCommerce: string;
  readonly downloads: string;
}

async function layFiles({ site, wooCommerce, downloads }: Parts): Promise<void> {
  const root = path.join(path.dirname(site), "root");
  const names = await readdir(downloads);
  const packages = names.filter((name) => name.endsWith(".deb"));
  await unpack(
    packages.map((name) => path.join(downloads, name)),
    root,
  );
  await copyWordPress(path.join(root, "usr/share/wordpress"), site);
  await unpackSqlite(path.join(downloads, SQLITE_ZIP), site);
  await cp(wooCommerce, path.join(site, "wp-content/plugins/woocommerce"), { recursive: true });
  await cp(here("site/wp-config.php"), path.join(site, "wp-config.php"));
  await cp(here("site/mu-plugins"), path.join(site, "wp-content/mu-plugins"), { recursive: true });
}

/** Debian links to its other packages. Two links lead out of the unpacked root and are not needed. */
async function copyWordPress(from: string, site: string): Promise<void> {
  await rm(path.join(from, ".htaccess"));
  await cp(from, site, {
    recursive: true,
    dereference: true,
    filter: (file) => existsSync(file) && (!file.endsWith(".mo") || LANGUAGES.test(file)),
  });
  await rm(path.join(site, "wp-content/plugins/akismet"), { recursive: true, force: true });
}

async function unpackSqlite(zip: string, site: string): Promise<void> {
  const scratch = path.join(path.dirname(site), "sqlite");
  unzip(zip, scratch);
  const [plugin = ""] = await readdir(scratch);
  const folder = path.join(site, SQLITE_FOLDER);
  await cp(path.join(scratch, plugin), folder, { recursive: true });
  await cp(path.join(folder, "db.copy"), path.join(site, "wp-content/db.php"));
}

async function installShop(site: PhpRun): Promise<object> {
  await runPhpFile(site, here("setup/install.php"));
  await runPhpFile(site, here("setup/shop.php"));
  const facts = z.record(z.string(), z.unknown());
  const shop = facts.parse(JSON.parse(await runPhpFile(site, here("setup/shop.php"))));
  // What WooCommerce planned for its first hour is done here once, not at the start of every run.
  for (const _ of [1, 2]) await evaluatePhp(site, RUN_ACTIONS);
  // WooCommerce complains of its own activation; a run begins with an empty log.
  await rm(path.join(site.siteFolder, "wp-content/debug.log"), { force: true });
  return shop;
}

/** Runs the scheduled actions that are due. */
export const RUN_ACTIONS = "ActionScheduler_QueueRunner::instance()->run( 'Docket rig' );";
