import { randomBytes } from "node:crypto";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { buildSite, RUN_ACTIONS, type BuiltSite, type SiteUser } from "./build-site.ts";
import { freePort, startPhpServer } from "./php-server.ts";
import { makeNetwork } from "./make-network.ts";
import { evaluatePhp, readLog, runPhpFile, type PhpRun } from "./php.ts";
import { linkSite, rigFolder, unzip } from "./site-folders.ts";

export interface SiteOptions {
  readonly port?: number;
  /** A plugin to install and activate: its folder, or the ZIP that a merchant would upload. */
  readonly pluginFolder?: string;
  /** Where WooCommerce keeps orders: its own tables (HPOS, the default) or posts, as old shops do. */
  readonly orderStorage?: "tables" | "posts";
  /** The first site of a network (multisite), with its plugins active in the whole network. */
  readonly isNetwork?: boolean;
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
  /** What PHP and WordPress complained about: empty on a healthy site. */
  readLog(): Promise<string>;
  close(): Promise<void>;
}

/** Builds the site when needed, links it into a run of its own with a fresh database, and serves it with PHP. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const built = await buildSite();
  const run = await makeRunFolder();
  const folder = path.join(run, "site");
  const url = `http://127.0.0.1:${options.port ?? (await freePort())}`;
  const environment = { ...options.environment, ...smtpVariables(options.smtpPort) };
  const php: PhpRun = { siteFolder: folder, siteUrl: url, environment };
  const removeRun = () => rm(run, { recursive: true, force: true });
  const prepareAndServe = async () => {
    linkSite(built.folder, folder);
    if (options.orderStorage === "posts") await evaluatePhp(php, USE_POSTS);
    if (options.isNetwork === true) await makeNetwork(php);
    if (options.pluginFolder !== undefined) await addPlugin(php, options);
    return startPhpServer({ folder, url, environment, logFile: path.join(run, "server.log") });
  };
  const stopServer = await prepareAndServe().catch(async (error: unknown) => {
    await removeRun();
    throw error;
  });
  return {
    url,
    folder,
    applicationPasswords: built.applicationPasswords,
    loginUrl: (user, to = "/wp-admin/") =>
      `${url}/?${new URLSearchParams({ "log-in-as": user, to }).toString()}`,
    evaluate: (statements) => evaluatePhp(php, statements),
    runFile: (file, args) => runPhpFile(php, file, args),
    runActions: async () => {
      await evaluatePhp(php, RUN_ACTIONS);
    },
    readLog: () => readLog(folder),
    async close() {
      await stopServer();
      await removeRun();
    },
  };
}

const USE_POSTS = "update_option( 'woocommerce_custom_orders_table_enabled', 'no' );";

const smtpVariables = (port: number | undefined): Record<string, string> =>
  port === undefined ? {} : { SITE_SMTP_PORT: String(port) };

/** Named after this process; what a killed one left behind goes. */
async function makeRunFolder(): Promise<string> {
  const runs = path.join(rigFolder(), "runs");
  await mkdir(runs, { recursive: true });
  for (const name of await readdir(runs)) {
    if (isAlive(Number.parseInt(name, 10))) continue;
    await rm(path.join(runs, name), { recursive: true, force: true });
  }
  const run = path.join(runs, `${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(run);
  return run;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Copies the plugin: deleting it in wp-admin must not delete its sources. */
async function addPlugin(php: PhpRun, options: SiteOptions): Promise<void> {
  const { pluginFolder: from = "", isNetwork = false } = options;
  const plugins = path.join(php.siteFolder, "wp-content/plugins");
  const before = await readdir(plugins);
  if (from.endsWith(".zip")) unzip(from, plugins);
  else await cp(from, path.join(plugins, "docket"), { recursive: true, filter: isPluginFile });
  const added = (await readdir(plugins)).find((name) => !before.includes(name));
  if (added === undefined) throw new Error(`${from} holds no plugin folder`);
  await evaluatePhp(php, activate(added, isNetwork));
}

const isPluginFile = (file: string) => path.basename(file) !== "node_modules";

/** By the plugin's header, as WordPress finds it: the name of its main file is its own business. */
const activate = (folder: string, inNetwork: boolean) => `
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  $file    = array_key_first( get_plugins( '/${folder}' ) );
  $failure = null === $file ? new WP_Error( 'none', 'no plugin header' ) : activate_plugin( '${folder}/' . $file, '', ${inNetwork} );
  if ( is_wp_error( $failure ) ) { fwrite( STDERR, $failure->get_error_message() ); exit( 1 ); }`;
