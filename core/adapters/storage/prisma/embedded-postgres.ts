import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Cluster, DATABASE, openCluster, SUPERUSER } from "./embedded/cluster.ts";
import { type LaunchOptions, launchPostgres, readLogTail } from "./embedded/launch.ts";
import { findPostmaster, isPostgres, type Postmaster } from "./embedded/postmaster.ts";
import { registerUser } from "./embedded/server-users.ts";

const POLL_MS = 10;
const LAUNCH_ATTEMPTS = 5;
const LAUNCH_RETRY_MS = 200;
const LOGIN_TIMEOUT_MS = 10_000;

export interface EmbeddedPostgresOptions {
  /** The cluster lies in its `postgres` folder, made on first use. */
  readonly dataFolder: string;
  /** A free one is taken when absent. */
  readonly port?: number;
  /** False risks the data when the machine crashes, and is for tests. */
  readonly durable?: boolean;
  /** False for a command that comes and goes: it stops the server only when it started it. True when absent. */
  readonly owns?: boolean;
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  /** True when the server was running already. */
  readonly attached: boolean;
  /** PostgreSQL's own data folder, wherever it had to be put. */
  readonly dataFolder: string;
  /** Leaves the server; whoever leaves last stops it in order. */
  readonly stop: () => Promise<void>;
}

/**
 * A real PostgreSQL on loopback, as a child of this process. It outlives its parent while others use it, and
 * a kill; the next start attaches to it. Ctrl+C in a terminal does not reach it, so that work in hand
 * can still be stored: each process calls `stop` when it is done.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.dataFolder, options.durable ?? true);
  // Before looking: whoever stops the server looks for us at the same moment.
  const user = await registerUser(cluster.folder);
  const { pid, port, attached } = await attachOrLaunch(cluster, options).catch(async (error) => {
    await user.leave();
    throw error;
  });
  const mayStop = !attached || (options.owns ?? true);
  const verb = attached ? "attached to" : "started";
  options.log?.(`PostgreSQL ${verb} on port ${port}, data in ${cluster.dataFolder}`);
  return {
    url: urlOf(cluster, port),
    port,
    attached,
    dataFolder: cluster.dataFolder,
    stop: async () => {
      const { isLast } = await user.leave();
      if (isLast && mayStop) await stopPostmaster(pid);
    },
  };
}

async function attachOrLaunch(
  cluster: Cluster,
  options: LaunchOptions,
): Promise<Postmaster & { readonly attached: boolean }> {
  const running = await findReadyPostmaster(cluster);
  return running
    ? { ...running, attached: true }
    : { ...(await launch(cluster, options)), attached: false };
}

/** Retries: orphans of a killed server end a moment after it, ports get taken, and others start too. */
async function launch(cluster: Cluster, options: LaunchOptions): Promise<Postmaster> {
  for (let attempt = 1; attempt <= LAUNCH_ATTEMPTS; attempt += 1) {
    const started =
      (await launchPostgres(cluster, options)) ?? (await findReadyPostmaster(cluster));
    if (started) return started;
    await sleep(LAUNCH_RETRY_MS);
  }
  const log = await readLogTail(cluster);
  throw new Error(`PostgreSQL does not start on ${cluster.dataFolder}:\n${log}`);
}

/** A server that runs here already and lets us in. One that is starting or stopping is waited for. */
async function findReadyPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  let giveUpAt = Infinity;
  for (;;) {
    const postmaster = await findPostmaster(cluster.dataFolder);
    if (!postmaster) return undefined;
    if (postmaster.isReady) {
      const refusal = await tryLogin(urlOf(cluster, postmaster.port));
      if (!refusal) return postmaster;
      giveUpAt = Math.min(giveUpAt, performance.now() + LOGIN_TIMEOUT_MS);
      if (performance.now() > giveUpAt) throw refusal;
    }
    await sleep(POLL_MS);
  }
}

/** Why the server does not let us in, or nothing when it does. */
async function tryLogin(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    return undefined;
  } catch (cause) {
    return new Error("A PostgreSQL runs on our data folder but refuses us.", { cause });
  } finally {
    await client.end();
  }
}

async function stopPostmaster(pid: number): Promise<void> {
  if (isPostgres(pid)) process.kill(pid, "SIGINT");
  while (isPostgres(pid)) await sleep(POLL_MS);
}

function urlOf(cluster: Cluster, port: number): string {
  return `postgresql://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`;
}
