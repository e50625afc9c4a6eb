import { draftDocument, freezeDocument, type DraftProblem, type FillText } from "#domain/document";
import type { DocumentKind, Journal, MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { ok, type Result } from "#domain/result";
import type { Clock, DocumentSummary, IssuedDocument, MerchantStore } from "./ports.ts";

export interface DocumentPorts {
  readonly store: MerchantStore;
  readonly clock: Clock;
  readonly fillText: FillText;
}

/** What to make of which order. */
export interface DocumentOrder {
  readonly shopId: string;
  readonly order: NormalisedOrder;
  readonly kind: DocumentKind;
  /** Undefined for the first journal that rules or defaults give this kind. */
  readonly journalId?: string;
}

/** Computes a document and stores it without a number. Refreshes an earlier draft; leaves an issued document alone. */
export async function saveDraft(
  wanted: DocumentOrder,
  settings: MerchantSettings,
  { store }: DocumentPorts,
): Promise<Result<DocumentSummary, DraftProblem>> {
  const draft = draftDocument(wanted.order, wanted.kind, settings);
  if (!draft.ok) return draft;
  const { journalId } = findJournal(wanted, settings).journal;
  return ok(await store.saveDraft({ cause: causeOf(wanted), journalId, draft: draft.value }));
}

/** Computes, numbers and freezes a document, once per order and kind. With `sendTo` its e-mail follows. */
export async function issueDocument(
  wanted: DocumentOrder & { readonly sendTo: string | null },
  settings: MerchantSettings,
  { store, clock, fillText }: DocumentPorts,
): Promise<Result<IssuedDocument, DraftProblem>> {
  const draft = draftDocument(wanted.order, wanted.kind, settings);
  if (!draft.ok) return draft;
  const { journal, journalIndex } = findJournal(wanted, settings);
  return ok(
    await store.issueOnce({
      cause: causeOf(wanted),
      journalId: journal.journalId,
      journal,
      draft: draft.value,
      today: clock.today(settings.timeZone),
      sendTo: wanted.sendTo,
      freeze: (taken) => freezeDocument(draft.value, { ...taken, journalIndex }, fillText),
    }),
  );
}

const causeOf = ({ shopId, order, kind }: DocumentOrder) => ({
  shopId,
  orderId: order.orderId,
  kind,
});

/**
 * The journal asked for if there still is one, else that of the first rule for this kind, else the default one, else the first
 * there is; and its place among the merchant's journals.
 */
export function findJournal(
  { kind, journalId }: Pick<DocumentOrder, "kind" | "journalId">,
  { journals, rules }: MerchantSettings,
): { readonly journal: Journal; readonly journalIndex: number } {
  const ruled = rules.find((rule) => rule.kind === kind)?.journalId;
  const wanted = [journalId, ruled, DEFAULT_JOURNAL[kind]];
  const found = wanted
    .map((id) => journals.findIndex((each) => each.journalId === id))
    .find((index) => index >= 0);
  const journalIndex = found ?? 0;
  const journal = journals[journalIndex];
  if (journal === undefined) throw new Error("settings without a journal passed their check");
  return { journal, journalIndex };
}

const DEFAULT_JOURNAL: Readonly<Record<DocumentKind, string>> = {
  invoice: "invoices",
  receipt: "receipts",
  orderConfirmation: "confirmations",
  deliveryNote: "delivery-notes",
};
