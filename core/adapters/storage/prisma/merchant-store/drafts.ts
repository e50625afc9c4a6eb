import { randomUUID } from "node:crypto";
import { Prisma } from "@prisma/client";
import { dayIn } from "#domain/calendar";
import type { DraftRequest, MerchantStore } from "#domain/workflows";
import { storable, toJsonColumn } from "../stored-json.ts";
import { listColumns, SUMMARY, summaryOf } from "./document-row.ts";
import type { StoreScope } from "./scope.ts";
import { loadSettings } from "./settings.ts";

type DraftStore = Pick<MerchantStore, "saveDraft" | "discardDraft" | "removeDraft">;

/** What is left of a draft that was discarded: that its order needs no document of this kind. */
const DISCARDED = {
  state: "discarded",
  heldAs: null,
  content: Prisma.DbNull,
  buyerName: "",
  recipient: "",
  searchText: "",
} as const;

export function draftStore(scope: StoreScope): DraftStore {
  const { database, merchantId } = scope;
  return {
    saveDraft: (request) => saveDraft(scope, request),
    removeDraft: async (documentId) => {
      await database.prisma.document.deleteMany({
        where: { merchantId, id: documentId, state: "draft" },
      });
    },
    discardDraft: async (documentId) => {
      const { count } = await database.prisma.document.updateMany({
        where: { merchantId, id: documentId, state: "draft" },
        data: DISCARDED,
      });
      return count > 0;
    },
  };
}

async function saveDraft(
  { database: { prisma }, merchantId }: StoreScope,
  { cause, journalId, draft: computed, heldAs }: DraftRequest,
) {
  const draft = storable(computed);
  const { timeZone } = await loadSettings({ prisma, merchantId });
  const columns = { journalId, content: toJsonColumn(draft), ...listColumns(draft, "") };
  return prisma.$transaction(async (transaction) => {
    const ofCause = { merchantId, ...cause };
    await transaction.document.deleteMany({ where: { ...ofCause, state: "discarded" } });
    const id = randomUUID();
    const listedDate = dayIn(timeZone, new Date().toISOString());
    const { count } = await transaction.document.createMany({
      data: [{ id, ...ofCause, state: "draft", listedDate, ...columns }],
      skipDuplicates: true,
    });
    if (count > 0) {
      await transaction.timelineEntry.create({
        data: { merchantId, documentId: id, type: "drafted" },
      });
    } else {
      await transaction.document.updateMany({
        where: { ...ofCause, state: "draft" },
        data: columns,
      });
    }
    if (heldAs !== undefined) {
      // A rule's wish to send it stays, whatever is tried by hand meanwhile.
      const unlessSent = heldAs === "issue" ? { heldAs: null } : {};
      await transaction.document.updateMany({
        where: { ...ofCause, state: "draft", ...unlessSent },
        data: { heldAs },
      });
    }
    const row = await transaction.document.findFirstOrThrow({
      where: ofCause,
      select: SUMMARY,
    });
    return summaryOf(row);
  });
}
