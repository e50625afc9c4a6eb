import type { Allowance } from "#domain/billing";
import type { Document, DraftDocument } from "#domain/document";
import type { Journal, DocumentKind, MerchantSettings } from "#domain/merchant";
import type { NumberTaken } from "#domain/numbering";
import type { NormalisedOrder } from "#domain/order";
import type { VatCheck } from "#domain/party";
import type { Problem, Result } from "#domain/result";

/** The program's time. `now` is an ISO instant in UTC; `today` the calendar date in a time zone. */
export interface Clock {
  now(): string;
  today(timeZone: string): string;
  /** The instant `seconds` from now. */
  after(seconds: number): string;
}

/** One connected store of a merchant. */
export interface Shop {
  readonly shopId: string;
  readonly merchantId: string;
  readonly platform: "shopify" | "woocommerce";
  readonly domain: string;
  readonly isConnected: boolean;
  /** When Docket was first installed (ISO). Orders placed before it get documents by hand only. */
  readonly firstConnectedAt: string;
  /** When Docket was installed last (ISO). An uninstall told before it is an old one. */
  readonly connectedAt: string;
}

/** Why a document exists. One cause has one document, however often it is asked for (decision 0005). */
export interface Cause {
  readonly shopId: string;
  readonly orderId: string;
  readonly kind: DocumentKind;
  /**
   * What of the order it is about: "" the whole order; of a credit note `refund:` and the refund's id; of an edit after the
   * invoice `edit:1`, `edit:2` …
   */
  readonly part: string;
}

export type DocumentState = "draft" | "issued" | "redacted";

/** A document as lists and timelines know it. Amounts are decimal text in `currency`; instants are ISO, UTC. */
export interface DocumentSummary {
  readonly documentId: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly kind: DocumentKind;
  readonly part: string;
  readonly state: DocumentState;
  readonly journalId: string;
  /** "" on a draft. */
  readonly number: string;
  readonly issueDate: string | null;
  readonly buyerName: string;
  /** The order's e-mail address. A delivery may go to another one. */
  readonly recipient: string;
  readonly currency: string;
  readonly total: string;
  readonly isPaid: boolean;
  readonly createdAt: string;
  readonly issuedAt: string | null;
  readonly sentAt: string | null;
  /** The state of the newest delivery. */
  readonly delivery: DeliveryState | null;
  /** How far a draft was to go that waits for room in the merchant's plan; null for every other document. */
  readonly heldAs: HeldAs | null;
}

export type HeldAs = "issue" | "issueAndSend";

/** The trace of a draft that the merchant does not want: no rule makes this kind for this order again. */
export type DiscardedDraft = Omit<DocumentSummary, "state"> & { readonly state: "discarded" };

export type StoredDocument =
  | { readonly summary: DocumentSummary; readonly state: "draft"; readonly draft: DraftDocument }
  | {
      readonly summary: DocumentSummary;
      readonly state: "issued";
      readonly document: Document;
      readonly hash: string;
    }
  | { readonly summary: DocumentSummary; readonly state: "redacted" };

export type IssuedDocument = Extract<StoredDocument, { state: "issued" }>;

export type DeliveryState = "waiting" | "sent" | "failed";

/** One artefact on its way to one recipient. */
export interface Delivery {
  readonly deliveryId: string;
  readonly documentId: string;
  readonly channel: "email";
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
  readonly subject: string;
  /** What went wrong last, in words for the merchant; "" when nothing did. */
  readonly lastProblem: string;
}

/** `facturx`: the PDF with the CII inside. */
export type ArtefactType = "pdf" | "ubl" | "cii" | "facturx";

export interface Artefact {
  readonly documentId: string;
  readonly type: ArtefactType;
  readonly fileKey: string;
  readonly sha256: string;
  readonly byteLength: number;
}

export type TimelineEventType =
  | "drafted"
  | "issued"
  | "rendered"
  | "queued"
  | "sent"
  | "sendingFailed"
  | "paid"
  | "downloaded"
  | "redacted"
  | "orderDeleted"
  | "orderRestored";

export interface TimelineEntry {
  readonly at: string;
  readonly type: TimelineEventType;
  /** A recipient, a number, a reason: what a person wants to know beside the type. */
  readonly detail: string;
}

export interface DocumentFilter {
  /** In number, order number, buyer name and e-mail address. */
  readonly search?: string;
  readonly kind?: DocumentKind;
  readonly state?: "draft" | "issued";
  readonly delivery?: DeliveryState | "none";
  readonly isPaid?: boolean;
  /** True: drafts alone that wait for room in the plan. */
  readonly isHeld?: boolean;
  /** Issue dates, or creation dates of drafts, both inclusive. */
  readonly fromDate?: string;
  readonly toDate?: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

export interface DocumentStats {
  readonly drafts: number;
  readonly failedDeliveries: number;
  readonly issuedThisMonth: number;
  readonly sentThisMonth: number;
  /** Invoiced this month with VAT, per currency. */
  readonly invoicedThisMonth: readonly { readonly currency: string; readonly total: string }[];
}

/** What a draft needs besides its content. */
export interface DraftRequest {
  readonly cause: Cause;
  readonly journalId: string;
  readonly draft: DraftDocument;
  /** The plan has no room for it; absent: as it was. */
  readonly heldAs?: HeldAs;
}

export interface IssueRequest extends Omit<DraftRequest, "heldAs"> {
  readonly journal: Journal;
  /** Calendar date in the merchant's time zone. */
  readonly today: string;
  /** E-mail address to send it to once its PDF exists, or null for not sending. */
  readonly sendTo: string | null;
  /** What the merchant's plan has room for. When the month is full nothing is issued and `AllowanceReached` is thrown. */
  readonly allowance: Allowance;
  /**
   * The issued credit notes of the order that this one reckons with. When the order has others by then, nothing is issued and
   * `CreditedMeanwhile` is thrown: two at once must not give back the same money.
   */
  readonly knownCreditNotes?: readonly string[];
  readonly freeze: (taken: NumberTaken) => Document;
}

/** Another credit note of the order was issued since this one was computed. Compute it again. */
export class CreditedMeanwhile extends Error {}

/** The merchant's plan has no room for another document in this month. */
export class AllowanceReached extends Error {}

/** How far a journal is, for people. */
export interface JournalStatus {
  readonly journalId: string;
  readonly nextNumber: number;
  readonly issuedCount: number;
  readonly lastNumber: string;
}

/** Everything that is kept for one merchant. Built with the merchant's id; no method reads another's rows. */
export interface MerchantStore {
  readonly merchantId: string;

  loadSettings(): Promise<MerchantSettings>;
  /**
   * Saves what `update` makes of the settings as they are. Of several at once each sees what the one before it saved.
   * A row stays locked meanwhile: call nothing of the store in `update`.
   */
  updateSettings<P extends Problem>(
    update: (current: MerchantSettings) => Promise<Result<MerchantSettings, P>>,
  ): Promise<Result<MerchantSettings, P>>;
  listShops(): Promise<readonly Shop[]>;

  /**
   * Keeps the newest snapshot of an order; one that is older than what is kept changes nothing. `readAt` (ISO) is the
   * instant before the shop was asked: nothing that happened later is sure to be in it.
   */
  saveOrder(shopId: string, order: NormalisedOrder, readAt: string): Promise<void>;
  /** With `readSince` (ISO) only a snapshot whose reading began then or later. */
  findOrder(
    shopId: string,
    orderId: string,
    readSince?: string,
  ): Promise<NormalisedOrder | undefined>;

  /**
   * Stores or refreshes a draft; a discarded one makes place for a new one. An issued document of the same cause stays as
   * it is and is returned.
   */
  saveDraft(request: DraftRequest): Promise<DocumentSummary>;
  /**
   * Returns the issued document this cause already has, or takes the journal's next number and stores what `freeze` makes
   * of it, with its delivery and jobs. One transaction: no gap, no double, whatever runs at the same time.
   * Throws when the document was redacted: it is never issued again.
   */
  issueOnce(request: IssueRequest): Promise<IssuedDocument>;
  /**
   * Empties a draft and marks it discarded, which settles its kind for the order; false when there is no such draft. An
   * issued document is never discarded.
   */
  discardDraft(documentId: string): Promise<boolean>;

  /** Removes a draft without a trace, because what asked for it is gone. The merchant's own wish is `discardDraft`. */
  removeDraft(documentId: string): Promise<void>;

  findDocument(documentId: string): Promise<StoredDocument | undefined>;
  findByCause(cause: Cause): Promise<DocumentSummary | undefined>;
  listDocuments(
    filter: DocumentFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<DocumentSummary>>;
  /** Documents of these orders of one shop, newest first. The only method that tells of discarded drafts. */
  listDocumentsOfOrders(
    shopId: string,
    orderIds: readonly string[],
  ): Promise<readonly (DocumentSummary | DiscardedDraft)[]>;
  /** Drafts and issued documents of one order with their content, oldest first. */
  findDocumentsOfOrder(shopId: string, orderId: string): Promise<readonly StoredDocument[]>;
  countDocuments(filter: DocumentFilter): Promise<number>;
  /** Drafts that wait for room in the plan, those of the oldest order first. */
  listHeld(limit: number): Promise<readonly DocumentSummary[]>;
  /** `month` is YYYY-MM in the merchant's time zone. */
  loadStats(month: string): Promise<DocumentStats>;
  listJournals(): Promise<readonly JournalStatus[]>;
  /** Of all documents of the order but its credit notes. */
  markPaid(order: Pick<Cause, "shopId" | "orderId">): Promise<void>;

  /** The newest answer about a VAT number; undefined when it was never asked. */
  findVatCheck(vatIdentifier: string): Promise<VatCheck | undefined>;
  /** Keeps every answer as evidence; one that says `unverified` is asked again by a job. */
  saveVatCheck(check: VatCheck): Promise<void>;

  /** Keeps the first artefact of its type and returns the one that is kept. */
  saveArtefact(artefact: Artefact): Promise<Artefact>;
  findArtefact(documentId: string, type: Artefact["type"]): Promise<Artefact | undefined>;

  /** Adds a delivery and its job in one transaction. The same `requestId` twice gives one delivery. */
  addDelivery(request: {
    readonly documentId: string;
    readonly recipient: string;
    readonly requestId: string;
  }): Promise<Delivery>;
  findDelivery(deliveryId: string): Promise<Delivery | undefined>;
  listDeliveries(documentId: string): Promise<readonly Delivery[]>;
  /**
   * Records one try. `retryAt` (ISO) schedules the next one in the same transaction; without it a failure is final. What
   * comes late changes nothing: a failure of a delivery that no longer waits, a success of one that was sent.
   */
  recordAttempt(
    deliveryId: string,
    attempt:
      | { readonly sent: true; readonly at: string; readonly subject: string }
      | {
          readonly sent: false;
          readonly at: string;
          readonly problem: string;
          readonly retryAt: string | null;
        },
  ): Promise<void>;

  /** For what the store cannot see. It notes itself what its own methods do, from "drafted" to "sent". */
  addTimeline(documentId: string, type: TimelineEventType, detail: string): Promise<void>;
  listTimeline(documentId: string): Promise<readonly TimelineEntry[]>;
}

export type OrderSourceProblem = Problem<
  | "order-not-found"
  | "order-unreadable"
  | "platform-unreachable"
  | "platform-refused"
  | "shop-disconnected"
>;

/** An order in a list, as the shop shows it. */
export interface OrderSummary {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly placedAt: string;
  readonly buyerName: string;
  readonly currency: string;
  readonly total: string;
  readonly isPaid: boolean;
  readonly isFulfilled: boolean;
  readonly isCancelled: boolean;
  /** How much of its money went back. */
  readonly refunded: "none" | "partly" | "wholly";
}

/** The shop's own orders, as they are now. One per connected shop. */
export interface OrderSource {
  readOrder(orderId: string): Promise<Result<NormalisedOrder, OrderSourceProblem>>;
  listOrders(
    query: { readonly search?: string; readonly updatedSince?: string },
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Result<Page<OrderSummary>, OrderSourceProblem>>;
}

/** Asks the authority whether a VAT number is in use (VIES). An outage is a problem, never an answer. */
export interface VatChecker {
  /** `requester`: the merchant's own VAT number, or "": with one the answer carries a consultation number. */
  check(
    vatIdentifier: string,
    requester: string,
  ): Promise<Result<VatCheck, Problem<"vat-check-unavailable">>>;
}

/** Bytes by key. A key once written is never written with other bytes. */
export interface FileStore {
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when the key does not exist. */
  read(key: string): Promise<Uint8Array | undefined>;
  remove(key: string): Promise<void>;
}
