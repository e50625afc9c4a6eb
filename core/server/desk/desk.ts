import type {
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
  TimelineEntry,
} from "#domain/workflows";
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
}

export interface DocumentView {
  readonly stored: StoredDocument;
  readonly deliveries: readonly Delivery[];
  readonly timeline: readonly TimelineEntry[];
  /** False while the PDF of an issued document is still being made (a second at most, normally). */
  readonly isPdfReady: boolean;
  /** What became of the order after the document was issued; null when nothing did. */
  readonly orderChange: "cancelled" | "refunded" | "edited" | null;
}

export interface OrderRow extends OrderSummary {
  readonly documents: readonly DocumentSummary[];
}

export interface NumberPreview {
  readonly journalName: string;
  readonly number: string;
}

/** What became of each document of a bulk action: those that could not be done say why. */
export interface BulkOutcome {
  readonly done: readonly DocumentSummary[];
  readonly problems: readonly { readonly documentId: string; readonly message: string }[];
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

  listDocuments(
    filter: DocumentFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<DocumentSummary>>;
  countDocuments(filter: DocumentFilter): Promise<number>;
  loadDocument(documentId: string): Promise<DocumentView | undefined>;
  /** The stored PDF, or a draft's with its watermark. */
  readPdf(documentId: string): Promise<FileDownload | undefined>;
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

  listOrders(
    search: string,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Result<Page<OrderRow>, OrderSourceProblem>>;
  /** The number that each kind of document would get now, and its journal's name. Nothing is taken. */
  previewNumbers(): Promise<Readonly<Record<DocumentKind, NumberPreview>>>;
  /** Makes a document by hand: `issue` takes a number, `issueAndSend` mails it too, `draft` waits. */
  makeDocument(
    orderId: string,
    kind: DocumentKind,
    how: "draft" | "issue" | "issueAndSend",
  ): Promise<Result<DocumentSummary>>;

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
}
