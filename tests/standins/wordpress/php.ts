import { execFile, type ExecFileException } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";

const PHP = process.env["PHP"] ?? "php";
const EXTENSIONS = ["pdo_sqlite", "mbstring", "dom", "curl", "intl", "zip", "gd"];
const INSTALL =
  "apt-get install -y php8.2-cli php8.2-sqlite3 php8.2-mbstring php8.2-xml php8.2-curl php8.2-intl php8.2-zip php8.2-gd";
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** Without `opcache.file_cache`, however much it would save: PHP 8.2 crashes on it after a few boots of WooCommerce. */
export const PHP_ARGUMENTS = ["-d", "memory_limit=512M", "-d", "opcache.enable_cli=1"];
export const phpProgram = (): string => PHP;

/** Throws, with the line that installs it, where PHP or one of its extensions is missing. */
export async function requirePhp(): Promise<void> {
  const modules = await run(["-m"], {}).catch((cause: unknown) => {
    throw new Error(`PHP is missing (${PHP}). On Debian 12: ${INSTALL}`, { cause });
  });
  const known = new Set(modules.toLowerCase().split(/\s+/));
  const missing = EXTENSIONS.filter((extension) => !known.has(extension));
  if (missing.length > 0) {
    throw new Error(`PHP has no ${missing.join(", ")}. On Debian 12: ${INSTALL}`);
  }
}

export interface PhpRun {
  /** The folder with `wp-load.php`, in which the script runs. */
  readonly siteFolder: string;
  readonly siteUrl: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a PHP file in the folder of a site and answers what it printed. */
export const runPhpFile = (site: PhpRun, file: string, args: readonly string[] = []) =>
  runInSite(site, ["-f", file, "--", ...args]);

/** Runs statements inside WordPress as its first administrator, like `wp eval`. */
export const evaluatePhp = (site: PhpRun, statements: string): Promise<string> =>
  runInSite(site, ["-r", `require './wp-load.php'; wp_set_current_user( 1 ); ${statements}`]);

async function runInSite(site: PhpRun, args: readonly string[]): Promise<string> {
  const environment = { ...site.environment, SITE_URL: site.siteUrl };
  try {
    return await run(args, { cwd: site.siteFolder, env: { ...process.env, ...environment } });
  } catch (cause) {
    // WordPress shows nothing of a fatal error; its log has it.
    const log = await readLog(site.siteFolder);
    throw new Error(`PHP stopped. ${log.slice(-2000)}`, { cause });
  }
}

/** What PHP and WordPress complained about: empty on a healthy site. */
export const readLog = (siteFolder: string): Promise<string> =>
  readFile(path.join(siteFolder, "wp-content/debug.log"), "utf8").catch(() => "");

const run = (args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv }) =>
  new Promise<string>((resolve, reject) => {
    const done = (error: ExecFileException | null, stdout: string, stderr: string) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${error.message}\n${stdout.slice(-2000)}${stderr}`, { cause: error }));
    };
    execFile(PHP, [...PHP_ARGUMENTS, ...args], { ...options, maxBuffer: OUTPUT_BYTES }, done);
  });
