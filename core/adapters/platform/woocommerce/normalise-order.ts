import { dayIn } from "#domain/calendar";
import type { z } from "zod";
import { decimal, decimalText, sumOf, type Decimal } from "#domain/money";
import { normalisedOrderSchema, type NormalisedOrder } from "#domain/order";
import { failed, fieldOf, inPlainWords, ok, type Problem, type Result } from "#domain/result";
import { isPaid } from "./is-paid.ts";
import {
  findBuyerReference,
  findPurchaseOrder,
  normaliseBuyer,
  normaliseDeliverTo,
} from "./normalise-buyer.ts";
import { normaliseItems } from "./normalise-items.ts";
import { normaliseRefunds } from "./normalise-refunds.ts";
import { wooOrderSchema, type WooOrder } from "./order-schema.ts";
import { plainText, withoutEntities } from "./plain-text.ts";
import { UnreadableOrder } from "./unreadable-order.ts";

/**
 * An order of WooCommerce's REST API v3 (`dp=6`, with `refunds_full`) in our shape: as it was charged, before any refund.
 * `timeZone` is the merchant's; it decides which calendar day an instant is. The problem names the field.
 */
export function normaliseWooOrder(
  json: unknown,
  timeZone: string,
): Result<NormalisedOrder, Problem<"order-unreadable">> {
  const source = wooOrderSchema.safeParse(json, { error: inPlainWords });
  if (!source.success) return unreadable(source.error);
  try {
    const order = normalisedOrderSchema.safeParse(normalise(source.data, timeZone), {
      error: inPlainWords,
    });
    return order.success ? ok(order.data) : unreadable(order.error);
  } catch (error) {
    if (!(error instanceof UnreadableOrder)) throw error;
    return failed({ code: "order-unreadable", field: error.field, message: error.message });
  }
}

function normalise(order: WooOrder, timeZone: string): NormalisedOrder {
  const byCards = sumOf(order.gift_cards.map(({ amount }) => decimal(amount)));
  const total = decimal(order.total).plus(byCards);
  const isPaidNow = isPaid(order);
  const paidAmount = isPaidNow ? total : byCards;
  const completedAt = order.date_completed_gmt;
  return {
    platform: "woocommerce",
    orderId: order.id,
    orderNumber: order.number,
    placedAt: order.date_created_gmt,
    orderDate: dayIn(timeZone, order.date_created_gmt),
    updatedAt: order.date_modified_gmt ?? order.date_created_gmt,
    cancelledAt:
      order.status === "cancelled" ? (order.date_modified_gmt ?? order.date_created_gmt) : null,
    currency: order.currency,
    locale: localeOf(order),
    exchange: null,
    pricesIncludeVat: order.prices_include_tax,
    buyer: normaliseBuyer(order),
    deliverTo: normaliseDeliverTo(order),
    deliveredDate: completedAt ? dayIn(timeZone, completedAt) : null,
    buyerReference: findBuyerReference(order),
    purchaseOrder: findPurchaseOrder(order),
    note: withoutEntities(order.customer_note),
    ...normaliseItems(order, total),
    total: decimalText(total),
    cashRounding: "0",
    payments: paymentsOf(order, byCards, timeZone),
    paidAmount: decimalText(paidAmount),
    isPaid: isPaidNow,
    isFulfilled: order.status === "completed",
    dueDate: null,
    refunds: normaliseRefunds(order, paidAmount),
  };
}

function paymentsOf(
  order: WooOrder,
  byCards: Decimal,
  timeZone: string,
): NormalisedOrder["payments"] {
  const { date_paid_gmt: paidAt, payment_method_title: title } = order;
  const paidDate = paidAt ? dayIn(timeZone, paidAt) : null;
  const money = isPaid(order) ? decimal(order.total) : decimal("0");
  return [
    { method: "Gift card", amount: decimalText(byCards), paidDate },
    { method: plainText(title) || order.payment_method, amount: decimalText(money), paidDate },
  ].filter(({ amount }) => amount !== "0");
}

/** WooCommerce keeps no language with an order; the plugins that translate a shop do. */
function localeOf(order: WooOrder): string | null {
  const kept = order.meta_data.find(({ key }) => key === "wpml_language" || key === "trp_language");
  return (order.lang || kept?.value || "").replace("_", "-") || null;
}

function unreadable(error: z.ZodError) {
  const [issue] = error.issues;
  return failed({
    code: "order-unreadable",
    field: issue === undefined ? "" : fieldOf(issue),
    message: issue?.message ?? "cannot be read",
  } as const);
}
