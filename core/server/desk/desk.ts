import type {
  Approval,
  ArtefactType,
  BillingCharge,
  Delivery,
  DocumentFilter,
  DocumentStats,
  DocumentSummary,
  JournalStatus,
  OrderSourceProblem,
  OrderSummary,
  Page,
  Shop,
  StoredDocument,
  SubscribeProblem,
  TimelineEntry,
} from "#domain/workflows";
import type {
  BillingChannel,
  DirectRequest,
  Plan,
  PlanChoice,
  PlanId,
  Subscription,
  SubscriptionState,
} from "#domain/billing";
import type { Finding } from "#domain/doctor";
import type { DocumentKind, Language, MerchantSettings, PaidState } from "#domain/merchant";
import type { Problem, Result } from "#domain/result";

export interface SetupStep {
  readonly step: "seller" | "numbering" | "payment" | "sending" | "firstDocument";
  readonly isDone: boolean;
}

export interface Home {
  readonly stats: DocumentStats;
  /** Recent orders that a rule covers and that have no document; null when the shop could not be asked. */
  readonly ordersWithoutDocument: number | null;
  readonly setupSteps: readonly SetupStep[];
  /** While false, what the rules would issue waits as a draft: an invoice without its seller's details helps nobody. */
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
  /** For the plan's price. */
  readonly included: number;
  /** Above that, each at `priceUsd` (decimal text, US dollars); null where documents wait. */
  readonly extra: { readonly count: number; readonly priceUsd: string } | null;
  /** Drafts that wait for room. */
  readonly held: number;
  /** The date (YYYY-MM-DD) on which counting starts again. */
  readonly resetsOn: string;
}

/** What a merchant can do about one plan now. `choose`: ask for it; `current`: there already; `later`: see `choiceOpensAt`. */
export type OfferState = "choose" | "current" | "later";

export interface PlanOffer {
  readonly plan: Plan;
  /** Decimal text in US dollars. */
  readonly monthlyUsd: string;
  readonly yearlyUsd: string;
  readonly monthly: OfferState;
  readonly yearly: OfferState;
}

/** The plan page. Amounts are decimal text in US dollars; instants are ISO, UTC. */
export interface PlanView {
  readonly planId: PlanId;
  readonly planName: string;
  readonly state: SubscriptionState;
  /** What entitles to the plan; null on the free one. */
  readonly subscription: Subscription | null;
  /** Who bills the next plan that is chosen here. */
  readonly channel: BillingChannel;
  readonly use: PlanUse;
  readonly offers: readonly PlanOffer[];
  /** From when a plan can be chosen: null for now; undefined while a subscription elsewhere goes on without an end. */
  readonly choiceOpensAt: string | null | undefined;
  /** Days that the next paid plan costs nothing because nobody tried one yet. */
  readonly trialDays: number;
  /** Where the provider itself changes and ends plans; null when that is done here. */
  readonly manageUrl: string | null;
  /** The cap on documents above the plan; null where they cannot be charged. */
  readonly usageCapUsd: string | null;
  /** Whether there is a subscription that can be ended here. */
  readonly canCancel: boolean;
  /** A wish for a direct subscription that nobody has settled yet. */
  readonly request: DirectRequest | null;
  /** Newest first; null when the provider could not be asked. */
  readonly charges: readonly BillingCharge[] | null;
  /** Why what is shown may be old: the provider could not be asked. "" when it was. */
  readonly problem: string;
}

export interface DocumentView {
  readonly stored: StoredDocument;
  readonly deliveries: readonly Delivery[];
  readonly timeline: readonly TimelineEntry[];
  /** False while the PDF of an issued document is still being made (a second at most, normally). */
  readonly isPdfReady: boolean;
  /** What became of the order after the document was issued and no document tells yet; null when nothing did. */
  readonly orderChange: "cancelled" | "refunded" | "edited" | null;
  /** What the doctor says of it: his errors refuse to issue a draft. */
  readonly findings: readonly Finding[];
  /** Why cents of rounding stand on it; null when none do, or when one of the findings says so. */
  readonly rounding: Words | null;
  /** Why each part is taxed as it is. */
  readonly vatTrace: readonly { readonly parts: readonly string[]; readonly words: Words }[];
  /**
   * The other documents of the order, newest first: the invoice of a credit note, the credit notes of an invoice. None of a
   * redacted document: they would name the person that it no longer may.
   */
  readonly otherDocuments: readonly DocumentSummary[];
  /** Of an invoice: the order's refunds, oldest first. */
  readonly refunds: readonly OrderRefundView[];
  readonly files: readonly FileChoice[];
}

/** A sentence in each of the product's languages. */
export type Words = Readonly<Record<Language, string>>;

/** What the shop gave back, and the credit note that says so. */
export interface OrderRefundView {
  readonly refundId: string;
  /** Instant (ISO). */
  readonly createdAt: string;
  readonly currency: string;
  /** With VAT. "0.00" when goods came back and no money did. */
  readonly amount: string;
  /** In the merchant's words; "" when not given. */
  readonly reason: string;
  /** Null while there is none. */
  readonly creditNote: DocumentSummary | null;
}

/** A form in which a document can be had. */
export interface FileChoice {
  readonly type: ArtefactType;
  /** Why there is no such file; "" when there is. */
  readonly problem: string;
  /** The plan that has it, when the merchant's has not; "" otherwise. */
  readonly neededPlan: string;
}

/** How far to take a document that is made by hand. */
export type MakeHow = "draft" | "issue" | "issueAndSend";

/** Why a document was not made or issued. When the doctor refused it: what he found, and the draft that waits meanwhile. */
export type RefusalProblem = Problem & {
  readonly findings?: readonly Finding[];
  readonly draft?: DocumentSummary;
};

export interface OrderRow extends OrderSummary {
  readonly documents: readonly DocumentSummary[];
  /** Its refunds without a credit note, by the newest that Docket read of it; null when it never read the order. */
  readonly openRefunds: number | null;
}

export interface NumberPreview {
  readonly journalName: string;
  readonly number: string;
}

/** What became of each document of a bulk action: those that could not be done say why. */
export interface BulkOutcome {
  readonly done: readonly DocumentSummary[];
  readonly problems: readonly {
    readonly documentId: string;
    readonly message: string;
    /** What the doctor found; empty when the problem is another. */
    readonly findings: readonly Finding[];
  }[];
}

/** Messages by field path, such as `seller.iban` or `journals.0.pattern`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Sections of the settings to replace, as a form sends them: unknown until they are checked. */
export type SettingsChange = Readonly<Partial<Record<keyof MerchantSettings, unknown>>>;

export interface FileDownload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What an admin page of one shop may see and do. Every id that belongs to another merchant is simply not found. */
export interface Desk {
  readonly shop: Shop;

  loadHome(): Promise<Home>;

  /** Those of these documents that are drafts which the doctor refuses. */
  findDraftsToMend(documentIds: readonly string[]): Promise<readonly string[]>;
  listDocuments(
    filter: DocumentFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<DocumentSummary>>;
  countDocuments(filter: DocumentFilter): Promise<number>;
  loadDocument(documentId: string): Promise<DocumentView | undefined>;
  /** A stored file, or a draft's PDF with its watermark. Undefined where there is none: `DocumentView.files` says why. */
  readFile(documentId: string, type: ArtefactType): Promise<FileDownload | undefined>;
  /** One SVG per page, as it prints. */
  readPages(documentId: string): Promise<readonly string[] | undefined>;
  /** All PDFs in one ZIP; drafts are left out. */
  readZip(documentIds: readonly string[]): Promise<FileDownload>;
  /** Takes numbers for drafts, in the order of their orders, and sends them when `send`. Safe to repeat. */
  issueDocuments(documentIds: readonly string[], send: boolean): Promise<BulkOutcome>;
  /** Sends issued documents again, to the order's address or to `recipient`. `requestId` makes a double click one mail. */
  sendDocuments(
    documentIds: readonly string[],
    options: { readonly requestId: string; readonly recipient?: string },
  ): Promise<BulkOutcome>;
  discardDrafts(documentIds: readonly string[]): Promise<BulkOutcome>;
  /**
   * Reads the orders of these documents from the shop again: drafts follow what was mended there, and an order that was
   * changed after its invoice gets the draft that makes up for it. Nothing is issued.
   */
  checkDocuments(documentIds: readonly string[]): Promise<BulkOutcome>;

  listOrders(
    search: string,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Result<Page<OrderRow>, OrderSourceProblem>>;
  /** The number that each kind of document would get now, and its journal's name. Nothing is taken. */
  previewNumbers(): Promise<Readonly<Record<DocumentKind, NumberPreview>>>;
  /** Makes a document by hand: `issue` takes a number, `issueAndSend` mails it too, `draft` waits. */
  makeDocument(
    orderId: string,
    kind: Exclude<DocumentKind, "creditNote">,
    how: MakeHow,
  ): Promise<Result<DocumentSummary, RefusalProblem>>;
  /** What the shop gave back on an order, as it is now, oldest first. */
  listRefunds(orderId: string): Promise<Result<readonly OrderRefundView[], OrderSourceProblem>>;
  /**
   * Makes the credit note of a refund, once. `elsewhere` names the invoice when another program made it; that is refused while
   * Docket's own invoice of the order waits as a draft, and when number or date cannot be those of this order's invoice.
   */
  creditRefund(
    refund: { readonly orderId: string; readonly refundId: string },
    elsewhere: { readonly number: string; readonly issueDate: string } | null,
    how: MakeHow,
  ): Promise<Result<DocumentSummary, RefusalProblem>>;

  loadSettings(): Promise<MerchantSettings>;
  /** Nothing is saved when a field is wrong. */
  changeSettings(
    change: SettingsChange,
  ): Promise<Result<MerchantSettings, Problem & { readonly fieldErrors: FieldErrors }>>;
  listJournals(): Promise<readonly JournalStatus[]>;
  /** Stores a logo (PNG, JPEG or SVG, at most 500 kB) and makes it the brand's. */
  changeLogo(mediaType: string, bytes: Uint8Array): Promise<Result<MerchantSettings>>;
  /** The brand's logo as bytes, for showing it. */
  readLogo(): Promise<FileDownload | undefined>;
  /** How a caption or mail text reads on a sample order; a wrong placeholder is named. */
  previewTexts(texts: {
    readonly language: Language;
    readonly paidState: PaidState;
    readonly caption: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<
    Result<{ readonly caption: string; readonly subject: string; readonly body: string }>
  >;
  /** Sends a sample document to `recipient` now; waits for the mail server's answer. */
  sendTestMail(recipient: string): Promise<Result<null>>;

  /** Asks the provider first, so that a message of it that was lost does no harm. */
  loadPlan(): Promise<PlanView>;
  /** Where to send the merchant to say yes or no. A request that is not approved changes nothing. */
  selectPlan(
    choice: PlanChoice & { readonly usageCapUsd: string | null; readonly returnUrl: string },
  ): Promise<Result<Approval, SubscribeProblem>>;
  /** The plan stays until the end of what is paid for. */
  cancelPlan(): Promise<Result<null, SubscribeProblem>>;
  /** "0.00": documents above the plan wait. */
  changeUsageCap(change: {
    readonly capUsd: string;
    readonly returnUrl: string;
  }): Promise<Result<Approval, SubscribeProblem>>;
  /** Notes the wish for a subscription that Docket bills itself; null takes it back. */
  requestDirect(choice: PlanChoice | null): Promise<void>;
  /** Issues the oldest of the drafts that wait for room, as far as each was to go. `left`: how many still wait. */
  issueHeld(limit: number): Promise<BulkOutcome & { readonly left: number }>;
}
