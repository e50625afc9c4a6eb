import type {
  BillingChannel,
  BillingInterval,
  DirectRequest,
  Plan,
  PlanId,
  Subscription,
  SubscriptionState,
} from "#domain/billing";
import type { Document, DraftDocument } from "#domain/document";
import type { Finding } from "#domain/doctor";
import type { DocumentKind, Language } from "#domain/merchant";
import type {
  ArtefactType,
  BillingCharge,
  Delivery,
  DocumentStats,
  DocumentSummary,
  OrderSummary,
  TimelineEntry,
} from "#domain/workflows";

/** What the service answers: the desk's values (core/server/desk/desk.ts) as JSON. */

/** A sentence in each of the product's languages. */
export type Words = Readonly<Record<Language, string>>;

export interface Home {
  readonly stats: DocumentStats;
  /** Null when it could not be counted. */
  readonly ordersWithoutDocument: number | null;
  readonly setupSteps: readonly SetupStep[];
  readonly isSellerComplete: boolean;
  readonly recentDocuments: readonly DocumentSummary[];
  /** How many of the newest drafts the doctor refuses. `stats.drafts` counts them too. */
  readonly draftsToMend: number;
  readonly planUse: PlanUse;
}

/** How much of the month's documents is used. */
export interface PlanUse {
  readonly planName: string;
  readonly issued: number;
  readonly included: number;
  /** Null: above that, documents of a WooCommerce shop wait. */
  readonly extra: null;
  /** Drafts that wait for room. */
  readonly held: number;
  /** YYYY-MM-DD. */
  readonly resetsOn: string;
}

type OfferState = "choose" | "current" | "later";

export interface PlanOffer extends Readonly<Record<BillingInterval, OfferState>> {
  readonly plan: Plan;
  readonly monthlyUsd: string;
  readonly yearlyUsd: string;
}

/** Amounts are decimal text in US dollars; instants are ISO, UTC. */
export interface PlanView {
  readonly planId: PlanId;
  readonly planName: string;
  readonly state: SubscriptionState;
  /** Null on the free plan. */
  readonly subscription: Subscription | null;
  /** Who bills the next plan that is chosen: the marketplace of the plugin, or Docket itself. */
  readonly channel: Exclude<BillingChannel, "shopify">;
  readonly use: PlanUse;
  readonly offers: readonly PlanOffer[];
  /** Null for now; absent while a subscription elsewhere goes on without an end. */
  readonly choiceOpensAt?: string | null;
  /** Where the provider itself changes and ends plans; null when that is done here. */
  readonly manageUrl: string | null;
  readonly canCancel: boolean;
  /** A wish that nobody has settled yet. */
  readonly request: DirectRequest | null;
  /** Newest first; null when they could not be read. */
  readonly charges: readonly BillingCharge[] | null;
  /** Why what is shown may be old; "" when it is not. */
  readonly problem: string;
}

export interface SetupStep {
  readonly step: "seller" | "numbering" | "payment" | "sending" | "firstDocument";
  readonly isDone: boolean;
}

/** Of the content, only what the page tells beside the preview. */
type ShownContent<Content extends Document | DraftDocument> = Pick<
  Content,
  "totals" | "internalNote" | "precedingInvoice" | "creditReason" | "buyer" | "buyerVatCheck"
>;

type StoredDocument =
  | {
      readonly summary: DocumentSummary;
      readonly state: "draft";
      readonly draft: ShownContent<DraftDocument>;
    }
  | {
      readonly summary: DocumentSummary;
      readonly state: "issued";
      readonly document: ShownContent<Document> & Pick<Document, "dueDate" | "paymentReference">;
      readonly hash: string;
    }
  | { readonly summary: DocumentSummary; readonly state: "redacted" };

export interface DocumentView {
  readonly stored: StoredDocument;
  readonly deliveries: readonly Delivery[];
  readonly timeline: readonly TimelineEntry[];
  readonly isPdfReady: boolean;
  readonly orderChange: "cancelled" | "refunded" | "edited" | null;
  readonly findings: readonly Finding[];
  /** Why cents of rounding stand on it; null when none do. */
  readonly rounding: Words | null;
  readonly vatTrace: readonly { readonly parts: readonly string[]; readonly words: Words }[];
  readonly otherDocuments: readonly DocumentSummary[];
  readonly refunds: readonly OrderRefund[];
  readonly files: readonly FileChoice[];
}

/** A form in which a document can be had. */
export interface FileChoice {
  readonly type: ArtefactType;
  /** Why there is no such file; "" when there is. */
  readonly problem: string;
  /** The plan that has it, when the merchant's has not; "" otherwise. */
  readonly neededPlan: string;
}

/** What the shop gave back, and the credit note that says so. */
export interface OrderRefund {
  readonly refundId: string;
  /** Instant (ISO). */
  readonly createdAt: string;
  readonly currency: string;
  /** With VAT. "0.00" when goods came back and no money did. */
  readonly amount: string;
  readonly reason: string;
  /** Null while there is none. */
  readonly creditNote: DocumentSummary | null;
}

export interface DocumentRow extends DocumentSummary {
  /** True of a draft that the doctor refuses. */
  readonly isToMend: boolean;
}

export interface OrderRow extends OrderSummary {
  readonly documents: readonly DocumentSummary[];
  /** Its refunds without a credit note; null when not known. */
  readonly openRefunds: number | null;
}

export interface NumberPreview {
  readonly journalName: string;
  readonly number: string;
}

/** The number that each kind would get now. */
export type NextNumbers = Readonly<Record<DocumentKind, NumberPreview>>;

export interface BulkOutcome {
  readonly done: readonly DocumentSummary[];
  readonly problems: readonly BulkProblem[];
  /** How many drafts wait for room in the plan, where that may be why. */
  readonly heldCount: number;
}

export interface BulkProblem {
  readonly documentId: string;
  readonly message: string;
  readonly findings: readonly Finding[];
}

/** Why a draft that waited for room could not be issued. */
export interface HeldProblem extends BulkProblem {
  /** Null when it is gone meanwhile. */
  readonly document: DocumentSummary | null;
}
