import { z } from "zod";
import { failed, ok, type Result } from "#domain/result";
import type { OrderSource, OrderSourceProblem, OrderSummary, Page } from "#domain/workflows";
import type { AdminClient } from "./admin-client.ts";
import { moneyReader } from "./money-reader.ts";
import { isPaid, normaliseShopifyOrder } from "./normalise-order.ts";
import {
  LINE_ITEMS_PER_PAGE,
  LIST_LIMIT,
  ORDER_LINES_QUERY,
  ORDER_QUERY,
  ORDERS_QUERY,
  REFUND_QUERY,
} from "./operations.ts";
import { shopifyOrderSchema } from "./order-schema.ts";

const pageSchema = z.object({
  nodes: z.array(z.record(z.string(), z.unknown())),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});
type NodePage = z.infer<typeof pageSchema>;

const orderNodeSchema = z.object({
  order: z
    .looseObject({
      refunds: z.array(z.looseObject({ id: z.string() })),
      transactions: z.array(z.unknown()),
      fulfillments: z.array(z.unknown()),
      lineItems: pageSchema,
    })
    .nullable(),
});

const refundNodeSchema = z.object({ refund: z.looseObject({ refundLineItems: pageSchema }) });

/** Reads orders of one shop. `timeZone` is the merchant's. */
export function shopifyOrderSource(client: AdminClient, timeZone: string): OrderSource {
  return {
    async readOrder(orderId) {
      const node = await readWholeNode(client, orderId);
      return node.ok ? normaliseShopifyOrder(node.value, timeZone) : node;
    },
    listOrders: (query, page) => listOrders(client, query, page),
  };
}

/** The order node with every line item and whole refunds, page by page, as `docket dry-run` accepts it too. */
async function readWholeNode(
  client: AdminClient,
  orderId: string,
): Promise<Result<Record<string, unknown>, OrderSourceProblem>> {
  const variables = { id: orderId, lineItems: LINE_ITEMS_PER_PAGE };
  const answer = await client.run({ query: ORDER_QUERY, variables, schema: orderNodeSchema });
  if (!answer.ok) return answer;
  const { order } = answer.value;
  if (order === null) {
    return failed({
      code: "order-not-found",
      message:
        "The shop has no such order, or Docket may not read it (orders older than 60 days need an extra permission).",
    });
  }
  const { refunds, transactions, fulfillments } = order;
  if ([refunds, transactions, fulfillments].some(({ length }) => length >= LIST_LIMIT)) {
    const message = `The order has ${LIST_LIMIT} refunds, payments or shipments or more, and Docket reads no further.`;
    return failed({ code: "order-unreadable", message });
  }
  const lineItems = await readAllPages(order.lineItems, async (after) => {
    const schema = z.object({ order: z.object({ lineItems: pageSchema }) });
    const next = await client.run({
      query: ORDER_LINES_QUERY,
      variables: { ...variables, after },
      schema,
    });
    return next.ok ? ok(next.value.order.lineItems) : next;
  });
  if (!lineItems.ok) return lineItems;
  const wholeRefunds = [];
  for (const refund of refunds) {
    const whole = await readRefund(client, refund.id);
    if (!whole.ok) return whole;
    wholeRefunds.push({ ...refund, ...whole.value });
  }
  return ok({ ...order, lineItems: lineItems.value, refunds: wholeRefunds });
}

async function readRefund(
  client: AdminClient,
  id: string,
): Promise<Result<Record<string, unknown>, OrderSourceProblem>> {
  const load = async (after: string | null) => {
    const variables = { id, after };
    const answer = await client.run({ query: REFUND_QUERY, variables, schema: refundNodeSchema });
    return answer.ok ? ok(answer.value.refund) : answer;
  };
  const first = await load(null);
  if (!first.ok) return first;
  const lines = await readAllPages(first.value.refundLineItems, async (after) => {
    const next = await load(after);
    return next.ok ? ok(next.value.refundLineItems) : next;
  });
  return lines.ok ? ok({ ...first.value, refundLineItems: lines.value }) : lines;
}

async function readAllPages(
  first: NodePage,
  load: (after: string | null) => Promise<Result<NodePage, OrderSourceProblem>>,
): Promise<Result<Record<string, unknown>[], OrderSourceProblem>> {
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage) {
    const next = await load(pageInfo.endCursor ?? null);
    if (!next.ok) return next;
    nodes.push(...next.value.nodes);
    ({ pageInfo } = next.value);
  }
  return ok(nodes);
}

async function listOrders(
  client: AdminClient,
  { search, updatedSince }: { readonly search?: string; readonly updatedSince?: string },
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Result<Page<OrderSummary>, OrderSourceProblem>> {
  const terms = [
    ...(search === undefined || search.trim() === "" ? [] : [quoteSearch(search)]),
    ...(updatedSince === undefined ? [] : [`updated_at:>='${updatedSince}'`]),
  ];
  const variables = {
    first: limit,
    after: cursor ?? null,
    query: terms.join(" AND ") || null,
    sortKey: updatedSince === undefined ? "CREATED_AT" : "UPDATED_AT",
  };
  const schema = z.object({ orders: pageSchema });
  const answer = await client.run({ query: ORDERS_QUERY, variables, schema });
  if (!answer.ok) return answer;
  const { nodes, pageInfo } = answer.value.orders;
  return ok({
    rows: nodes.map((node) => summarise(shopifyOrderSchema.parse(node))),
    nextCursor: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
  });
}

/** Free text as Shopify's search syntax takes it: one quoted phrase, so that no operator in it is obeyed. */
const quoteSearch = (search: string): string => `"${search.trim().replace(/["\\]/g, " ")}"`;

function summarise(order: z.infer<typeof shopifyOrderSchema>): OrderSummary {
  const money = moneyReader(order);
  const address = order.billingAddress ?? order.shippingAddress;
  return {
    orderId: order.id,
    orderNumber: order.name,
    placedAt: order.createdAt,
    buyerName: address?.company || address?.name || order.customer?.displayName || "",
    currency: money.currency,
    total: money.text(money.read(order.totalPriceSet, "totalPriceSet")),
    isPaid: isPaid(order, money),
    isFulfilled: order.displayFulfillmentStatus === "FULFILLED",
    isCancelled: order.cancelledAt !== null && order.cancelledAt !== undefined,
    refunded: REFUNDED[order.displayFinancialStatus ?? ""] ?? "none",
  };
}

const REFUNDED: Readonly<Record<string, OrderSummary["refunded"]>> = {
  PARTIALLY_REFUNDED: "partly",
  REFUNDED: "wholly",
};
