import { handleOrder } from "#domain/workflows";
import type { DeskPorts } from "./ports.ts";

/**
 * A refund that came before the invoice had nothing to be credited on. Once the invoice is issued by hand, the rule for credit
 * notes is asked as if the refund had just been told, and no other rule. What goes wrong shows on the invoice's page.
 */
export async function creditEarlierRefunds(orderId: string, ports: DeskPorts): Promise<void> {
  const { store, shop, clock } = ports;
  const order = await store.findOrder(shop.shopId, orderId);
  if (order === undefined || order.refunds.length === 0) return;
  await handleOrder({ shop, orderId, event: "orderRefunded", catchUpFrom: clock.now() }, ports);
}
