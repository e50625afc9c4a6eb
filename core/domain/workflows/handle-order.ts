import type { MerchantSettings, OrderEvent } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { isSellerComplete } from "#domain/party";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { findDueRefunds, findDueRules } from "./apply-rules.ts";
import { creditRefund, refundPart } from "./credit-order.ts";
import { draftEdits } from "./document-edits.ts";
import { issueDocument, saveDraft, type DocumentPorts } from "./issue-document.ts";
import type { DiscardedDraft, DocumentSummary, OrderSource, Shop } from "./ports.ts";

export interface OrderSignal {
  readonly shop: Shop;
  readonly orderId: string;
  readonly event: OrderEvent | null;
  /** Instant (ISO) from which lost events are made up for. */
  readonly catchUpFrom: string;
  /** A snapshot read at this instant or later shows what the signal is about: the shop need not be asked again. */
  readonly knownSince?: string;
}

export interface OrderPorts extends DocumentPorts {
  readonly orders: OrderSource;
}

/**
 * Something happened to an order: reads its present state, keeps it, and makes the documents that the rules ask for.
 * Safe to repeat, in any order and at the same time: each kind of document is made once, and each refund credited once.
 */
export async function handleOrder(
  signal: OrderSignal,
  ports: OrderPorts,
): Promise<Result<readonly DocumentSummary[]>> {
  const { shop, orderId, knownSince } = signal;
  const known = knownSince && (await ports.store.findOrder(shop.shopId, orderId, knownSince));
  const readAt = ports.clock.now();
  const read = known ? ok(known) : await ports.orders.readOrder(orderId);
  if (!read.ok) return read;
  const order = read.value;
  if (!known) await ports.store.saveOrder(shop.shopId, order, readAt);
  if (order.isPaid) await ports.store.markPaid({ shopId: shop.shopId, orderId });

  const settings = await ports.store.loadSettings();
  const occasion = { order, signal, settings, ports };
  const made = [
    ...(await refreshDrafts(occasion)),
    ...(await makeDueDocuments(occasion)),
    ...(await creditDueRefunds(occasion)),
    ...(await draftEdits({ shopId: shop.shopId, order }, settings, ports)),
  ];
  const problem = made.find((result) => !result.ok);
  if (problem?.ok === false) return failed(problem.problem);
  return ok(made.flatMap((result) => (result.ok ? [result.value] : [])));
}

type Made = Result<DocumentSummary>;

interface OrderOccasion {
  readonly order: NormalisedOrder;
  readonly signal: OrderSignal;
  readonly settings: MerchantSettings;
  readonly ports: DocumentPorts;
}

/** Drafts follow their order until they are issued. Those of refunds and edits are computed anew with these. */
async function refreshDrafts({ order, signal, settings, ports }: OrderOccasion): Promise<Made[]> {
  const { shopId } = signal.shop;
  const existing = await ports.store.listDocumentsOfOrders(shopId, [order.orderId]);
  const drafts = existing.filter(({ state }) => state === "draft");
  const made: Made[] = [];
  for (const { kind, part, journalId } of drafts) {
    if (part === "") {
      made.push(await saveDraft({ shopId, order, kind, journalId }, settings, ports));
      continue;
    }
    const refund = order.refunds.find(({ refundId }) => refundPart(refundId) === part);
    if (refund === undefined) continue;
    const { refundId } = refund;
    const wanted = { shopId, order, refundId, elsewhere: null, how: "draft", journalId } as const;
    made.push(await creditRefund(wanted, ports));
  }
  return made.filter(isWorthTelling);
}

/** What an invoice made elsewhere was credited by stays as the merchant left it, and so does what needs no credit note any more. */
const isWorthTelling = (made: Made): boolean =>
  made.ok || !["no-invoice", "nothing-to-credit"].includes(made.problem.code);

async function makeDueDocuments({
  order,
  signal,
  settings,
  ports,
}: OrderOccasion): Promise<Made[]> {
  const { shop, event, catchUpFrom } = signal;
  const existing = await ports.store.listDocumentsOfOrders(shop.shopId, [order.orderId]);
  const made: Made[] = [];
  for (const rule of findDueRules(settings.rules, { shop, order, event, catchUpFrom })) {
    if (isSettled(existing, rule.kind, "")) continue;
    const wanted = { shopId: shop.shopId, order, kind: rule.kind, journalId: rule.journalId };
    // Without its seller's details a document waits as a draft, and its number with it.
    if (rule.delivery === "draft" || !isSellerComplete(settings.seller)) {
      made.push(await saveDraft(wanted, settings, ports));
      continue;
    }
    const sendTo = order.buyer.email || null;
    const issued = await issueDocument({ ...wanted, sendTo }, settings, ports);
    made.push(issued.ok ? ok(issued.value.summary) : waitsAsDraft(issued.problem));
    if (issued.ok) await noteMissingAddress(issued.value.summary, order, ports);
  }
  return made;
}

/** What the doctor refused waits with its findings; that is no failure of the event. */
const waitsAsDraft = (problem: Problem & { readonly draft?: DocumentSummary }): Made =>
  problem.draft === undefined ? failed(problem) : ok(problem.draft);

async function creditDueRefunds({
  order,
  signal,
  settings,
  ports,
}: OrderOccasion): Promise<Made[]> {
  const { shop } = signal;
  const { store } = ports;
  const rule = settings.rules.find(({ isActive, kind }) => isActive && kind === "creditNote");
  if (rule === undefined || order.refunds.length === 0) return [];
  const existing = await store.listDocumentsOfOrders(shop.shopId, [order.orderId]);
  const isInvoiced = existing.some(({ kind, state }) => kind === "invoice" && state === "issued");
  if (!isInvoiced) return [];
  const made: Made[] = [];
  for (const { refundId } of findDueRefunds(rule, { ...signal, order })) {
    if (isSettled(existing, "creditNote", refundPart(refundId))) continue;
    const how =
      rule.delivery === "draft" || !isSellerComplete(settings.seller) ? "draft" : "issueAndSend";
    const { journalId } = rule;
    const wanted = {
      shopId: shop.shopId,
      order,
      refundId,
      elsewhere: null,
      how,
      journalId,
    } as const;
    const credited = await creditRefund(wanted, ports);
    if (!credited.ok && credited.problem.code === "nothing-to-credit") continue;
    made.push(credited.ok ? credited : waitsAsDraft(credited.problem));
    if (credited.ok && how === "issueAndSend")
      await noteMissingAddress(credited.value, order, ports);
  }
  return made;
}

/** One that waits for room in the plan is issued when the merchant says so: a mail weeks later would surprise. */
const isSettled = (
  existing: readonly (DocumentSummary | DiscardedDraft)[],
  kind: string,
  part: string,
): boolean =>
  existing.some(
    (document) =>
      document.kind === kind &&
      document.part === part &&
      (document.state !== "draft" || document.heldAs !== null),
  );

async function noteMissingAddress(
  { documentId }: DocumentSummary,
  { buyer }: NormalisedOrder,
  { store }: DocumentPorts,
): Promise<void> {
  if (buyer.email !== "") return;
  await store.addTimeline(documentId, "sendingFailed", "The order has no e-mail address.");
}
