import { decimal, roundToMoney, subtract, sumOf, type Money } from "#domain/money";
import type { OrderRefund } from "#domain/order";
import { idOf } from "./document-parts.ts";
import {
  aboveZero,
  inMoney,
  invoicedAfterEdits,
  paidAndKept,
  refundsBefore,
  smaller,
  type Papers,
} from "./money-back.ts";
import type { Remaining } from "./remaining.ts";

type Named = Pick<OrderRefund, "lines" | "charges">;

interface CancelledOrder extends Omit<Papers, "creditNotes"> {
  readonly remaining: Remaining;
}

/** The lines and charges of a refund that an invoice has. */
export function invoicedIn({ lines, charges }: Named, { parts }: Remaining): Named {
  const ids = new Set(parts.map(({ partKey }) => idOf(partKey)));
  return {
    lines: lines.filter(({ lineId }) => ids.has(lineId)),
    charges: charges.filter(({ chargeId }) => ids.has(chargeId)),
  };
}

/**
 * The money of a refund for what was added to an order that was then cancelled, so that it never got its invoice: that needs no credit
 * note. Never more than was paid beyond the invoices.
 */
export function moneyForUninvoiced(refund: OrderRefund, cancelled: CancelledOrder): Money {
  const { order } = cancelled;
  const invoiced = invoicedAfterEdits(cancelled);
  const paid = smaller(paidAndKept(order), inMoney(order.total, order));
  const left = refundsBefore(refund, order).reduce(
    (rest, other) => subtract(rest, smaller(rest, uninvoicedIn(other, cancelled))),
    aboveZero(subtract(paid, invoiced)),
  );
  return smaller(left, uninvoicedIn(refund, cancelled));
}

/** What a refund gives back for what no invoice has, at most its money. By amount alone: what is more than the invoices have left. */
function uninvoicedIn(refund: OrderRefund, { order, remaining }: CancelledOrder): Money {
  const refunded = inMoney(refund.totalRefunded, order);
  const named = [...refund.lines, ...refund.charges];
  if (named.length === 0) return aboveZero(subtract(refunded, remaining.charged));
  const { lines, charges } = invoicedIn(refund, remaining);
  const invoiced: readonly object[] = [...lines, ...charges];
  const amounts = named
    .filter((each) => !invoiced.includes(each))
    .map(({ amountWithVat }) => decimal(amountWithVat ?? refund.totalRefunded));
  return smaller(refunded, roundToMoney(sumOf(amounts), order.currency));
}
