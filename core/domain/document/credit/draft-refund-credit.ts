import { dayIn } from "#domain/calendar";
import type { MerchantSettings } from "#domain/merchant";
import { add, decimal, subtract, zero } from "#domain/money";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { failed, ok, type Result } from "#domain/result";
import type { Document, DraftDocument } from "../document.ts";
import { creditDocument } from "./credit-document.ts";
import { NOTHING_TO_CREDIT, type CreditProblem } from "./credit-problem.ts";
import { aboveZero, inMoney, overpaymentIn, unpaidOf } from "./money-back.ts";
import { remainingOf } from "./remaining.ts";
import { settleRefund } from "./settle-refund.ts";
import { takeRefunded } from "./take-refunded.ts";
import { invoicedIn, moneyForUninvoiced } from "./uninvoiced.ts";
import { withinTreatments } from "./within-treatments.ts";

export interface RefundToDraft {
  readonly order: NormalisedOrder;
  readonly refund: OrderRefund;
  /** As issued. One that another program made: computed from the order, under that program's number. */
  readonly invoices: readonly Document[];
  /** All that were issued for these invoices so far. */
  readonly creditNotes: readonly Document[];
  /** Those of them that edits brought. */
  readonly editCreditNotes?: readonly Document[];
}

/**
 * The credit note of a refund: its lines and charges, or its amount alone, from what is left of the invoices. Nothing is ever credited
 * twice or beyond the invoice: not of a line, not of a rate, not of the total.
 */
export function draftRefundCredit(
  { order, refund, invoices, creditNotes, editCreditNotes = [] }: RefundToDraft,
  settings: MerchantSettings,
): Result<DraftDocument, CreditProblem> {
  if (invoices.length === 0) return failed(notInvoiced(order));
  const remaining = remainingOf(invoices, creditNotes);
  if (remaining.charged.minor <= 0n && decimal(refund.totalRefunded).eq(0)) {
    return failed(NOTHING_TO_CREDIT);
  }
  const isCancelled = order.cancelledAt !== null;
  const taken = takeRefunded(isCancelled ? invoicedIn(refund, remaining) : refund, remaining);
  if (!taken.ok) return taken;
  const takes = withinTreatments(taken.value, remaining);
  const uninvoiced = isCancelled
    ? moneyForUninvoiced(refund, { order, invoices, editCreditNotes, remaining })
    : zero(order.currency);
  const listed = add(zero(order.currency), ...takes.map(({ withVat }) => withVat));
  const refunded = subtract(inMoney(refund.totalRefunded, order), uninvoiced);
  const paidBack = aboveZero(subtract(refunded, overpaymentIn(refund, order)));
  // Where all the money was for what has no invoice, the shop kept what the invoiced lines cost.
  const isAllKept = refunded.minor === 0n && uninvoiced.minor > 0n;
  const kept = isAllKept ? listed : inMoney(refund.keptAmount, order);
  const unpaid = unpaidOf({ order, invoices, creditNotes, editCreditNotes });
  const credit = settleRefund(takes, { paidBack, kept, unpaid }, remaining);
  if (!credit.ok) return credit;
  const { reason, method, createdAt } = refund;
  const payment = { method, paidDate: dayIn(settings.timeZone, createdAt) };
  return ok(creditDocument(credit.value, { invoices, remaining, reason, payment }, settings));
}

const notInvoiced = ({ orderNumber }: NormalisedOrder): CreditProblem => ({
  code: "not-invoiced",
  message: `Order ${orderNumber} has no invoice yet, so there is nothing to credit.`,
});
