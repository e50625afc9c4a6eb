import type { UsageWarning } from "./billing-ports.ts";
import type { MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import type { Page, Shop } from "./ports.ts";

/** What a shop told us, before anyone looked at it. `eventId` is the platform's own; a repeat has the same. */
export interface InboundEvent {
  readonly shopId: string;
  readonly topic: string;
  readonly eventId: string;
  readonly webhookId: string;
  readonly triggeredAt: string;
  readonly payload: unknown;
}

export interface StoredEvent extends InboundEvent {
  readonly inboundEventId: string;
  readonly state: "waiting" | "done" | "failed";
}

/** Events are stored, with their job, before they are acknowledged. */
export interface Inbox {
  /**
   * One transaction. `repeated` when (shop, topic, eventId) is already there: nothing changes, but that one which failed is
   * tried again.
   */
  receive(event: InboundEvent): Promise<"stored" | "repeated">;
  findEvent(inboundEventId: string): Promise<StoredEvent | undefined>;
  /** `problem` is "" when the event was dealt with. */
  settleEvent(inboundEventId: string, state: "done" | "failed", problem: string): Promise<void>;
}

/** Which shops there are. The only reads without a merchant: they find out which merchant it is. */
export interface ShopDirectory {
  findShop(platform: Shop["platform"], domain: string): Promise<Shop | undefined>;
  findShopById(shopId: string): Promise<Shop | undefined>;
  /** Makes the shop and, for a new one, its merchant with these settings; a known one is connected again. Safe to repeat. */
  connectShop(shop: Pick<Shop, "platform" | "domain">, initial: MerchantSettings): Promise<Shop>;
  /** After an uninstall: no more reading from the shop. Documents stay. */
  disconnectShop(shopId: string): Promise<void>;
  listConnectedShops(): Promise<readonly Shop[]>;
  /** Of all merchants, connected or not, oldest first. */
  listMerchantIds(): Promise<readonly string[]>;
}

/**
 * Shops that sign what they send to Docket, and what they sign with. A shop whose connection ended has no secret: nothing that
 * it sends is accepted.
 */
export interface ShopConnections {
  /** 64 hex digits. */
  findSecret(shopId: string): Promise<string | undefined>;
  /** Makes a secret; the one before it ends. `versions` of the programs that the shop runs; absent: as before. */
  renewSecret(shopId: string, versions?: Readonly<Record<string, string>>): Promise<string>;
  revokeSecret(shopId: string): Promise<void>;
  /** When the shop last told us something (ISO). */
  findLastEventAt(shopId: string): Promise<string | null>;
  /** False when this token was used before, in whichever process. It is remembered until `expiresAt` (ISO). */
  useToken(token: {
    readonly shopId: string;
    readonly tokenId: string;
    readonly expiresAt: string;
  }): Promise<boolean>;
  /** Of all shops. */
  forgetExpiredTokens(): Promise<void>;
}

/** The orders of shops that send them and cannot be asked: the newest snapshot of each. Bound to a merchant like its store. */
export interface OrderArchive {
  /** Undefined when the shop never sent it or deleted it. */
  findOrder(shopId: string, orderId: string): Promise<NormalisedOrder | undefined>;
  /** Newest first; with `updatedSince` (ISO) those last changed first. Deleted ones are left out. */
  listOrders(
    query: {
      readonly shopId: string;
      readonly search?: string;
      readonly updatedSince?: string;
    },
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ArchivedOrder>>;
  /** Events of an order that are stored and not yet dealt with, oldest first. */
  findWaitingEvents(shopId: string, orderId: string): Promise<readonly InboundEvent[]>;
  /** Those of these orders that are not kept as they were at `updatedAt` (ISO) or later, and not on their way. */
  findUnseen(
    shopId: string,
    orders: readonly { readonly orderId: string; readonly updatedAt: string }[],
  ): Promise<readonly string[]>;
  /**
   * The shop deleted the order at this instant (ISO): its drafts go without a trace, its issued documents stay and say so.
   * Told in any order and more than once, deletions and restorations come to the same.
   */
  deleteOrder(order: OrderMoment): Promise<void>;
  restoreOrder(order: OrderMoment): Promise<void>;
}

/** An order at an instant (ISO). */
export interface OrderMoment {
  readonly shopId: string;
  readonly orderId: string;
  readonly at: string;
}

/** What a list shows of a stored order. */
export type ArchivedOrder = Pick<
  NormalisedOrder,
  | "orderId"
  | "orderNumber"
  | "placedAt"
  | "currency"
  | "total"
  | "isPaid"
  | "isFulfilled"
  | "cancelledAt"
> & { readonly buyerName: string; readonly amountsRefunded: readonly string[] };

/** Keys by which links to a document are signed. Bound to a merchant like its store. */
export interface DocumentLinks {
  /** 64 hex digits; the same for every link to the document, made with the first. Throws when there is no such document. */
  loadKey(documentId: string): Promise<string>;
  findKey(documentId: string): Promise<string | undefined>;
  /** Every link to the document that was handed out ends. */
  revoke(documentId: string): Promise<void>;
}

/** What a privacy request found or did, kept as proof. */
export interface PrivacyReport {
  readonly type: "customerExport" | "customerRedaction" | "shopRedaction";
  readonly subject: string;
  readonly redacted: readonly string[];
  /** What stays, and the law that says so. */
  readonly kept: readonly string[];
}

/** What a redaction did, and the files that must go now that no row names them. */
export interface Redaction {
  readonly report: PrivacyReport;
  readonly fileKeys: readonly string[];
}

/** Personal data of one customer of one shop, by the platform's compliance requests. Bound to a merchant like its store. */
export interface PrivacyStore {
  /** Orders, documents and deliveries of these orders or this e-mail address, as plain JSON. */
  collectCustomer(customer: CustomerIdentity): Promise<Readonly<Record<string, unknown>>>;
  /** Removes order snapshots, event payloads, drafts and documents that no law keeps. Safe to repeat. */
  redactCustomer(customer: CustomerIdentity): Promise<Redaction>;
  /** The same for all of the shop's customers, 48 hours after an uninstall. */
  redactShop(shopId: string): Promise<Redaction>;
  saveReport(report: PrivacyReport, exported: unknown): Promise<void>;
  /** Oldest first. A redaction empties the exports of whom it redacted. */
  listReports(): Promise<readonly KeptPrivacyReport[]>;
}

export interface KeptPrivacyReport extends PrivacyReport {
  readonly createdAt: string;
  /** What was collected for the customer; null for a redaction, and once the customer was redacted. */
  readonly exported: unknown;
}

export interface CustomerIdentity {
  readonly shopId: string;
  readonly email: string;
  readonly orderIds: readonly string[];
}

/** Work that was promised and has no job any more: all its tries failed, or the queue was lost. Of all merchants. */
export interface Backlog {
  /** Sends the job again of each event, missing PDF, due delivery, unanswered VAT number, usage charge and warning that waits for longer than this. */
  resume(waitedSeconds: number): Promise<void>;
}

/** Work that follows. Each job names rows, never carries data, so a repeat reads the present state. */
export interface JobPayloads {
  "process-event": { readonly inboundEventId: string };
  /** Renders an issued document's PDF, stores it, then lets its waiting deliveries go. */
  "render-document": { readonly merchantId: string; readonly documentId: string };
  "deliver-document": { readonly merchantId: string; readonly deliveryId: string };
  /** Tells the provider of a document above the plan's allowance. */
  "charge-usage": { readonly merchantId: string; readonly chargeId: string };
  /** Mails the merchant that the month's allowance comes to its end. */
  "warn-of-usage": { readonly merchantId: string } & UsageWarning;
  /** Asks again about a VAT number that nobody could answer for. */
  "check-vat-number": { readonly merchantId: string; readonly vatIdentifier: string };
  /** Looks for orders whose event was lost. Runs by the clock. */
  "reconcile-shop": { readonly shopId: string };
  /** Brings back work that has no job any more. Runs by the clock. */
  sweep: Readonly<Record<string, never>>;
}
export type JobName = keyof JobPayloads;
