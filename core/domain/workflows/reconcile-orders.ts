import type { DocumentKind, Rule } from "#domain/merchant";
import { ok, type Result } from "#domain/result";
import { findDueRules } from "./apply-rules.ts";
import type {
  MerchantStore,
  OrderSource,
  OrderSourceProblem,
  OrderSummary,
  Shop,
} from "./ports.ts";

/** Money went back on an invoice, and no credit note says so. */
function dueCreditNote(
  { orderId, refunded }: OrderSummary,
  documents: readonly { readonly orderId: string; readonly kind: string; readonly state: string }[],
  rules: readonly Rule[],
): readonly DocumentKind[] {
  const isRuled = rules.some(({ isActive, kind }) => isActive && kind === "creditNote");
  const isInvoiced = documents.some(
    (each) => each.orderId === orderId && each.kind === "invoice" && each.state === "issued",
  );
  return isRuled && isInvoiced && refunded !== "none" ? ["creditNote"] : [];
}

export interface MissingDocument {
  readonly order: OrderSummary;
  readonly kinds: readonly DocumentKind[];
}

const ORDERS_PER_PAGE = 50;

/**
 * Orders changed since an instant that should have a document by the rules and have none, not even a draft: their event
 * was lost, or the document could not be made. `mostOrders` bounds how many orders of the shop are looked at.
 */
export async function findMissingDocuments(
  {
    shop,
    since,
    mostOrders,
  }: { readonly shop: Shop; readonly since: string; readonly mostOrders: number },
  { orders, store }: { readonly orders: OrderSource; readonly store: MerchantStore },
): Promise<Result<readonly MissingDocument[], OrderSourceProblem>> {
  const { rules } = await store.loadSettings();
  const missing: MissingDocument[] = [];
  let cursor: string | undefined;
  for (let seen = 0; seen < mostOrders; seen += ORDERS_PER_PAGE) {
    const page = await orders.listOrders(
      { updatedSince: since },
      { limit: Math.min(ORDERS_PER_PAGE, mostOrders), ...(cursor === undefined ? {} : { cursor }) },
    );
    if (!page.ok) return page;
    const { rows, nextCursor } = page.value;
    const documents = await store.listDocumentsOfOrders(
      shop.shopId,
      rows.map(({ orderId }) => orderId),
    );
    for (const order of rows) {
      const made = documents
        .filter(({ orderId }) => orderId === order.orderId)
        .map(({ kind }) => kind);
      const occasion = { shop, event: null, catchUpFrom: since };
      const state = { ...order, cancelledAt: order.isCancelled ? order.placedAt : null };
      const due = findDueRules(rules, { ...occasion, order: state }).map(({ kind }) => kind);
      const kinds = [...new Set([...due, ...dueCreditNote(order, documents, rules)])].filter(
        (kind) => !made.includes(kind),
      );
      if (kinds.length > 0) missing.push({ order, kinds });
    }
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return ok(missing);
}
