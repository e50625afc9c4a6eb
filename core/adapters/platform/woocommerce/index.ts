export { normaliseWooOrder } from "./normalise-order.ts";
export { readWooWebhook, type WooSignal } from "./webhook-topics.ts";
