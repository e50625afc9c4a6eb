import type { NextId } from "../ids.ts";
import {
  bagOf,
  divideRounded,
  parseMinor,
  subtractBags,
  sumBags,
  ZERO_BAG,
  type Bag,
} from "./money.ts";
import { shareOf } from "./order-math.ts";
import type {
  OrderRecord,
  RefundLineRecord,
  RefundRecord,
  RefundShippingRecord,
  TransactionRecord,
} from "./order-record.ts";
import {
  currentQuantity,
  currentTotal,
  itemBag,
  netPayment,
  outstanding,
  refundedQuantity,
  unfulfilledQuantity,
} from "./order-totals.ts";

export interface RefundRequest {
  /** Pieces per line, by position. */
  readonly lines?: readonly { readonly line: number; readonly quantity: number }[] | undefined;
  readonly shipping?: boolean | undefined;
  /** What really goes back, in the presentment currency. Default: what the lines and shipping are worth. */
  readonly amount?: string | undefined;
  readonly note?: string | undefined;
}

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

/** Gives lines, shipping or an amount back. Of an unpaid order, it only takes the lines off. */
export function refundOrder(
  order: OrderRecord,
  change: Change,
  request: RefundRequest,
): RefundRecord {
  const lines = refundLines(order, change, request.lines ?? []);
  const shipping = request.shipping === true ? refundShipping(order, change) : [];
  const taxes = order.taxesIncluded ? [] : [...lines, ...shipping].flatMap((item) => item.taxes);
  const worth = sumBags([...[...lines, ...shipping].map((item) => item.subtotal), ...taxes]);
  const amount = moneyBack(order, { worth, asked: request.amount });
  const isPaid = netPayment(order).presentment > 0n;
  const difference = isPaid ? subtractBags(worth, amount) : ZERO_BAG;
  const refund: RefundRecord = {
    id: change.nextId(),
    createdAt: change.now,
    note: request.note ?? null,
    lines,
    shipping,
    adjustment: difference.presentment === 0n ? null : { id: change.nextId(), amount: difference },
    transactions: amount.presentment === 0n ? [] : [moneyOut(order, change, amount)],
  };
  order.refunds = [...order.refunds, refund];
  order.updatedAt = change.now;
  return refund;
}

/** Everything that can still go back: all pieces, shipping, and whatever money is left. */
export function wholeRefund(order: OrderRecord): RefundRequest {
  const lines = order.lines
    .map((_, line) => ({ line, quantity: currentQuantity(order, line) }))
    .filter(({ quantity }) => quantity > 0);
  return { lines, shipping: order.refunds.every((refund) => refund.shipping.length === 0) };
}

/** Cancels: gives everything back and closes the order. Returns the refund that this made. */
export function cancelOrder(order: OrderRecord, change: Change, reason = "CUSTOMER"): RefundRecord {
  const refund = refundOrder(order, change, wholeRefund(order));
  order.cancelledAt = change.now;
  order.cancelReason = reason;
  order.closedAt = change.now;
  return refund;
}

function refundLines(
  order: OrderRecord,
  change: Change,
  asked: readonly { readonly line: number; readonly quantity: number }[],
): RefundLineRecord[] {
  return asked.flatMap(({ line, quantity }) => {
    const record = order.lines[line];
    const count = Math.min(quantity, currentQuantity(order, line));
    if (record === undefined || count <= 0) return [];
    const pieces = { already: refundedQuantity(order, line), count, quantity: record.quantity };
    const share = (figure: Parameters<typeof itemBag>[2]["figure"]) => {
      const whole = itemBag(order, "lines", { index: line, figure });
      return bagOf((side) => shareOf(whole[side], pieces));
    };
    return {
      id: change.nextId(),
      line,
      quantity: count,
      restockType: unfulfilledQuantity(order, line) >= count ? "CANCEL" : "RETURN",
      subtotal: share((item) => item.afterAllDiscounts),
      taxes: record.rates.map((_, at) => share((item) => item.taxes[at] ?? 0n)),
    } as const;
  });
}

function refundShipping(order: OrderRecord, change: Change): RefundShippingRecord[] {
  return order.shipping.map((line, shipping) => ({
    id: change.nextId(),
    shipping,
    subtotal: itemBag(order, "shipping", {
      index: shipping,
      figure: (item) => item.afterAllDiscounts,
    }),
    taxes: line.rates.map((_, at) =>
      itemBag(order, "shipping", { index: shipping, figure: (item) => item.taxes[at] ?? 0n }),
    ),
  }));
}

/** Never more than was paid; in the shop's currency at the rate of the payment. */
function moneyBack(
  order: OrderRecord,
  refund: { readonly worth: Bag; readonly asked: string | undefined },
): Bag {
  const paid = netPayment(order);
  if (paid.presentment <= 0n) return ZERO_BAG;
  if (refund.asked === undefined && refund.worth.presentment <= paid.presentment)
    return refund.worth;
  const asked =
    refund.asked === undefined
      ? paid.presentment
      : parseMinor(refund.asked, order.currencies.presentment);
  return partOf(paid, asked < paid.presentment ? asked : paid.presentment);
}

/** An amount in the presentment currency, and its share of the same sum in the shop's. */
function partOf(whole: Bag, presentment: bigint): Bag {
  return { presentment, shop: divideRounded(whole.shop * presentment, whole.presentment) };
}

function moneyOut(order: OrderRecord, change: Change, amount: Bag): TransactionRecord {
  const payment = order.transactions.find(({ status }) => status === "SUCCESS");
  return {
    ...sale(order, change),
    kind: "REFUND",
    amount,
    parentId: payment?.id ?? null,
  };
}

function sale(order: OrderRecord, change: Change): TransactionRecord {
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
