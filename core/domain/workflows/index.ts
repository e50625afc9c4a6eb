export { AllowanceReached, CreditedMeanwhile } from "./ports.ts";
export type {
  Artefact,
  ArtefactType,
  Cause,
  Clock,
  Delivery,
  DeliveryState,
  DiscardedDraft,
  DocumentFilter,
  DocumentStats,
  DocumentSummary,
  DraftRequest,
  FileStore,
  HeldAs,
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
  VatChecker,
} from "./ports.ts";
export type {
  BillingChange,
  BillingCharge,
  BillingLedger,
  BillingProblem,
  BillingProvider,
  BillingStore,
  PlanRequest,
  UsageCharge,
  UsageWarning,
} from "./billing-ports.ts";
export type {
  ArchivedOrder,
  Backlog,
  CustomerIdentity,
  DocumentLinks,
  Inbox,
  InboundEvent,
  JobName,
  JobPayloads,
  OrderArchive,
  OrderMoment,
  PrivacyReport,
  PrivacyStore,
  ShopConnections,
  ShopDirectory,
  StoredEvent,
} from "./system-ports.ts";
export { CATCH_UP_DAYS, findDueRules } from "./apply-rules.ts";
export { handleOrder, type OrderPorts } from "./handle-order.ts";
export { findJournal, issueDocument, saveDraft, type DocumentPorts } from "./issue-document.ts";
export { creditRefund, isEditPart, refundPart, type RefundToCredit } from "./credit-order.ts";
export { issueEdit } from "./document-edits.ts";
export { askVatNumber } from "./check-buyer-vat.ts";
export { deliverDocument, documentMail, type DeliveryPorts } from "./deliver-document.ts";
export {
  logoKey,
  makeArtefact,
  renderArtefact,
  renderDocument,
  renderPages,
  renderPdf,
  type PageRenderer,
  type RenderPorts,
} from "./render-document.ts";
export { findMissingDocuments } from "./reconcile-orders.ts";
export { sampleDocument } from "./sample-document.ts";
export { loadPlan } from "./merchant-plan.ts";
export {
  cancelSubscription,
  changeUsageCap,
  selectPlan,
  syncSubscriptions,
  type Approval,
  type SubscribeProblem,
} from "./subscribe.ts";
export { chargeUsage } from "./charge-usage.ts";
export { warnOfUsage } from "./warn-of-usage.ts";
