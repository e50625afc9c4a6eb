import { examineDocument, type Finding } from "#domain/doctor";
import {
  draftDocument,
  draftRefundCredit,
  freezeDocument,
  type Document,
  type DraftDocument,
} from "#domain/document";
import type { DocumentKind, MerchantSettings } from "#domain/merchant";
import { formatNumber } from "#domain/numbering";
import type { NormalisedOrder } from "#domain/order";
import type { Result } from "#domain/result";
import { findJournal } from "#domain/workflows";
import { fillText } from "../wiring/fill-text.ts";
import { Refusal } from "./refusal.ts";

export interface DryRunPlan {
  readonly settings: MerchantSettings;
  readonly kind: DocumentKind;
  /** The refund that a credit note is made of; undefined for the order's last one. */
  readonly refundId: string | undefined;
  readonly issueDate: string;
  /** How many documents came before this one. */
  readonly index: number;
}

/** What would be issued, or the draft that the doctor holds back. */
export interface DryRunOutcome {
  readonly draft: DraftDocument;
  readonly findings: readonly Finding[];
  /** Null when one of the findings is an error. */
  readonly document: Document | null;
}

/** Computes, examines and freezes as the product does, with the number that the journal would give. */
export function computeDocument(
  order: NormalisedOrder,
  plan: DryRunPlan,
  file: string,
): DryRunOutcome {
  const { settings, kind } = plan;
  const draft =
    kind === "creditNote"
      ? creditOf(order, plan, file)
      : valueOf(draftDocument(order, kind, settings), file);
  const findings = examineDocument(draft);
  const isRefused = findings.some(({ severity }) => severity === "error");
  return { draft, findings, document: isRefused ? null : freeze(draft, plan.index, plan) };
}

/** The invoice and the refunds before it are computed first, because a credit note gives back what is left of them. */
function creditOf(order: NormalisedOrder, plan: DryRunPlan, file: string): DraftDocument {
  const { settings } = plan;
  const refunds = order.refunds.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  const wanted =
    plan.refundId === undefined
      ? refunds.at(-1)
      : refunds.find(({ refundId }) => refundId === plan.refundId);
  if (wanted === undefined) {
    const known = refunds.map(({ refundId }) => refundId).join(", ");
    throw new Refusal(
      known === ""
        ? `${file}: refunds: order ${order.orderNumber} has no refund, so there is nothing to credit`
        : `${file}: refunds: order ${order.orderNumber} has no refund ${plan.refundId}; expected one of ${known}`,
      3,
    );
  }
  const invoicePlan = { ...plan, kind: "invoice" } as const;
  const invoiceDraft = valueOf(draftDocument(order, "invoice", settings), file);
  const invoices = [freeze(invoiceDraft, plan.index, invoicePlan)];
  const creditNotes: Document[] = [];
  for (const refund of refunds) {
    const input = { order, refund, invoices, creditNotes };
    const credit = valueOf(draftRefundCredit(input, settings), file);
    if (refund === wanted) return credit;
    creditNotes.push(freeze(credit, creditNotes.length, plan));
  }
  throw new Error("the refund was among those of the order");
}

function freeze(
  draft: DraftDocument,
  index: number,
  { settings, issueDate }: Pick<DryRunPlan, "settings" | "issueDate">,
): Document {
  const journal = findJournal({ kind: draft.kind }, settings);
  const number = formatNumber(journal, journal.startNumber + index, issueDate);
  return freezeDocument(draft, { number, issueDate }, fillText);
}

function valueOf<Value>(result: Result<Value>, file: string): Value {
  if (result.ok) return result.value;
  throw new Refusal(`${file}: ${result.problem.field ?? "order"}: ${result.problem.message}`, 3);
}
