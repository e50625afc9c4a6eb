import { instant } from "./options.ts";
import type { PastOrder } from "./order-actions.ts";
import { ORDER_KINDS } from "./orders/order-kinds.ts";

const HOUR_MILLISECONDS = 3_600_000;

/** Six older orders of a shop: three paid, one of them shipped, three still to be paid. */
export function pastOrders(now: Date): PastOrder[] {
  const ago = (hours: number) => instant(new Date(now.getTime() - hours * HOUR_MILLISECONDS));
  const { plain, business, discounted, mixedRates, tipAndGiftCard, taxExcluded } = ORDER_KINDS;
  return [
    { ...mixedRates.order, createdAt: ago(26 * 24), paid: true, shipped: true },
    { ...business.order, createdAt: ago(19 * 24) },
    { ...plain.order, createdAt: ago(11 * 24), paid: true },
    { ...taxExcluded.order, createdAt: ago(6 * 24), gateway: "Bank Deposit" },
    { ...discounted.order, createdAt: ago(2 * 24), paid: true },
    { ...tipAndGiftCard.order, createdAt: ago(5), gateway: "Bank Deposit" },
  ];
}
