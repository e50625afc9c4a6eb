import { z } from "zod";
import type { OrderEvent } from "#domain/merchant";

/** What a webhook asks of us. Order events are signals: the order itself is read from the shop. */
export type ShopifySignal =
  | { readonly type: "order"; readonly orderId: string; readonly event: OrderEvent | null }
  | { readonly type: "uninstalled" }
  /** What the app is paid for has changed. The state itself is read from Shopify. */
  | { readonly type: "subscription" }
  | {
      readonly type: "customerExport";
      readonly email: string;
      readonly orderIds: readonly string[];
    }
  | {
      readonly type: "customerRedaction";
      readonly email: string;
      readonly orderIds: readonly string[];
    }
  | { readonly type: "shopRedaction" }
  | { readonly type: "nothing" }
  | { readonly type: "unreadable"; readonly message: string };

const ORDER_TOPICS: Readonly<Record<string, OrderEvent | null>> = {
  "orders/create": "orderCreated",
  "orders/paid": "orderPaid",
  "orders/updated": null,
  "orders/fulfilled": "orderFulfilled",
  "orders/cancelled": "orderCancelled",
};

const number = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const orderSchema = z.object({
  id: number.optional(),
  admin_graphql_api_id: z.string().optional(),
});
const refundSchema = z.object({ order_id: number });
/** An edit comes without its order, which is named inside. */
const editSchema = z.object({ order_edit: refundSchema }).transform((edit) => edit.order_edit);
const customerSchema = z.object({
  customer: z.object({ email: z.string().nullish() }).nullish(),
  orders_requested: z.array(number).nullish(),
  orders_to_redact: z.array(number).nullish(),
});

const gid = (orderId: string): string => `gid://shopify/Order/${orderId}`;

/** Reads what a stored webhook means. Topics are as Shopify writes them: `orders/paid`, `customers/redact`. */
export function readWebhook(topic: string, payload: unknown): ShopifySignal {
  if (topic in ORDER_TOPICS) {
    const order = orderSchema.safeParse(payload);
    const orderId = order.success
      ? (order.data.admin_graphql_api_id ?? (order.data.id && gid(order.data.id)))
      : undefined;
    if (orderId === undefined) return { type: "unreadable", message: `${topic} names no order` };
    return { type: "order", orderId, event: ORDER_TOPICS[topic] ?? null };
  }
  switch (topic) {
    case "refunds/create":
      return signalOf(topic, refundSchema.safeParse(payload), "orderRefunded");
    case "orders/edited":
      return signalOf(topic, editSchema.safeParse(payload), null);
    case "app/uninstalled":
      return { type: "uninstalled" };
    case "app_subscriptions/update":
      return { type: "subscription" };
    case "customers/data_request":
      return customerSignal("customerExport", payload);
    case "customers/redact":
      return customerSignal("customerRedaction", payload);
    case "shop/redact":
      return { type: "shopRedaction" };
    default:
      return { type: "nothing" };
  }
}

function signalOf(
  topic: string,
  named: z.ZodSafeParseResult<{ readonly order_id: string }>,
  event: OrderEvent | null,
): ShopifySignal {
  if (!named.success) return { type: "unreadable", message: `${topic} names no order` };
  return { type: "order", orderId: gid(named.data.order_id), event };
}

function customerSignal(
  type: "customerExport" | "customerRedaction",
  payload: unknown,
): ShopifySignal {
  const request = customerSchema.safeParse(payload);
  if (!request.success) return { type: "unreadable", message: "the request names no customer" };
  const { customer, orders_requested: requested, orders_to_redact: toRedact } = request.data;
  return { type, email: customer?.email ?? "", orderIds: (requested ?? toRedact ?? []).map(gid) };
}
