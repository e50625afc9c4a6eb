import pg from "pg";

/** Any number: the lock that every process with a running queue shares. */
const PRESENCE_LOCK = 72707370;
const RECONNECT_MS = 1000;

export interface Presence {
  leave(): Promise<void>;
}

/**
 * Tells other processes that this one works on the queue, for as long as it lives: PostgreSQL drops a
 * session's locks when its process is killed. `whenFirst` runs before anyone else can join, when no other
 * process is there.
 */
export async function joinPresence(url: string, whenFirst: () => Promise<void>): Promise<Presence> {
  let isLeaving = false;
  let client = await connect();
  const { rows } = await client.query<{ isFirst: boolean }>(
    `SELECT pg_try_advisory_lock($1) AS "isFirst"`,
    [PRESENCE_LOCK],
  );
  const isFirst = rows[0]?.isFirst ?? false;
  if (isFirst) await whenFirst();
  await client.query("SELECT pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
  if (isFirst) await client.query("SELECT pg_advisory_unlock($1)", [PRESENCE_LOCK]);

  /** After the server restarted. Until then nobody else can reach the queue either. */
  async function rejoin(): Promise<void> {
    if (isLeaving) return;
    try {
      client = await connect();
      await client.query("SELECT pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
    } catch {
      setTimeout(() => void rejoin(), RECONNECT_MS).unref();
    }
  }

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    await next.connect();
    // A connection that breaks may say so more than once; each client is replaced once.
    let isBroken = false;
    next.on("error", () => {
      if (!isBroken) void rejoin();
      isBroken = true;
    });
    return next;
  }

  return {
    leave: async () => {
      isLeaving = true;
      await client.end();
    },
  };
}
