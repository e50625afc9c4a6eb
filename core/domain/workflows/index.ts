export type {
  Artefact,
  Cause,
  Clock,
  Delivery,
  DeliveryState,
  DocumentFilter,
  DocumentState,
  DocumentStats,
  DocumentSummary,
  DraftRequest,
  FileStore,
  IssueRequest,
  IssuedDocument,
  JournalStatus,
  MerchantStore,
  OrderSource,
  OrderSourceProblem,
  OrderSummary,
  Page,
  Shop,
  StoredDocument,
  TimelineEntry,
  TimelineEventType,
} from "./ports.ts";
export type {
  CustomerIdentity,
  Inbox,
  InboundEvent,
  JobName,
  JobPayloads,
  PrivacyReport,
  PrivacyStore,
  Redaction,
  ShopDirectory,
  StoredEvent,
} from "./system-ports.ts";
export { CATCH_UP_DAYS, findDueRules } from "./apply-rules.ts";
export { handleOrder, type OrderPorts, type OrderSignal } from "./handle-order.ts";
export {
  findJournal,
  issueDocument,
  saveDraft,
  type DocumentPorts,
  type IssueProblem,
} from "./issue-document.ts";
export {
  deliverDocument,
  documentMail,
  type DeliveryOutcome,
  type DeliveryPorts,
} from "./deliver-document.ts";
export {
  logoKey,
  renderDocument,
  renderPages,
  renderPdf,
  type LogoImage,
  type PageRenderer,
  type RenderPorts,
} from "./render-document.ts";
export { findMissingDocuments, type MissingDocument } from "./reconcile-orders.ts";
export { sampleDocument } from "./sample-document.ts";
