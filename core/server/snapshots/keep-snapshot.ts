import { normaliseWooOrder } from "#adapters/platform/woocommerce";
import { ok, type Problem, type Result } from "#domain/result";
import type { InboundEvent, MerchantStore } from "#domain/workflows";

/**
 * Keeps the order that an event brought; one that is older than what is kept changes nothing. Answers when the shop last changed
 * the order (ISO).
 */
export async function keepSnapshot(
  { shopId, payload, triggeredAt }: Pick<InboundEvent, "shopId" | "payload" | "triggeredAt">,
  store: Pick<MerchantStore, "loadSettings" | "saveOrder">,
): Promise<Result<string, Problem<"order-unreadable">>> {
  const { timeZone } = await store.loadSettings();
  const order = normaliseWooOrder(payload, timeZone);
  if (!order.ok) return order;
  // Told within the same second of the shop's clock, what reached us later was read later.
  await store.saveOrder(shopId, order.value, triggeredAt);
  return ok(order.value.updatedAt);
}
