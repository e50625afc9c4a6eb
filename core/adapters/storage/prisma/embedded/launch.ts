import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostgresBinaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";

const POLL_MS = 10;
const LOG_TAIL_CHARACTERS = 2000;
const NOT_DURABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

export interface LaunchOptions {
  readonly port?: number;
  readonly durable?: boolean;
}

/** Starts the server as the cluster's account. Nothing is returned when it ended instead of becoming ready. */
export async function launchPostgres(
  cluster: Cluster,
  { port, durable = true }: LaunchOptions,
): Promise<Postmaster | undefined> {
  const { postgres } = await findPostgresBinaries(cluster.account);
  const child = spawnServer(
    postgres,
    serverArguments(cluster, port ?? (await findFreePort()), durable),
    cluster,
  );
  return waitUntilReady(cluster, child);
}

/** The end of what the server wrote about itself. */
export async function readLogTail(cluster: Cluster): Promise<string> {
  return (await readFile(logOf(cluster), "utf8")).slice(-LOG_TAIL_CHARACTERS);
}

function serverArguments(cluster: Cluster, port: number, durable: boolean): readonly string[] {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    // Failed statements quote personal data; whoever sent them reports them.
    "log_min_messages=log",
    "log_checkpoints=off",
    ...(durable ? [] : NOT_DURABLE),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  return ["-D", cluster.dataFolder, "-p", String(port), ...flags];
}

/** Its output goes to a file: a pipe would break with the parent, whom the server may outlive. */
function spawnServer(postgres: string, args: readonly string[], cluster: Cluster): ChildProcess {
  const log = openSync(logOf(cluster), "a", 0o600);
  try {
    return spawn(postgres, args, {
      ...cluster.account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function waitUntilReady(
  cluster: Cluster,
  child: ChildProcess,
): Promise<Postmaster | undefined> {
  const failure = new Promise<Error>((resolve) => child.once("error", resolve));
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await findPostmaster(cluster.dataFolder);
    if (postmaster?.isReady && postmaster.pid === child.pid) return postmaster;
    const outcome = await Promise.race([failure, sleep(POLL_MS)]);
    if (outcome) throw outcome;
  }
  return undefined;
}

async function findFreePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
  });
  return promise;
}

function logOf(cluster: Cluster): string {
  return path.join(cluster.folder, "postgres.log");
}
