import type { NextId } from "../ids.ts";
import { parseMinor, partOf, ZERO_BAG } from "./money.ts";
import type { OrderRecord, TransactionRecord } from "./order-record.ts";
import { currentTotal, outstanding, unfulfilledQuantity } from "./order-totals.ts";

/** What Shopify does not do: the caller asked for too much. */
export class RefusedChange extends Error {}

/** What every change needs: ids and the present instant. */
export interface Change {
  readonly nextId: NextId;
  readonly now: string;
}

/** A manual payment that the merchant has yet to see arrive: what Shopify keeps for a bank deposit. */
export function expectPayment(order: OrderRecord, change: Change): void {
  if (order.gateway === "shopify_payments" || currentTotal(order).presentment === 0n) return;
  addTransaction(order, {
    ...sale(order, change),
    status: "PENDING",
    amount: currentTotal(order),
  });
}

/** `amount` is in the presentment currency; without it, all that is owed is paid. */
export interface Payment {
  readonly amount?: string | undefined;
  readonly gateway?: string | undefined;
}

/** Takes the money that is still owed, or a part of it. */
export function payOrder(order: OrderRecord, change: Change, payment: Payment = {}): void {
  const owed = outstanding(order);
  if (owed.presentment <= 0n) return;
  const pending = order.transactions.find(({ status }) => status === "PENDING");
  const paid =
    payment.amount === undefined
      ? owed
      : partOf(owed, parseMinor(payment.amount, order.currencies.presentment));
  addTransaction(order, {
    ...sale(order, change),
    gateway: payment.gateway ?? order.gateway,
    amount: paid,
    parentId: pending?.id ?? null,
  });
  order.updatedAt = change.now;
  closeWhenDone(order, change.now);
}

/** Ships every piece that is left, or the given pieces. */
export function fulfilOrder(
  order: OrderRecord,
  change: Change,
  pieces?: readonly { readonly line: number; readonly quantity: number }[],
): void {
  const all = order.lines.map((_, line) => ({ line, quantity: unfulfilledQuantity(order, line) }));
  const shipped = (pieces ?? all)
    .map(({ line, quantity }) => ({
      id: change.nextId(),
      line,
      quantity: Math.min(quantity, unfulfilledQuantity(order, line)),
    }))
    .filter(({ quantity }) => quantity > 0);
  if (shipped.length === 0) return;
  const fulfillment = { id: change.nextId(), createdAt: change.now, lines: shipped };
  order.fulfillments = [...order.fulfillments, fulfillment];
  order.updatedAt = change.now;
  closeWhenDone(order, change.now);
}

export function sale(order: OrderRecord, change: Change): TransactionRecord {
  return {
    id: change.nextId(),
    kind: "SALE",
    status: "SUCCESS",
    gateway: order.gateway,
    amount: ZERO_BAG,
    parentId: null,
    createdAt: change.now,
  };
}

function addTransaction(order: OrderRecord, transaction: TransactionRecord): void {
  order.transactions = [...order.transactions, transaction];
}

/** Shopify archives an order that is paid and fulfilled. */
function closeWhenDone(order: OrderRecord, now: string): void {
  const isShipped = order.lines.every((_, line) => unfulfilledQuantity(order, line) === 0);
  if (isShipped && order.fulfillments.length > 0 && outstanding(order).presentment <= 0n)
    order.closedAt = now;
}
