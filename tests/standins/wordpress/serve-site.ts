import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { openSync } from "node:fs";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { buildSite, RUN_ACTIONS, type BuiltSite, type SiteUser } from "./build-site.ts";
import { evaluatePhp, PHP_ARGUMENTS, phpProgram, readLog, runPhpFile } from "./php.ts";
import { linkSite, rigFolder } from "./site-folders.ts";

const READY_SECONDS = 30;
const STOP_SECONDS = 5;
/** WordPress asks itself over HTTP now and then: one worker would wait for itself. */
const WORKERS = "4";
const router = fileURLToPath(new URL("site/router.php", import.meta.url));

export interface SiteOptions {
  readonly port?: number;
  /** A plugin to install and activate: its folder, or the ZIP that a merchant would upload. */
  readonly pluginFolder?: string;
  /** Where WooCommerce keeps orders: its own tables (HPOS, the default) or posts, as old shops do. */
  readonly orderStorage?: "tables" | "posts";
  /** A mailbox on this machine. Without one every mail of the site fails. */
  readonly smtpPort?: number;
  /** Variables that the plugin reads. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running shop that nobody else sees; it is gone after `close`. */
export interface Site {
  readonly url: string;
  readonly folder: string;
  readonly applicationPasswords: BuiltSite["applicationPasswords"];
  /** A link that logs in and leads to a page of the site. */
  loginUrl(user: SiteUser, to?: string): string;
  /** Runs PHP statements inside WordPress as the administrator and answers what they printed. */
  evaluate(statements: string): Promise<string>;
  runFile(file: string, args?: readonly string[]): Promise<string>;
  /** Runs the scheduled actions that are due; nothing else does, but a visit to wp-admin. */
  runActions(): Promise<void>;
  /** What PHP and WordPress complained about. */
  readLog(): Promise<string>;
  close(): Promise<void>;
}

/** Builds the site when needed, links it into a run of its own with a fresh database, and serves it with PHP. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const built = await buildSite();
  const runs = path.join(rigFolder(), "runs");
  await removeDeadRuns(runs);
  const run = path.join(runs, `${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(run, { recursive: true });
  const folder = path.join(run, "site");
  linkSite(built.folder, folder);

  const url = `http://127.0.0.1:${options.port ?? (await freePort())}`;
  const environment = { ...options.environment, ...smtpVariables(options.smtpPort) };
  const php = { siteFolder: folder, siteUrl: url, environment };
  const evaluate = (statements: string) => evaluatePhp(php, statements);
  let server: ChildProcess | undefined;
  const close = async () => {
    if (server !== undefined) await stop(server);
    await rm(run, { recursive: true, force: true });
  };
  try {
    if (options.orderStorage === "posts") await evaluate(USE_POSTS);
    if (options.pluginFolder !== undefined) await addPlugin(options.pluginFolder, folder, evaluate);
    server = serve({ folder, url, environment, logFile: path.join(run, "server.log") });
    await untilReady(url, server);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    folder,
    applicationPasswords: built.applicationPasswords,
    loginUrl: (user, to = "/wp-admin/") =>
      `${url}/?${new URLSearchParams({ "log-in-as": user, to }).toString()}`,
    evaluate,
    runFile: (file, args) => runPhpFile(php, file, args),
    runActions: async () => void (await evaluate(RUN_ACTIONS)),
    readLog: () => readLog(folder),
    close,
  };
}

const USE_POSTS = "update_option( 'woocommerce_custom_orders_table_enabled', 'no' );";

const smtpVariables = (port: number | undefined): Record<string, string> =>
  port === undefined ? {} : { SITE_SMTP_PORT: String(port) };

/** Copies: deleting the plugin in wp-admin must not delete its sources. */
async function addPlugin(
  from: string,
  site: string,
  evaluate: (statements: string) => Promise<string>,
): Promise<void> {
  const plugins = path.join(site, "wp-content/plugins");
  const before = await readdir(plugins);
  if (from.endsWith(".zip")) await promisify(execFile)("unzip", ["-q", from, "-d", plugins]);
  else
    await cp(from, path.join(plugins, "docket"), {
      recursive: true,
      filter: (file) => path.basename(file) !== "node_modules",
    });
  const added = (await readdir(plugins)).find((name) => !before.includes(name));
  if (added === undefined) throw new Error(`${from} holds no plugin folder`);
  await evaluate(activate(added));
}

/** By the plugin's header, as WordPress finds it: the name of its main file is its own business. */
const activate = (folder: string) => `
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  $file = array_key_first( get_plugins( '/${folder}' ) );
  $failure = null === $file ? new WP_Error( 'none', 'no plugin header' ) : activate_plugin( '${folder}/' . $file );
  if ( is_wp_error( $failure ) ) { fwrite( STDERR, $failure->get_error_message() ); exit( 1 ); }`;

interface Served {
  readonly folder: string;
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

function serve({ folder, url, environment, logFile }: Served): ChildProcess {
  const log = openSync(logFile, "a");
  const address = new URL(url).host;
  const variables = { PHP_CLI_SERVER_WORKERS: WORKERS, SITE_URL: url };
  const server = spawn(phpProgram(), [...PHP_ARGUMENTS, "-S", address, "-t", folder, router], {
    cwd: folder,
    env: { ...process.env, ...environment, ...variables },
    stdio: ["ignore", log, log],
    // A group of its own: PHP's workers outlive a parent that is told to end.
    detached: true,
  });
  process.once("exit", () => signal(server, "SIGKILL"));
  return server;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  signal(server, "SIGTERM");
  const timer = setTimeout(() => signal(server, "SIGKILL"), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(timer);
  signal(server, "SIGKILL");
}

function signal(server: ChildProcess, name: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, name);
  } catch {
    // Nobody is left in the group.
  }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`PHP's server ended at once: is ${url} taken?`);
    const isUp = await fetch(`${url}/wp-login.php`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${READY_SECONDS} seconds`);
}

/** A test that was killed leaves its run behind. */
async function removeDeadRuns(runs: string): Promise<void> {
  for (const name of await readdir(runs).catch(() => [])) {
    if (!isAlive(Number.parseInt(name, 10))) {
      await rm(path.join(runs, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
