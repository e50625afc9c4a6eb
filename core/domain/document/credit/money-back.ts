import {
  add,
  decimal,
  money,
  parseAmount,
  roundToMoney,
  subtract,
  zero,
  type Money,
} from "#domain/money";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { chargedTotal } from "../charged-total.ts";
import type { Document } from "../document.ts";

/** What of the invoices was never paid, and no credit note has taken off yet. */
export function unpaidOf(
  order: NormalisedOrder,
  invoices: readonly Document[],
  creditNotes: readonly Document[],
): Money {
  const { currency } = order;
  const sum = (amounts: readonly string[]) =>
    add(zero(currency), ...amounts.map((amount) => parseAmount(amount, currency)));
  const charged = sum(invoices.map(chargedTotal));
  const setOff = sum(creditNotes.map(({ totals }) => totals.amountDue));
  return aboveZero(subtract(subtract(charged, inMoney(order.paidAmount, order)), setOff));
}

/**
 * The part of a refund that pays back what the buyer paid too much, because the order was edited down: that edit has a credit note of
 * its own, or came before the invoice. `listed` is what the refund names lines and charges for.
 */
export function overpaymentIn(refund: OrderRefund, listed: Money, order: NormalisedOrder): Money {
  const earlier = order.refunds.filter((other) => isBefore(other, refund));
  const left = subtract(overpaid(order), returnedBy(earlier, order));
  const beyond = aboveZero(subtract(inMoney(refund.totalRefunded, order), listed));
  return aboveZero(smaller(left, beyond));
}

/** All the money that went back. */
export const refundedOf = (order: NormalisedOrder): Money =>
  add(
    zero(order.currency),
    ...order.refunds.map(({ totalRefunded }) => inMoney(totalRefunded, order)),
  );

/** What all refunds paid back of what was paid too much. */
export const overpaymentReturned = (order: NormalisedOrder): Money =>
  returnedBy(order.refunds, order);

const overpaid = (order: NormalisedOrder): Money =>
  aboveZero(subtract(inMoney(order.paidAmount, order), inMoney(order.total, order)));

const returnedBy = (refunds: readonly OrderRefund[], order: NormalisedOrder): Money =>
  smaller(
    overpaid(order),
    add(zero(order.currency), ...refunds.map((refund) => beyondLines(refund, order))),
  );

/** Money beyond what the shop gave back for lines and charges; nothing where it does not say how much that was. */
export function beyondLines(
  { lines, charges, totalRefunded }: OrderRefund,
  order: NormalisedOrder,
): Money {
  const amounts = [...lines, ...charges].map(({ amountWithVat }) => amountWithVat);
  const listed = amounts.reduce((sum, amount) => sum.plus(amount ?? totalRefunded), decimal("0"));
  return aboveZero(subtract(inMoney(totalRefunded, order), roundToMoney(listed, order.currency)));
}

/** Platforms tell instants in UTC, so that their texts sort as they came. */
const isBefore = (other: OrderRefund, refund: OrderRefund): boolean =>
  `${other.createdAt} ${other.refundId}` < `${refund.createdAt} ${refund.refundId}`;

const inMoney = (amount: string, { currency }: NormalisedOrder): Money =>
  roundToMoney(decimal(amount), currency);
const aboveZero = ({ minor, currency }: Money): Money => money(minor > 0n ? minor : 0n, currency);
const smaller = (a: Money, b: Money): Money => (a.minor < b.minor ? a : b);
