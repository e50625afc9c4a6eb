import type { Artefact, MerchantStore } from "#domain/workflows";
import type { StoreScope } from "./scope.ts";

type TimelineStore = Pick<
  MerchantStore,
  "addTimeline" | "listTimeline" | "saveArtefact" | "findArtefact" | "markPaid"
>;

export function timelineStore({ database: { prisma }, merchantId }: StoreScope): TimelineStore {
  return {
    addTimeline: async (documentId, type, detail) => {
      await prisma.timelineEntry.create({ data: { merchantId, documentId, type, detail } });
    },

    listTimeline: async (documentId) => {
      const rows = await prisma.timelineEntry.findMany({
        where: { merchantId, documentId },
        orderBy: { id: "asc" },
      });
      return rows.map(({ at, type, detail }) => ({ at: at.toISOString(), type, detail }));
    },

    markPaid: async ({ shopId, orderId }) => {
      await prisma.$transaction(async (transaction) => {
        const unpaid = await transaction.document.updateManyAndReturn({
          where: {
            merchantId,
            shopId,
            orderId,
            // A credit note is paid when its own money went back.
            kind: { not: "creditNote" },
            isPaid: false,
            state: { not: "discarded" },
          },
          data: { isPaid: true },
          select: { id: true },
        });
        await transaction.timelineEntry.createMany({
          data: unpaid.map(({ id }) => ({ merchantId, documentId: id, type: "paid" as const })),
        });
      });
    },

    saveArtefact: ({ documentId, type, ...file }) =>
      prisma.$transaction(async (transaction) => {
        const { count } = await transaction.artefact.createMany({
          data: [{ merchantId, documentId, type, ...file }],
          skipDuplicates: true,
        });
        if (count > 0) {
          await transaction.timelineEntry.create({
            data: { merchantId, documentId, type: "rendered", detail: type },
          });
        }
        return artefactOf(
          await transaction.artefact.findFirstOrThrow({ where: { merchantId, documentId, type } }),
        );
      }),

    findArtefact: async (documentId, type) => {
      const row = await prisma.artefact.findFirst({ where: { merchantId, documentId, type } });
      return row === null ? undefined : artefactOf(row);
    },
  };
}

const artefactOf = ({ documentId, type, fileKey, sha256, byteLength }: Artefact): Artefact => ({
  documentId,
  type,
  fileKey,
  sha256,
  byteLength,
});
