import {
  draftDocument,
  draftRefundCredit,
  freezeDocument,
  type CreditProblem,
  type Document,
  type DraftProblem,
} from "#domain/document";
import type { MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
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
import { CreditedMeanwhile, type DocumentSummary, type StoredDocument } from "./ports.ts";

/** An invoice that another program made: what its credit note must say of it. */
export interface InvoiceElsewhere {
  readonly number: string;
  /** Calendar date. */
  readonly issueDate: string;
}

export interface RefundToCredit {
  readonly shopId: string;
  readonly order: NormalisedOrder;
  readonly refundId: string;
  /** Null: the invoice is Docket's own. */
  readonly elsewhere: InvoiceElsewhere | null;
  readonly how: "draft" | "issue" | "issueAndSend";
  readonly journalId?: string;
}

export type CreditOrderProblem =
  | CreditProblem
  | DraftProblem
  | RefusedProblem
  | HeldProblem
  | Problem<"no-such-refund" | "no-invoice" | "credited-meanwhile">;

/** How often a credit note is computed again because another one of the order came first. */
const MOST_TRIES = 5;

/** Which part of an order the credit note of a refund is about. */
export const refundPart = (refundId: string): string => `refund:${refundId}`;

/** What an edit after the invoice asked for: `edit:1`, `edit:2` … */
export const isEditPart = (part: string): boolean => part.startsWith("edit:");

/** Makes the credit note of one refund, once: one that is issued stays, a draft is computed anew. */
export async function creditRefund(
  wanted: RefundToCredit,
  ports: DocumentPorts,
): Promise<Result<DocumentSummary, CreditOrderProblem>> {
  const settings = await ports.store.loadSettings();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      return await creditOnce(wanted, settings, ports);
    } catch (error) {
      if (!(error instanceof CreditedMeanwhile)) throw error;
    }
  }
  return failed({
    code: "credited-meanwhile",
    message: `Other credit notes of order ${wanted.order.orderNumber} are being made right now. Try again in a moment.`,
  });
}

async function creditOnce(
  wanted: RefundToCredit,
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<DocumentSummary, CreditOrderProblem>> {
  const { shopId, order, how } = wanted;
  const part = refundPart(wanted.refundId);
  const stored = await ports.store.findDocumentsOfOrder(shopId, order.orderId);
  const done = stored.find(
    ({ summary, state }) =>
      summary.kind === "creditNote" && summary.part === part && state !== "draft",
  );
  if (done !== undefined) return ok(done.summary);
  const refund = order.refunds.find(({ refundId }) => refundId === wanted.refundId);
  if (refund === undefined) {
    const message = `Order ${order.orderNumber} no longer has this refund. Reload the page.`;
    return failed({ code: "no-such-refund", message });
  }
  const credit = await draftCredit({ wanted, refund, stored }, settings, ports);
  if (!credit.ok) return credit;
  if (how === "draft") return ok(await keepDraft(credit.value, ports));
  const sendTo = how === "issueAndSend" ? order.buyer.email || null : null;
  const issued = await issueDraft({ ...credit.value, sendTo }, settings, ports);
  return issued.ok ? ok(issued.value.summary) : issued;
}

async function draftCredit(
  {
    wanted,
    refund,
    stored,
  }: {
    readonly wanted: RefundToCredit;
    readonly refund: OrderRefund;
    readonly stored: readonly StoredDocument[];
  },
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<Drafted, CreditOrderProblem>> {
  const { shopId, order } = wanted;
  const isOurs = issuedOf(stored, "invoice").length > 0;
  const elsewhere = isOurs ? null : wanted.elsewhere; // Docket's own invoice is the one to credit
  const invoices = elsewhere
    ? await invoiceElsewhere(order, elsewhere, { settings, ports })
    : ok(issuedOf(stored, "invoice").map(({ document }) => document));
  if (!invoices.ok) return invoices;
  if (invoices.value.length === 0) {
    const message = `Order ${order.orderNumber} has no invoice yet, so there is nothing to credit. Issue it first, or give the number of the invoice that you made elsewhere.`;
    return failed({ code: "no-invoice", message });
  }
  const creditNotes = issuedOf(stored, "creditNote");
  const draft = draftRefundCredit(
    {
      order,
      refund,
      invoices: invoices.value,
      creditNotes: creditNotes.map(({ document }) => document),
      editCreditNotes: creditNotes
        .filter(({ summary }) => isEditPart(summary.part))
        .map(({ document }) => document),
    },
    settings,
  );
  if (!draft.ok) return draft;
  return ok({
    cause: {
      shopId,
      orderId: order.orderId,
      kind: "creditNote",
      part: refundPart(refund.refundId),
    },
    journal: findJournal({ kind: "creditNote", ...journalOf(wanted) }, settings),
    draft: draft.value,
    knownCreditNotes: creditNotes.map(({ summary }) => summary.documentId),
  });
}

const journalOf = ({ journalId }: RefundToCredit) => (journalId === undefined ? {} : { journalId });

type Issued = Extract<StoredDocument, { state: "issued" }>;

export const issuedOf = (
  stored: readonly StoredDocument[],
  kind: "invoice" | "creditNote",
): readonly Issued[] =>
  stored.flatMap((each) => (each.state === "issued" && each.summary.kind === kind ? [each] : []));

/** What Docket would have invoiced, under the number that the merchant's other program gave it. */
async function invoiceElsewhere(
  order: NormalisedOrder,
  elsewhere: InvoiceElsewhere,
  { settings, ports }: { readonly settings: MerchantSettings; readonly ports: DocumentPorts },
): Promise<Result<readonly Document[], DraftProblem>> {
  const draft = draftDocument(await inPlanLanguage(order, ports), "invoice", settings);
  return draft.ok ? ok([freezeDocument(draft.value, elsewhere, ports.fillText)]) : draft;
}
