import { RefusedChange, sale, type Change } from "./change-order.ts";
import {
  bagOf,
  formatFixed,
  parseMinor,
  partOf,
  subtractBags,
  sum,
  sumBags,
  ZERO_BAG,
  type Bag,
} from "./money.ts";
import { shareOf } from "./order-math.ts";
import type {
  AdjustmentRecord,
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
  refundedQuantity,
  shippingLeft,
  unfulfilledQuantity,
} from "./order-totals.ts";

/** Pieces of a line, by its position. */
export interface Pieces {
  readonly line: number;
  readonly quantity: number;
}

/** Amounts are in the presentment currency, in the order's own basis. */
export interface RefundRequest {
  readonly lines?: readonly Pieces[] | undefined;
  /** All that is left of the shipping, or an amount of it. */
  readonly shipping?: boolean | string | undefined;
  /** What really goes back. Default: what lines and shipping are worth; without them, what the shop still owes. */
  readonly amount?: string | undefined;
  /** Kept from what would go back. */
  readonly restockingFee?: string | undefined;
  readonly storeCredit?: boolean | undefined;
  readonly note?: string | undefined;
}

/** Gives lines, shipping or an amount back. Of an unpaid order, it only takes the lines off. */
export function refundOrder(
  order: OrderRecord,
  change: Change,
  request: RefundRequest,
): RefundRecord {
  const lines = refundLines(order, change, request.lines ?? []);
  const shipping = refundShipping(order, change, request.shipping ?? false);
  const taxes = order.taxesIncluded ? [] : [...lines, ...shipping].flatMap((item) => item.taxes);
  const worth = sumBags([...[...lines, ...shipping].map((item) => item.subtotal), ...taxes]);
  const { amount, discrepancy } = moneyBack(order, worth, request);
  const { lines: askedLines, shipping: askedShipping } = request;
  if (amount.presentment === 0n && askedLines === undefined && askedShipping === undefined)
    throw new RefusedChange("Refund amount must be greater than 0");
  return keepRefund(order, {
    id: change.nextId(),
    createdAt: change.now,
    note: request.note ?? null,
    lines,
    shipping,
    adjustment: adjustmentOf(order, { change, lines, discrepancy, request }),
    transactions: amount.presentment === 0n ? [] : [moneyOut(order, change, { amount, request })],
  });
}

/** Takes pieces off without giving money back: what an edit leaves among the refunds of an order. */
export function takeOff(
  order: OrderRecord,
  change: Change,
  pieces: readonly Pieces[],
): RefundRecord {
  return keepRefund(order, {
    id: change.nextId(),
    createdAt: change.now,
    note: null,
    lines: refundLines(order, change, pieces),
    shipping: [],
    adjustment: null,
    transactions: [],
  });
}

/** Everything that can still go back: all pieces, shipping, and whatever money is left. */
export function wholeRefund(order: OrderRecord): RefundRequest {
  const lines = order.lines
    .map((_, line) => ({ line, quantity: currentQuantity(order, line) }))
    .filter(({ quantity }) => quantity > 0);
  return { lines, shipping: true };
}

/** Cancels: gives everything back and closes the order. Returns the refund that this made. */
export function cancelOrder(order: OrderRecord, change: Change, reason = "CUSTOMER"): RefundRecord {
  const refund = refundOrder(order, change, wholeRefund(order));
  order.cancelledAt = change.now;
  order.cancelReason = reason;
  order.closedAt = change.now;
  return refund;
}

function keepRefund(order: OrderRecord, refund: RefundRecord): RefundRecord {
  order.refunds = [...order.refunds, refund];
  order.updatedAt = refund.createdAt;
  return refund;
}

function refundLines(
  order: OrderRecord,
  change: Change,
  asked: readonly Pieces[],
): RefundLineRecord[] {
  return asked.map(({ line, quantity: count }) => {
    const record = order.lines[line];
    if (record === undefined) throw new RefusedChange("Line item does not exist");
    if (count > currentQuantity(order, line))
      throw new RefusedChange("Quantity cannot refund more items than were purchased");
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

function refundShipping(
  order: OrderRecord,
  change: Change,
  asked: boolean | string,
): RefundShippingRecord[] {
  if (asked === false) return [];
  const left = order.shipping.map((_, index) => shippingLeft(order, index));
  const available = sum(left.map(({ subtotal }) => subtotal.presentment));
  let wanted = asked === true ? available : parseMinor(asked, order.currencies.presentment);
  if (wanted > available)
    throw new RefusedChange("Shipping amount cannot be more than is refundable");
  return left.flatMap(({ subtotal, taxes }, shipping) => {
    const taken = wanted < subtotal.presentment ? wanted : subtotal.presentment;
    wanted -= taken;
    if (taken === 0n) return [];
    const taxPart = (tax: Bag) =>
      bagOf((side) => (tax[side] * taken + subtotal.presentment / 2n) / subtotal.presentment);
    return [
      {
        id: change.nextId(),
        shipping,
        subtotal: partOf(subtotal, taken),
        taxes: taxes.map(taxPart),
      },
    ];
  });
}

/**
 * What goes back, and how far it differs from what the figures ask for: positive when the merchant keeps something. Taking
 * the items off may leave the buyer with less to pay instead of money to get, and money may be owed since an earlier edit.
 */
function moneyBack(
  order: OrderRecord,
  worth: Bag,
  { amount: asked, restockingFee }: RefundRequest,
): { readonly amount: Bag; readonly discrepancy: Bag } {
  const paid = netPayment(order);
  if (paid.presentment <= 0n && asked === undefined)
    return { amount: ZERO_BAG, discrepancy: ZERO_BAG };
  const { presentment: currency } = order.currencies;
  const minor = (text: string | undefined) =>
    text === undefined ? 0n : parseMinor(text, currency);
  const overpaid = larger(
    0n,
    paid.presentment - currentTotal(order).presentment + worth.presentment,
  );
  const due = smaller(worth.presentment, overpaid);
  const usual = worth.presentment === 0n ? overpaid : due - minor(restockingFee);
  const amount = asked === undefined ? smaller(usual, paid.presentment) : minor(asked);
  if (amount < 0n) throw new RefusedChange("The fee is more than what is refunded");
  if (amount > paid.presentment)
    throw new RefusedChange(
      `Refund amount ${formatFixed(amount, currency)} is greater than net payment received ${formatFixed(paid.presentment, currency)}`,
    );
  const bag = amount === worth.presentment ? worth : partOf(paid, amount);
  if (amount < due) return { amount: bag, discrepancy: subtractBags(partOf(worth, due), bag) };
  return { amount: bag, discrepancy: partOf(paid, smaller(0n, overpaid - amount)) };
}

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);

function adjustmentOf(
  order: OrderRecord,
  refund: {
    readonly change: Change;
    readonly lines: readonly RefundLineRecord[];
    readonly discrepancy: Bag;
    readonly request: RefundRequest;
  },
): AdjustmentRecord | null {
  const { change, lines, discrepancy, request } = refund;
  if (discrepancy.presentment === 0n) return null;
  const isAllBack = order.lines.every((_, index) => {
    const now = lines.find((item) => item.line === index)?.quantity ?? 0;
    return currentQuantity(order, index) === now;
  });
  const balances = isAllBack && lines.length > 0 && request.amount === undefined;
  const usual = balances ? "FULL_RETURN_BALANCING_ADJUSTMENT" : "REFUND_DISCREPANCY";
  const reason = request.restockingFee === undefined ? usual : "RESTOCK";
  return { id: change.nextId(), amount: discrepancy, reason };
}

function moneyOut(
  order: OrderRecord,
  change: Change,
  { amount, request }: { readonly amount: Bag; readonly request: RefundRequest },
): TransactionRecord {
  const payment = order.transactions.find(({ status }) => status === "SUCCESS");
  return {
    ...sale(order, change),
    kind: "REFUND",
    gateway:
      request.storeCredit === true ? "shopify_store_credit" : (payment?.gateway ?? order.gateway),
    amount,
    parentId: payment?.id ?? null,
  };
}
