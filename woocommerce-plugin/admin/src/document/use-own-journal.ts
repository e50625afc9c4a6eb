import type { MerchantSettings } from "#domain/merchant";
import { findJournal, type DocumentSummary } from "#domain/workflows";
import { servicePath } from "../api/call.ts";
import { useLoad } from "../api/use-load.ts";

/** True when a draft is numbered in the journal that its kind gets by itself, so that its next number is known. */
export function useOwnJournal({ state, kind, journalId }: DocumentSummary): boolean {
  const settings = useLoad<MerchantSettings>(state === "draft" ? servicePath("settings") : "");
  return (
    settings.value !== undefined && findJournal({ kind }, settings.value).journalId === journalId
  );
}
