import type { Prisma, PrismaClient } from "@prisma/client";

/** What the Shopify adapter's `OfflineSessions` asks for; adapters do not import each other, so the shape stands here too. */
interface OfflineSession {
  readonly accessToken: string;
  readonly expiresAt: string | null;
  readonly refreshToken: string | null;
}

/** The offline tokens in Shopify's own session table, as its library writes them. */
export function offlineSessions({ prisma }: { readonly prisma: PrismaClient }) {
  return {
    loadSession: (domain: string) => load(prisma, domain),

    renewSession: (domain: string, renew: (session: OfflineSession) => Promise<OfflineSession>) =>
      prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`shopify-session ${domain}`}))`;
        const session = await load(transaction, domain);
        if (session === undefined) return undefined;
        const renewed = await renew(session);
        if (renewed !== session) {
          await transaction.session.update({
            where: { id: offlineId(domain) },
            data: {
              accessToken: renewed.accessToken,
              refreshToken: renewed.refreshToken,
              expires: renewed.expiresAt === null ? null : new Date(renewed.expiresAt),
            },
          });
        }
        return renewed;
      }),

    async forgetSessions(domain: string): Promise<void> {
      await prisma.session.deleteMany({ where: { shop: domain } });
    },
  };
}

/** Shopify's library names a shop's offline session so. */
const offlineId = (domain: string): string => `offline_${domain}`;

async function load(
  prisma: Pick<Prisma.TransactionClient, "session">,
  domain: string,
): Promise<OfflineSession | undefined> {
  const row = await prisma.session.findUnique({ where: { id: offlineId(domain) } });
  if (row === null) return undefined;
  return {
    accessToken: row.accessToken,
    refreshToken: row.refreshToken,
    expiresAt: row.expires?.toISOString() ?? null,
  };
}
