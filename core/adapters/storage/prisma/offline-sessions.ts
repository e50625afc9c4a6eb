import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseConnection } from "./connect.ts";

/** What the Shopify adapter's `OfflineSessions` asks for; adapters do not import each other, so the shape stands here too. */
interface OfflineSession {
  readonly accessToken: string;
  readonly expiresAt: string | null;
  readonly refreshToken: string | null;
}

type Renew = (session: OfflineSession) => Promise<OfflineSession>;
type Connections = Pick<DatabaseConnection, "prisma" | "pool">;

/** Longer than Shopify is given to answer, so that only a killed process lets a lease run out. */
const LEASE_SECONDS = 60;
const POLL_MS = 200;
/** A new refresh token that is not stored is lost for good: the shop would have to open Docket again. */
const STORE_TRIES = 5;
const STORE_RETRY_MS = 1000;

/** The offline tokens in Shopify's own session table, as its library writes them. */
export function offlineSessions(connections: Connections) {
  const { prisma } = connections;
  return {
    loadSession: (domain: string) => load(connections, domain),

    renewSession: async (domain: string, renew: Renew) => {
      const leasedUntil = await lease(connections, domain);
      if (leasedUntil === undefined) return undefined;
      try {
        const session = await load(connections, domain);
        if (session === undefined) return undefined;
        const renewed = await renew(session);
        if (renewed === session) return session;
        await storeInTheEnd(() => store(connections, domain, { session, renewed }));
        return await load(connections, domain);
      } finally {
        await prisma.session.updateMany({
          where: { id: offlineId(domain), renewingUntil: leasedUntil },
          data: { renewingUntil: null },
        });
      }
    },

    async forgetToken(domain: string, accessToken: string): Promise<void> {
      await prisma.session.deleteMany({ where: { id: offlineId(domain), accessToken } });
    },

    async forgetSessions(domain: string): Promise<void> {
      await prisma.session.deleteMany({ where: { shop: domain } });
    },
  };
}

/** Shopify's library names a shop's offline session so. */
const offlineId = (domain: string): string => `offline_${domain}`;

/**
 * Waits until no other process renews this session, and keeps them off until the instant it returns. Neither waiting nor
 * renewing holds a connection. Undefined when there is no session.
 */
async function lease({ pool, prisma }: Connections, domain: string): Promise<Date | undefined> {
  const id = offlineId(domain);
  for (;;) {
    const { rows } = await pool.query<{ renewingUntil: Date }>(
      `UPDATE "Session" SET "renewingUntil" = now() + $2 * interval '1 second'
       WHERE "id" = $1 AND ("renewingUntil" IS NULL OR "renewingUntil" < now())
       RETURNING "renewingUntil"`,
      [id, LEASE_SECONDS],
    );
    if (rows[0]) return rows[0].renewingUntil;
    if ((await prisma.session.count({ where: { id } })) === 0) return undefined;
    await sleep(POLL_MS);
  }
}

/** Unless the merchant opened Docket meanwhile: what that brought is newer. */
async function store(
  { prisma }: Connections,
  domain: string,
  { session, renewed }: { readonly session: OfflineSession; readonly renewed: OfflineSession },
): Promise<void> {
  await prisma.session.updateMany({
    where: { id: offlineId(domain), accessToken: session.accessToken },
    data: {
      accessToken: renewed.accessToken,
      refreshToken: renewed.refreshToken,
      expires: renewed.expiresAt === null ? null : new Date(renewed.expiresAt),
    },
  });
}

async function storeInTheEnd(attempt: () => Promise<void>, triesLeft = STORE_TRIES): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (triesLeft <= 1) throw error;
    await sleep(STORE_RETRY_MS);
    await storeInTheEnd(attempt, triesLeft - 1);
  }
}

async function load({ prisma }: Connections, domain: string): Promise<OfflineSession | undefined> {
  const row = await prisma.session.findUnique({ where: { id: offlineId(domain) } });
  if (row === null) return undefined;
  return {
    accessToken: row.accessToken,
    refreshToken: row.refreshToken,
    expiresAt: row.expires?.toISOString() ?? null,
  };
}
