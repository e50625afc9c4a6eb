import { examineDocument, type Finding } from "#domain/doctor";
import {
  draftDocument,
  freezeDocument,
  type DraftDocument,
  type DraftProblem,
  type FillText,
} from "#domain/document";
import type { DocumentKind, Journal, MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { formatDate } from "#domain/presentation";
import { nextPeriodStart, usagePeriodOf, type PlanInForce } from "#domain/billing";
import { checkBuyerVat, type VatCheckPorts } from "./check-buyer-vat.ts";
import { inPlanLanguage, loadPlan, type PlanPorts } from "./merchant-plan.ts";
import {
  AllowanceReached,
  type Cause,
  type Clock,
  type DocumentSummary,
  type HeldAs,
  type IssuedDocument,
  type MerchantStore,
} from "./ports.ts";

/** The doctor found errors: no number was taken, and the draft waits for them to be mended. */
export interface RefusedProblem extends Problem<"document-refused"> {
  readonly findings: readonly Finding[];
  /** The draft that waits. */
  readonly draft: DocumentSummary;
}

/** The merchant's plan has no room for another document in this month: the draft waits for it. */
export interface HeldProblem extends Problem<"allowance-reached"> {
  /** The draft that waits. */
  readonly draft: DocumentSummary;
}

export type IssueProblem = DraftProblem | Problem<"not-paid"> | RefusedProblem | HeldProblem;

export interface DocumentPorts extends VatCheckPorts, PlanPorts {
  readonly store: MerchantStore;
  readonly clock: Clock;
  readonly fillText: FillText;
}

/** What to make of which order. A credit note is made of a refund: see `credit-order.ts`. */
export interface DocumentOrder {
  readonly shopId: string;
  readonly order: NormalisedOrder;
  readonly kind: DocumentKind;
  /** Undefined for the first journal that rules or defaults give this kind. */
  readonly journalId?: string;
}

/** A computed document and why it exists. */
export interface Drafted {
  readonly cause: Cause;
  readonly journal: Journal;
  readonly draft: DraftDocument;
  /** Of a credit note: the others that it reckons with. */
  readonly knownCreditNotes?: readonly string[];
}

/** Computes a document and stores it without a number. Refreshes an earlier draft; leaves an issued document alone. */
export async function saveDraft(
  wanted: DocumentOrder,
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<DocumentSummary, IssueProblem>> {
  const drafted = await draftWanted(wanted, settings, ports);
  return drafted.ok ? ok(await keepDraft(drafted.value, ports)) : drafted;
}

/** Computes, numbers and freezes a document, once per cause. With `sendTo` its e-mail follows. */
export async function issueDocument(
  wanted: DocumentOrder & { readonly sendTo: string | null },
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<IssuedDocument, IssueProblem>> {
  const drafted = await draftWanted(wanted, settings, ports);
  if (!drafted.ok) return drafted;
  return issueDraft({ ...drafted.value, sendTo: wanted.sendTo }, settings, ports);
}

export const keepDraft = (
  { cause, journal, draft }: Drafted,
  { store }: Pick<DocumentPorts, "store">,
  heldAs?: HeldAs,
): Promise<DocumentSummary> =>
  store.saveDraft({
    cause,
    journalId: journal.journalId,
    draft,
    ...(heldAs === undefined ? {} : { heldAs }),
  });

/**
 * The doctor looks at it first. What he refuses takes no number: it stays a draft, and its findings say what to mend. What the
 * merchant's plan has no room for waits as a draft too.
 */
export async function issueDraft(
  { sendTo, ...drafted }: Drafted & { readonly sendTo: string | null },
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<IssuedDocument, RefusedProblem | HeldProblem>> {
  const { cause, journal, draft, knownCreditNotes } = drafted;
  const findings = examineDocument(draft).filter(({ severity }) => severity === "error");
  const [first] = findings;
  if (first !== undefined) {
    const kept = await keepDraft(drafted, ports);
    if (kept.state === "draft") {
      const { message, field } = first;
      const code = "document-refused";
      return failed({ code, message: message.en, field, findings, draft: kept });
    }
  }
  const today = ports.clock.today(settings.timeZone);
  const inForce = await loadPlan(ports);
  const allowed = inForce.plan.entitlements.eInvoices ? draft : withoutEInvoice(draft);
  const issued = await ports.store
    .issueOnce({
      cause,
      journalId: journal.journalId,
      journal,
      draft: allowed,
      today,
      sendTo,
      allowance: inForce.allowance,
      ...(knownCreditNotes === undefined ? {} : { knownCreditNotes }),
      freeze: (taken) => freezeDocument(allowed, taken, ports.fillText),
    })
    .catch((error: unknown) => {
      if (error instanceof AllowanceReached) return null;
      throw error;
    });
  if (issued !== null) return ok(issued);
  const held = await keepDraft(drafted, ports, sendTo === null ? "issue" : "issueAndSend");
  // Whoever came to a smaller plan never passed its limit on the way.
  const { included } = inForce.allowance;
  await ports.billing.noteWarning({ period: usagePeriodOf(today), percent: 100, included });
  return failed({
    code: "allowance-reached",
    message: allowanceReached(inForce, today),
    draft: held,
  });
}

const withoutEInvoice = (draft: DraftDocument): DraftDocument => ({
  ...draft,
  eInvoicing: { ...draft.eInvoicing, embedsXml: false },
});

/** `today`: the calendar date in the merchant's time zone. */
const allowanceReached = ({ plan, allowance }: PlanInForce, today: string): string =>
  `All ${allowance.included + (allowance.extra?.count ?? 0)} documents of the ${plan.name} plan are used for this month. This one waits as a draft: choose a larger plan, or issue it from ${formatDate(nextPeriodStart(usagePeriodOf(today)), "en")} on.`;

async function draftWanted(
  wanted: DocumentOrder,
  settings: MerchantSettings,
  ports: DocumentPorts,
): Promise<Result<Drafted, DraftProblem | Problem<"not-paid">>> {
  const { shopId, order, kind } = wanted;
  if (kind === "receipt" && !order.isPaid) {
    // A receipt says that money came in, so there is none before it did.
    const message = `Order ${order.orderNumber} is not paid yet. A receipt can be made once it is.`;
    return failed({ code: "not-paid", message });
  }
  const draft = draftDocument(await inPlanLanguage(order, ports), kind, settings);
  if (!draft.ok) return draft;
  const { buyer, seller } = draft.value;
  const buyerVatCheck = await checkBuyerVat(buyer.vatIdentifier, seller.vatIdentifier, ports);
  return ok({
    cause: { shopId, orderId: order.orderId, kind, part: "" },
    journal: findJournal(wanted, settings),
    draft: { ...draft.value, buyerVatCheck },
  });
}

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
  creditNote: "credit-notes",
  proforma: "proformas",
  receipt: "receipts",
  orderConfirmation: "confirmations",
  deliveryNote: "delivery-notes",
};
