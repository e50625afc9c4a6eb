import { decimal, decimalText, sumOf, type Decimal } from "#domain/money";
import type { OrderRefund } from "#domain/order";
import { countRefund, type CountedRefund, type RefundReading } from "./count-refund.ts";
import { isReceived, wasEverPaid } from "./received-money.ts";

export interface ReadRefunds {
  /** What was taken back and given back, as the shop counted it. Refunds that come to nothing are left out. */
  readonly refunds: readonly OrderRefund[];
  /** Refunds that are none: before any money came they only took pieces off, as an edit does. */
  readonly editIds: readonly string[];
  /** What those pieces were worth, with VAT. */
  readonly editedOff: Decimal;
}

export function readRefunds(reading: RefundReading): ReadRefunds {
  const counted = reading.order.refunds.map((refund, index) => countRefund(refund, index, reading));
  joinPayouts(counted);
  const isEdit = ({ createdAt, money }: CountedRefund): boolean =>
    money.eq(0) && !wasMoneyReceived(reading, createdAt);
  const edits = counted.filter(isEdit);
  return {
    refunds: counted
      .filter((refund) => !isEdit(refund) && isSomething(refund))
      .map((refund) => ({
        refundId: refund.refundId,
        createdAt: refund.createdAt,
        reason: refund.reason,
        lines: refund.lines,
        charges: refund.charges,
        totalRefunded: decimalText(refund.money),
        keptAmount: decimalText(keptOf(refund)),
        method: refund.money.eq(0) ? "" : [...new Set(refund.methods)].join(", "),
      })),
    editIds: edits.map(({ refundId }) => refundId),
    editedOff: sumOf(edits.map(({ worth }) => worth ?? decimal("0"))),
  };
}

const isSomething = ({ lines, charges, money }: CountedRefund): boolean =>
  lines.length + charges.length > 0 || !money.eq(0);

/** Until an instant; ever, when the file does not date the payments. So a later payment makes no refund of an edit. */
function wasMoneyReceived({ order, money }: RefundReading, until: string): boolean {
  const payments = order.transactions.filter(isReceived);
  if (payments.length === 0) return wasEverPaid(order, money);
  return payments.some(
    ({ processedAt }) => !processedAt || Date.parse(processedAt) <= Date.parse(until),
  );
}

/**
 * An edit or a return may take lines off first and pay for them in a refund of its own later. Such money, which neither lines
 * nor a discrepancy explain, belongs to the refunds that still owed it: else it would be credited twice.
 */
function joinPayouts(refunds: readonly CountedRefund[]): void {
  for (const [index, refund] of refunds.entries()) {
    let unexplained = owedBy(refund).times(-1);
    for (const earlier of refunds.slice(0, index)) {
      const owed = owedBy(earlier);
      if (owed.lte(0) || unexplained.lte(0)) continue;
      const paid = owed.lt(unexplained) ? owed : unexplained;
      earlier.money = earlier.money.plus(paid);
      earlier.methods = [...earlier.methods, ...refund.methods];
      refund.money = refund.money.minus(paid);
      unexplained = unexplained.minus(paid);
    }
    if (refund.isArrival && refund.worth?.eq(0) === true) refund.money = decimal("0");
  }
}

/** Money under way is a discrepancy until it arrives, and is not kept. */
function keptOf({ worth, money, discrepancy }: CountedRefund): Decimal {
  const short = worth?.minus(money) ?? discrepancy;
  const kept = discrepancy.lt(short) ? discrepancy : short;
  return kept.gt(0) ? kept : decimal("0");
}

/** What the shop still had to give back after this refund; negative when it gave more than its own items explain. */
const owedBy = ({ worth, money, discrepancy }: CountedRefund): Decimal =>
  worth === null ? decimal("0") : worth.minus(money).minus(discrepancy);
