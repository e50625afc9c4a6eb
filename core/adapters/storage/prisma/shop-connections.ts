import { randomBytes } from "node:crypto";
import type { ShopConnections } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";
import type { SecretBox } from "./secret-box.ts";

/** As long as the hash that signs with it (RFC 2104). */
const SECRET_BYTES = 32;

/** Looks across merchants: the shop of a signed call leads to its merchant. */
export function shopConnections(
  { prisma, pool }: Pick<DatabaseConnection, "prisma" | "pool">,
  box: SecretBox,
): ShopConnections {
  return {
    findSecret: async (shopId) => {
      const row = await prisma.shopConnection.findUnique({
        where: { shopId },
        select: { secret: true },
      });
      return row === null ? undefined : box.open(row.secret, shopId);
    },

    renewSecret: async (shopId, versions) => {
      const secret = randomBytes(SECRET_BYTES).toString("hex");
      const columns = {
        secret: box.seal(secret, shopId),
        renewedAt: new Date(),
        ...(versions && { versions }),
      };
      await prisma.shopConnection.upsert({
        where: { shopId },
        create: { shopId, ...columns },
        update: columns,
      });
      return secret;
    },

    revokeSecret: async (shopId) => {
      await prisma.shopConnection.deleteMany({ where: { shopId } });
    },

    /** Answered by the index on shop and time. */
    findLastEventAt: async (shopId) => {
      const newest = await prisma.inboundEvent.findFirst({
        where: { shopId },
        orderBy: { receivedAt: "desc" },
        select: { receivedAt: true },
      });
      return newest?.receivedAt.toISOString() ?? null;
    },

    useToken: async ({ shopId, tokenId, expiresAt }) => {
      const { rowCount } = await pool.query(
        `INSERT INTO "UsedToken" ("shopId", "tokenId", "expiresAt") VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [shopId, tokenId, expiresAt],
      );
      return rowCount === 1;
    },

    forgetExpiredTokens: async () => {
      await prisma.usedToken.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    },
  };
}
