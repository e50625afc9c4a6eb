import { draftDocument, freezeDocument, type DraftProblem, type FillText } from "#domain/document";
import type { DocumentKind, Journal, MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
import type { Clock, DocumentSummary, IssuedDocument, MerchantStore } from "./ports.ts";

export type IssueProblem = DraftProblem | Problem<"not-paid">;

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
): Promise<Result<DocumentSummary, IssueProblem>> {
  const draft = draftWanted(wanted, settings);
  if (!draft.ok) return draft;
  const { journalId } = findJournal(wanted, settings);
  return ok(await store.saveDraft({ cause: causeOf(wanted), journalId, draft: draft.value }));
}

/** Computes, numbers and freezes a document, once per order and kind. With `sendTo` its e-mail follows. */
export async function issueDocument(
  wanted: DocumentOrder & { readonly sendTo: string | null },
  settings: MerchantSettings,
  { store, clock, fillText }: DocumentPorts,
): Promise<Result<IssuedDocument, IssueProblem>> {
  const draft = draftWanted(wanted, settings);
  if (!draft.ok) return draft;
  const journal = findJournal(wanted, settings);
  return ok(
    await store.issueOnce({
      cause: causeOf(wanted),
      journalId: journal.journalId,
      journal,
      draft: draft.value,
      today: clock.today(settings.timeZone),
      sendTo: wanted.sendTo,
      freeze: (taken) => freezeDocument(draft.value, taken, fillText),
    }),
  );
}

/** A receipt says that money came in, so there is none before it did. */
function draftWanted({ order, kind }: DocumentOrder, settings: MerchantSettings) {
  if (kind !== "receipt" || order.isPaid) return draftDocument(order, kind, settings);
  const message = `Order ${order.orderNumber} is not paid yet. A receipt can be made once it is.`;
  return failed({ code: "not-paid", message } as const);
}

const causeOf = ({ shopId, order, kind }: DocumentOrder) => ({
  shopId,
  orderId: order.orderId,
  kind,
});

/** The journal asked for if there still is one, else that of the first active rule for this kind, else the default one. */
export function findJournal(
  { kind, journalId }: Pick<DocumentOrder, "kind" | "journalId">,
  { journals, rules }: MerchantSettings,
): Journal {
  const ruled = rules.find((rule) => rule.isActive && rule.kind === kind)?.journalId;
  const [first] = [journalId, ruled, DEFAULT_JOURNAL[kind]]
    .flatMap((id) => journals.filter((each) => each.journalId === id))
    .concat(journals);
  if (first === undefined) throw new Error("settings without a journal passed their check");
  return first;
}

const DEFAULT_JOURNAL: Readonly<Record<DocumentKind, string>> = {
  invoice: "invoices",
  receipt: "receipts",
  orderConfirmation: "confirmations",
  deliveryNote: "delivery-notes",
};
