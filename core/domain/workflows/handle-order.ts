import type { OrderEvent } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { isSellerComplete } from "#domain/party";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { findDueRules } from "./apply-rules.ts";
import { issueDocument, saveDraft, type DocumentPorts } from "./issue-document.ts";
import type { DocumentSummary, OrderSource, Shop } from "./ports.ts";

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
 * Safe to repeat, in any order and at the same time: each kind of document is made once.
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
  return makeDueDocuments(order, signal, ports);
}

async function makeDueDocuments(
  order: NormalisedOrder,
  { shop, event, catchUpFrom }: OrderSignal,
  ports: OrderPorts,
): Promise<Result<readonly DocumentSummary[]>> {
  const { store } = ports;
  const settings = await store.loadSettings();
  const existing = await store.listDocumentsOfOrders(shop.shopId, [order.orderId]);
  const made: DocumentSummary[] = [];
  const problems: Problem[] = [];
  const keep = (result: Result<DocumentSummary>) =>
    result.ok ? made.push(result.value) : problems.push(result.problem);

  for (const { kind, journalId } of existing.filter(({ state }) => state === "draft")) {
    keep(await saveDraft({ shopId: shop.shopId, order, kind, journalId }, settings, ports));
  }
  const isSettled = (kind: string) =>
    existing.some((document) => document.kind === kind && document.state !== "draft");
  for (const rule of findDueRules(settings.rules, { shop, order, event, catchUpFrom })) {
    if (isSettled(rule.kind)) continue;
    const wanted = { shopId: shop.shopId, order, kind: rule.kind, journalId: rule.journalId };
    // Without its seller's details a document waits as a draft, and its number with it.
    if (rule.delivery === "draft" || !isSellerComplete(settings.seller)) {
      keep(await saveDraft(wanted, settings, ports));
      continue;
    }
    const issued = await issueDocument(
      { ...wanted, sendTo: order.buyer.email || null },
      settings,
      ports,
    );
    keep(issued.ok ? ok(issued.value.summary) : issued);
    if (issued.ok && order.buyer.email === "") {
      await store.addTimeline(
        issued.value.summary.documentId,
        "sendingFailed",
        "The order has no e-mail address.",
      );
    }
  }
  const [problem] = problems;
  return problem === undefined ? ok(made) : failed(problem);
}
