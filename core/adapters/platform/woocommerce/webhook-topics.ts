import { z } from "zod";
import type { OrderEvent } from "#domain/merchant";

/** What a webhook asks of us. Its payload is the order itself, but for one that is deleted. */
export type WooSignal =
  | {
      readonly type: "order";
      readonly orderId: string;
      readonly event: OrderEvent | null;
      /** It was deleted before. */
      readonly isRestored: boolean;
    }
  | { readonly type: "orderDeleted"; readonly orderId: string }
  | { readonly type: "nothing" }
  | { readonly type: "unreadable"; readonly message: string };

/** WooCommerce's own topics, and those that the plugin tells apart in what WooCommerce calls an update. */
const ORDER_TOPICS: ReadonlyMap<string, OrderEvent | null> = new Map([
  ["order.created", "orderCreated"],
  ["order.updated", null],
  ["order.restored", null],
  ["order.paid", "orderPaid"],
  ["order.completed", "orderFulfilled"],
  ["order.cancelled", "orderCancelled"],
  ["order.refunded", "orderRefunded"],
]);

const orderSchema = z.object({
  id: z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String),
  status: z.string().nullish(),
});

/** Kept by the checkout while the customer still types. */
const DRAFTS = ["checkout-draft", "auto-draft"];

/** An order that was thrown away is changed once more by that, and says so. */
const TRASH = "trash";

/** Reads what a stored webhook means, by its X-WC-Webhook-Topic. */
export function readWooWebhook(topic: string, payload: unknown): WooSignal {
  const event = ORDER_TOPICS.get(topic);
  if (event === undefined && topic !== "order.deleted") return { type: "nothing" };
  const order = orderSchema.safeParse(payload);
  if (!order.success) return { type: "unreadable", message: `${topic} names no order` };
  const { id: orderId, status } = order.data;
  if (event === undefined || status === TRASH) return { type: "orderDeleted", orderId };
  if (DRAFTS.includes(status ?? "")) return { type: "nothing" };
  return { type: "order", orderId, event, isRestored: topic === "order.restored" };
}
