import { randomBytes } from "node:crypto";
import type { DocumentLinks } from "#domain/workflows";
import type { DatabaseConnection } from "./connect.ts";

const KEY_BYTES = 32;

/** Keys of one merchant's documents. */
export function documentLinks(
  { prisma }: Pick<DatabaseConnection, "prisma">,
  merchantId: string,
): DocumentLinks {
  const findKey = async (documentId: string): Promise<string | undefined> => {
    const row = await prisma.documentLinkKey.findFirst({ where: { documentId, merchantId } });
    return row?.key;
  };
  return {
    findKey,

    loadKey: async (documentId) => {
      const key = randomBytes(KEY_BYTES).toString("hex");
      await prisma.documentLinkKey.createMany({
        data: [{ documentId, merchantId, key }],
        skipDuplicates: true,
      });
      // Of two at once the first one's is kept.
      return (await findKey(documentId)) ?? key;
    },

    revoke: async (documentId) => {
      await prisma.documentLinkKey.deleteMany({ where: { documentId, merchantId } });
    },
  };
}
