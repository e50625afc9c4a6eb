import { decimal, decimalText, type Decimal } from "#domain/money";
import type { OrderRefund } from "#domain/order";
import type { WooOrder, WooRefund } from "./order-schema.ts";
import { plainText, withoutEntities } from "./plain-text.ts";
import { UnreadableOrder } from "./unreadable-order.ts";

/** Oldest first. `paidAmount` is what the buyer ever paid: more cannot have gone back. */
export function normaliseRefunds(order: WooOrder, paidAmount: Decimal): OrderRefund[] {
  let kept = paidAmount;
  return wholeRefunds(order)
    .toSorted(
      (a, b) => a.date_created_gmt.localeCompare(b.date_created_gmt) || Number(a.id) - Number(b.id),
    )
    .map((refund) => {
      const amount = decimal(refund.amount).abs();
      const returned = amount.lt(kept) ? amount : kept;
      kept = kept.minus(returned);
      return normaliseRefund(refund, returned, order);
    });
}

/** The order itself names its refunds and their amounts only; what they are of is in `refunds_full`. */
function wholeRefunds({ refunds, refunds_full: full }: WooOrder): readonly WooRefund[] {
  const missing = refunds.find(({ id }) => !full?.some((refund) => refund.id === id));
  if (missing === undefined) return full ?? [];
  throw new UnreadableOrder(
    "refunds_full",
    full === null || full === undefined
      ? `is missing: the order was refunded, and Docket needs its refunds as GET /wc/v3/orders/<id>/refunds?dp=6 gives them`
      : `lacks refund ${missing.id}, which the order names under refunds`,
  );
}

function normaliseRefund(refund: WooRefund, returned: Decimal, order: WooOrder): OrderRefund {
  const lines = refund.line_items.flatMap((item) => {
    const lineId = refundedItemOf(item);
    if (lineId === undefined) return [];
    const quantity = decimalText(decimal(item.quantity).abs());
    return [{ lineId, quantity, amountWithVat: amountOf(item) }];
  });
  const charges = [...refund.shipping_lines, ...refund.fee_lines].flatMap((item) => {
    const chargeId = refundedItemOf(item);
    return chargeId === undefined ? [] : [{ chargeId, amountWithVat: amountOf(item) }];
  });
  return {
    refundId: refund.id,
    createdAt: refund.date_created_gmt,
    reason: withoutEntities(refund.reason).trim(),
    lines: lines.filter(({ quantity, amountWithVat }) => quantity !== "0" || amountWithVat !== "0"),
    charges: charges.filter(({ amountWithVat }) => amountWithVat !== "0"),
    totalRefunded: decimalText(returned),
    keptAmount: "0", // WooCommerce has no word for it
    // The merchant gave it back some other way where the gateway did not.
    method: refund.refunded_payment === true ? plainText(order.payment_method_title) : "",
  };
}

type RefundedItem = Pick<WooRefund["fee_lines"][number], "total" | "total_tax" | "meta_data">;

/** The item of the order, which is there though its product is deleted. */
const refundedItemOf = ({ meta_data: metas }: RefundedItem): string | undefined =>
  metas.find(({ key }) => key === "_refunded_item_id")?.value;

/** Positive. Refunded tax is rounded where the shop rounds per line, as it was charged. */
const amountOf = ({ total, total_tax: tax }: RefundedItem): string =>
  decimalText(decimal(total).plus(tax).times(-1));
