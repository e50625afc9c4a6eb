import { draftDocument, freezeDocument, type DraftProblem, type FillText } from "#domain/document";
import type { DocumentKind, MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
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

export type IssueProblem = DraftProblem | Problem<"journal-missing">;

/** Computes a document and stores it without a number. Refreshes an earlier draft; leaves an issued document alone. */
export async function saveDraft(
  wanted: DocumentOrder,
  settings: MerchantSettings,
  { store }: DocumentPorts,
): Promise<Result<DocumentSummary, IssueProblem>> {
  const draft = draftDocument(wanted.order, wanted.kind, settings);
  if (!draft.ok) return draft;
  const journal = findJournal(wanted, settings);
  if (!journal.ok) return journal;
  const { journalId } = journal.value;
  return ok(await store.saveDraft({ cause: causeOf(wanted), journalId, draft: draft.value }));
}

/** Computes, numbers and freezes a document, once per order and kind. With `sendTo` its e-mail follows. */
export async function issueDocument(
  wanted: DocumentOrder & { readonly sendTo: string | null },
  settings: MerchantSettings,
  { store, clock, fillText }: DocumentPorts,
): Promise<Result<IssuedDocument, IssueProblem>> {
  const draft = draftDocument(wanted.order, wanted.kind, settings);
  if (!draft.ok) return draft;
  const journal = findJournal(wanted, settings);
  if (!journal.ok) return journal;
  return ok(
    await store.issueOnce({
      cause: causeOf(wanted),
      journalId: journal.value.journalId,
      journal: journal.value,
      draft: draft.value,
      today: clock.today(settings.timeZone),
      sendTo: wanted.sendTo,
      freeze: (taken) => freezeDocument(draft.value, taken, fillText),
    }),
  );
}

const causeOf = ({ shopId, order, kind }: DocumentOrder) => ({
  shopId,
  orderId: order.orderId,
  kind,
});

/** The journal asked for, else that of the first rule for this kind, else the default one, else the first there is. */
export function findJournal(
  { kind, journalId }: Pick<DocumentOrder, "kind" | "journalId">,
  { journals, rules }: MerchantSettings,
) {
  const wanted =
    journalId ?? rules.find((rule) => rule.kind === kind)?.journalId ?? DEFAULT_JOURNAL[kind];
  const journal =
    journals.find((each) => each.journalId === wanted) ??
    (journalId === undefined ? journals[0] : undefined);
  if (journal !== undefined) return ok(journal);
  return failed({
    code: "journal-missing",
    field: "journals",
    message: `There is no journal ${wanted}. Choose another in Settings → Rules, or make it in Settings → Numbering.`,
  } as const);
}

const DEFAULT_JOURNAL: Readonly<Record<DocumentKind, string>> = {
  invoice: "invoices",
  receipt: "receipts",
  orderConfirmation: "confirmations",
  deliveryNote: "delivery-notes",
};
