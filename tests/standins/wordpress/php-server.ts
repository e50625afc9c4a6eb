import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { PHP_ARGUMENTS, phpProgram } from "./php.ts";

const READY_SECONDS = 30;
const STOP_SECONDS = 5;
/** WordPress asks itself over HTTP now and then: one worker would wait for itself. */
const WORKERS = "4";
const router = fileURLToPath(new URL("site/router.php", import.meta.url));

export interface Served {
  readonly folder: string;
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** Serves a site with PHP's own server and answers, once it does, how to end it. */
export async function startPhpServer(served: Served): Promise<() => Promise<void>> {
  const { folder, url, environment, logFile } = served;
  const log = openSync(logFile, "a");
  const server = spawn(
    phpProgram(),
    [...PHP_ARGUMENTS, "-S", new URL(url).host, "-t", folder, router],
    {
      cwd: folder,
      env: { ...process.env, ...environment, PHP_CLI_SERVER_WORKERS: WORKERS, SITE_URL: url },
      stdio: ["ignore", log, log],
      // A group of its own: PHP's workers outlive a parent that is told to end.
      detached: true,
    },
  );
  closeSync(log);
  const killAtExit = () => signalGroup(server, "SIGKILL");
  process.once("exit", killAtExit);
  const stop = async () => {
    process.off("exit", killAtExit);
    await endGroup(server);
  };
  await untilReady(url, server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return stop;
}

async function endGroup(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    signalGroup(server, "SIGTERM");
    const timer = setTimeout(() => signalGroup(server, "SIGKILL"), STOP_SECONDS * 1000);
    await ended;
    clearTimeout(timer);
  }
  signalGroup(server, "SIGKILL");
}

function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
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

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });
