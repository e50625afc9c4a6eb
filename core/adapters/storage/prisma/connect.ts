import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import pg from "pg";

/** Web, worker and queue each hold a pool; together they stay well under PostgreSQL's usual 100. */
const POOL_SIZE = 16;
/** Prisma's own 2 s and 5 s fail when many wait for one journal's counter. */
const TRANSACTION_PATIENCE_MS = 30_000;
const IDLE_TIMEOUT_MS = 60_000;

export interface DatabaseConnection {
  readonly prisma: PrismaClient;
  /** The connections Prisma uses, for statements that Prisma cannot express and for the queue. */
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

/** Opens no connection yet: the first query does. */
export function connect(url: string): DatabaseConnection {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: TRANSACTION_PATIENCE_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    keepAlive: true,
    // Columns without a zone hold UTC, whatever zone the server is set to.
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool awaits it; its types do not say so
    onConnect: async (client) => {
      await client.query("SET timezone = 'UTC'");
    },
  });
  // Without a listener, a server that restarts would end this process. The pool has dropped the idle
  // connection by then, and the next query reports a server that stays away.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: TRANSACTION_PATIENCE_MS, timeout: TRANSACTION_PATIENCE_MS },
  });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
