import {
  chargedTotal,
  draftAdditionalInvoice,
  draftDocument,
  draftEditCredit,
  type DraftDocument,
  type DraftProblem,
} from "#domain/document";
import type { DocumentKind, MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { checkBuyerVat } from "./check-buyer-vat.ts";
import { isEditPart, issuedOf } from "./credit-order.ts";
import {
  findJournal,
  issueDraft,
  keepDraft,
  type DocumentPorts,
  type Drafted,
  type HeldProblem,
  type RefusedProblem,
} from "./issue-document.ts";
import { inPlanLanguage } from "./merchant-plan.ts";
import {
  CreditedMeanwhile,
  type DocumentSummary,
  type IssuedDocument,
  type StoredDocument,
} from "./ports.ts";

/** What an edit can ask for: less was sold, or more. */
type EditKind = "creditNote" | "invoice";

interface Edited {
  readonly shopId: string;
  readonly order: NormalisedOrder;
}

/**
 * Drafts what makes up for an order that was edited or cancelled after its invoice: a credit note, an additional invoice, or both.
 * Nobody told why the order changed, so they wait for the merchant (decision 0010). A draft whose reason is gone goes too.
 */
export async function draftEdits(
  edited: Edited,
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<DocumentSummary, DraftProblem>[]> {
  const { store } = ports;
  const stored = await store.findDocumentsOfOrder(edited.shopId, edited.order.orderId);
  if (issuedOf(stored, "invoice").length === 0) return [];
  const drafts = await computeEdits({ ...edited, stored }, settings, ports);
  if (!drafts.ok) return [drafts];
  const everyone = await store.listDocumentsOfOrders(edited.shopId, [edited.order.orderId]);
  const made: Result<DocumentSummary, DraftProblem>[] = [];
  for (const kind of ["creditNote", "invoice"] as const) {
    const draft = drafts.value[kind];
    const waiting = stored.filter(
      ({ summary, state }) =>
        summary.kind === kind && isEditPart(summary.part) && state === "draft",
    );
    if (draft === null) {
      for (const { summary } of waiting) await store.removeDraft(summary.documentId);
      continue;
    }
    // A merchant who discarded it does not get it again, until the order changes once more.
    const total = chargedTotal(draft);
    const isUnwanted = everyone.some(
      (each) =>
        each.kind === kind &&
        isEditPart(each.part) &&
        each.state === "discarded" &&
        each.total === total,
    );
    if (isUnwanted) continue;
    const [present] = waiting;
    const part = present?.summary.part ?? nextPart(everyone, kind);
    made.push(
      ok(await keepDraft(draftedOf({ ...edited, stored, kind, part, draft }, settings), ports)),
    );
  }
  return made;
}

/** Issues what an edit asked for, computed anew: the order may have changed again since. */
export async function issueEdit(
  {
    shopId,
    order,
    kind: ofKind,
    part,
    sendTo,
  }: Edited & {
    readonly kind: DocumentKind;
    readonly part: string;
    readonly sendTo: string | null;
  },
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<
  Result<IssuedDocument, RefusedProblem | HeldProblem | DraftProblem | Problem<"as-invoiced">>
> {
  const kind: EditKind = ofKind === "creditNote" ? "creditNote" : "invoice";
  const stored = await ports.store.findDocumentsOfOrder(shopId, order.orderId);
  const drafts = await computeEdits({ shopId, order, stored }, settings, ports);
  if (!drafts.ok) return drafts;
  const draft = drafts.value[kind];
  if (draft === null) {
    const message = `Order ${order.orderNumber} and its documents agree again: there is nothing to issue. Discard this draft.`;
    return failed({ code: "as-invoiced", message });
  }
  const drafted = draftedOf({ shopId, order, stored, kind, part, draft }, settings);
  try {
    return await issueDraft({ ...drafted, sendTo }, settings, ports);
  } catch (error) {
    if (!(error instanceof CreditedMeanwhile)) throw error;
    const message = `Another credit note of order ${order.orderNumber} was made meanwhile. Look at this draft again.`;
    return failed({ code: "as-invoiced", message });
  }
}

interface EditedDocuments extends Edited {
  readonly stored: readonly StoredDocument[];
}

async function computeEdits(
  { order, stored }: EditedDocuments,
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<Readonly<Record<EditKind, DraftDocument | null>>, DraftProblem>> {
  const asNow = draftDocument(await inPlanLanguage(order, ports), "invoice", settings);
  if (!asNow.ok && asNow.problem.code !== "nothing-to-document") return asNow;
  const { vatIdentifier } = order.buyer;
  const buyerVatCheck = await checkBuyerVat(vatIdentifier, settings.seller.vatIdentifier, ports);
  const creditNotes = issuedOf(stored, "creditNote");
  const edited = {
    order,
    asNow: asNow.ok ? { ...asNow.value, buyerVatCheck } : null,
    invoices: issuedOf(stored, "invoice").map(({ document }) => document),
    creditNotes: creditNotes.map(({ document }) => document),
    editCreditNotes: creditNotes
      .filter(({ summary }) => isEditPart(summary.part))
      .map(({ document }) => document),
  };
  return ok({
    creditNote: draftEditCredit(edited, settings),
    invoice: draftAdditionalInvoice(edited, settings),
  });
}

function draftedOf(
  {
    shopId,
    order,
    stored,
    kind,
    part,
    draft,
  }: EditedDocuments & {
    readonly kind: EditKind;
    readonly part: string;
    readonly draft: DraftDocument;
  },
  settings: MerchantSettings,
): Drafted {
  const creditNotes = issuedOf(stored, "creditNote").map(({ summary }) => summary.documentId);
  return {
    cause: { shopId, orderId: order.orderId, kind, part },
    journal: findJournal({ kind }, settings),
    draft,
    ...(kind === "creditNote" ? { knownCreditNotes: creditNotes } : {}),
  };
}

const nextPart = (
  documents: readonly { readonly kind: string; readonly part: string }[],
  kind: EditKind,
): string =>
  `edit:${documents.filter((each) => each.kind === kind && isEditPart(each.part)).length + 1}`;
