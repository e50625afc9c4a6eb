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

/** An order and what was issued for it. */
export interface Papers {
  readonly order: NormalisedOrder;
  readonly invoices: readonly Document[];
  readonly creditNotes: readonly Document[];
  /** Those of the credit notes that edits brought. */
  readonly editCreditNotes: readonly Document[];
}

/**
 * What of the order was never paid, and no refund's credit note has taken off yet: of its invoices less what edits took off, and of what
 * an edit added that has no invoice yet. What was added to an order that was cancelled gets none.
 */
export function unpaidOf({ order, invoices, creditNotes, editCreditNotes }: Papers): Money {
  const { currency } = order;
  const sum = (notes: readonly Document[], total: "paidAmount" | "amountDue") =>
    add(zero(currency), ...notes.map(({ totals }) => parseAmount(totals[total], currency)));
  const invoiced = invoicedAfterEdits({ order, invoices, editCreditNotes });
  const total = inMoney(order.total, order);
  const charged = order.cancelledAt === null ? larger(invoiced, total) : invoiced;
  const paid = subtract(inMoney(order.paidAmount, order), sum(editCreditNotes, "paidAmount"));
  const ofRefunds = creditNotes.filter((note) => !editCreditNotes.includes(note));
  return aboveZero(subtract(subtract(charged, paid), sum(ofRefunds, "amountDue")));
}

export const invoicedAfterEdits = ({
  order,
  invoices,
  editCreditNotes,
}: Omit<Papers, "creditNotes">): Money =>
  subtract(chargedOn(invoices, order), chargedOn(editCreditNotes, order));

/** What came in and did not go back as paid too much. */
export const paidAndKept = (order: NormalisedOrder): Money =>
  subtract(inMoney(order.paidAmount, order), overpaymentReturned(order));

/**
 * The part of a refund that pays back what the buyer paid too much, because the order was edited down: that edit has a credit note of
 * its own, or came before the invoice.
 */
export function overpaymentIn(refund: OrderRefund, order: NormalisedOrder): Money {
  const left = subtract(overpaid(order), returnedBy(refundsBefore(refund, order), order));
  return aboveZero(smaller(left, beyondLines(refund, order)));
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

export const refundsBefore = (
  refund: OrderRefund,
  { refunds }: NormalisedOrder,
): readonly OrderRefund[] => refunds.filter((other) => isBefore(other, refund));

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

/** What these documents come to. */
export const chargedOn = (documents: readonly Document[], { currency }: NormalisedOrder): Money =>
  add(
    zero(currency),
    ...documents.map((document) => parseAmount(chargedTotal(document), currency)),
  );

export const inMoney = (amount: string, { currency }: NormalisedOrder): Money =>
  roundToMoney(decimal(amount), currency);
export const aboveZero = ({ minor, currency }: Money): Money =>
  money(minor > 0n ? minor : 0n, currency);
const larger = (a: Money, b: Money): Money => (a.minor > b.minor ? a : b);
export const smaller = (a: Money, b: Money): Money => (a.minor < b.minor ? a : b);
