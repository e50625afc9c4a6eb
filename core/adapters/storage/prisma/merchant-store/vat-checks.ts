import type { VatCheck as VatCheckRow } from "@prisma/client";
import { fromPrisma } from "pg-boss";
import type { VatCheck } from "#domain/party";
import type { MerchantStore } from "#domain/workflows";
import type { StoreScope } from "./scope.ts";

type VatCheckStore = Pick<MerchantStore, "findVatCheck" | "saveVatCheck">;

/** Authorities come back within minutes, or not for hours: the job waits longer each time. */
const ASK_AGAIN_AFTER_MS = 15 * 60 * 1000;

export function vatCheckStore({
  database: { prisma },
  queue,
  merchantId,
}: StoreScope): VatCheckStore {
  return {
    findVatCheck: async (vatIdentifier) => {
      const row = await prisma.vatCheck.findFirst({
        where: { merchantId, vatIdentifier },
        orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
      });
      return row === null ? undefined : vatCheckOf(row);
    },

    saveVatCheck: ({ vatIdentifier, state, checkedAt, consultationNumber, name }) =>
      prisma.$transaction(async (transaction) => {
        const at = new Date(checkedAt);
        await transaction.vatCheck.create({
          data: { merchantId, vatIdentifier, state, checkedAt: at, consultationNumber, name },
        });
        if (state !== "unverified") return;
        const startAfter = new Date(at.getTime() + ASK_AGAIN_AFTER_MS).toISOString();
        const db = fromPrisma(transaction);
        await queue.send("check-vat-number", { merchantId, vatIdentifier }, { db, startAfter });
      }),
  };
}

const vatCheckOf = (row: VatCheckRow): VatCheck => ({
  vatIdentifier: row.vatIdentifier,
  state: row.state,
  checkedAt: row.checkedAt.toISOString(),
  consultationNumber: row.consultationNumber,
  name: row.name,
});
