import type { z } from "zod";
import { decimal, decimalText, sumOf, type Decimal } from "#domain/money";
import { normalisedOrderSchema, type NormalisedOrder } from "#domain/order";
import { failed, fieldOf, inPlainWords, ok, type Problem, type Result } from "#domain/result";
import { findTip, normaliseCharges, normaliseLine } from "./normalise-lines.ts";
import { MissingAmount, moneyReader, type MoneyReader } from "./money-reader.ts";
import { normaliseBuyer, normaliseDeliverTo } from "./normalise-buyer.ts";
import { shopifyOrderSchema, type ShopifyOrder } from "./order-schema.ts";

/**
 * An Admin GraphQL `Order` node in our shape: the order as it was charged, before any refund, in the currency the buyer
 * paid in. `timeZone` is the merchant's; it decides which calendar day an instant is. The problem names the field.
 */
export function normaliseShopifyOrder(
  node: unknown,
  timeZone: string,
): Result<NormalisedOrder, Problem<"order-unreadable">> {
  const source = shopifyOrderSchema.safeParse(node, { error: inPlainWords });
  if (!source.success) return unreadable(source.error);
  try {
    const order = normalisedOrderSchema.safeParse(normalise(source.data, timeZone), {
      error: inPlainWords,
    });
    return order.success ? ok(order.data) : unreadable(order.error);
  } catch (error) {
    if (!(error instanceof MissingAmount)) throw error;
    return failed({ code: "order-unreadable", field: error.field, message: error.message });
  }
}

function normalise(source: ShopifyOrder, timeZone: string): NormalisedOrder {
  const money = moneyReader(source);
  const order = withoutRefundsOfNothing(source, money);
  const read = { order, money };
  const tip = findTip(order, money);
  const cashRounding = money.has(order.totalCashRoundingAdjustment?.paymentSet)
    ? money.read(
        order.totalCashRoundingAdjustment?.paymentSet,
        "totalCashRoundingAdjustment.paymentSet",
      )
    : decimal("0");
  const total = totalBeforeRefunds(order, money).plus(cashRounding);
  const payments = paymentsOf(order, money, timeZone);
  const paidAmount = paidBeforeRefunds(order, money, { total, cashRounding });
  const dueAt = order.paymentTerms?.paymentSchedules[0]?.dueAt;
  return {
    platform: "shopify",
    orderId: order.id,
    orderNumber: order.name,
    placedAt: order.createdAt,
    orderDate: dateIn(timeZone, order.processedAt ?? order.createdAt),
    updatedAt: order.updatedAt ?? order.createdAt,
    cancelledAt: order.cancelledAt ?? null,
    currency: money.currency,
    locale: order.customerLocale ?? order.customer?.locale ?? null,
    pricesIncludeVat: order.taxesIncluded ?? false,
    buyer: normaliseBuyer(order),
    deliverTo: normaliseDeliverTo(order),
    buyerReference: order.poNumber,
    note: order.note,
    lines: order.lineItems.flatMap((item, index) =>
      item === tip ? [] : normaliseLine(item, index, read),
    ),
    charges: normaliseCharges(order, money, tip),
    total: decimalText(total),
    cashRounding: decimalText(cashRounding),
    payments,
    paidAmount: decimalText(paidAmount),
    isPaid: isPaidStatus(order) || paidAmount.gte(total),
    isFulfilled: order.displayFulfillmentStatus === "FULFILLED",
    dueDate: dueAt ? dateIn(timeZone, dueAt) : null,
    refunds: order.refunds.map((refund, index) => ({
      refundId: refund.id,
      createdAt: refund.createdAt ?? order.createdAt,
      lines: refund.refundLineItems.map(({ lineItem, quantity }) => ({
        lineId: lineItem.id,
        quantity: String(quantity),
      })),
      totalRefunded: decimalText(
        money.read(refund.totalRefundedSet, `refunds[${index}].totalRefundedSet`),
      ),
    })),
  };
}

/** Of an order that nothing was paid for, a refund gave no money back: it took pieces off, as an edit does. */
function withoutRefundsOfNothing(order: ShopifyOrder, money: MoneyReader): ShopifyOrder {
  const isOpen = !order.cancelledAt && !isPaidStatus(order);
  return isOpen && receivedMoney(order, money).eq(0) ? { ...order, refunds: [] } : order;
}

/** `currentTotalPriceSet` follows edits and refunds, `totalPriceSet` edits only, so a refunded order needs the latter. */
function totalBeforeRefunds(order: ShopifyOrder, money: MoneyReader): Decimal {
  const [first, second] =
    order.refunds.length > 0
      ? [order.totalPriceSet, order.currentTotalPriceSet]
      : [order.currentTotalPriceSet, order.totalPriceSet];
  return money.read(first ?? second, "totalPriceSet");
}

/** Paid in full by its status, or by the money that came in. */
export function isPaid(order: ShopifyOrder, money: MoneyReader): boolean {
  if (isPaidStatus(order)) return true;
  const total = totalBeforeRefunds(order, money);
  return receivedMoney(order, money).gte(total);
}

const isPaidStatus = ({ displayFinancialStatus }: ShopifyOrder): boolean =>
  ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"].includes(displayFinancialStatus ?? "");

const isReceived = ({ kind, status }: ShopifyOrder["transactions"][number]): boolean =>
  status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE");

/** Shopify's own sum, else that of the transactions. */
function receivedMoney(order: ShopifyOrder, money: MoneyReader): Decimal {
  if (money.has(order.totalReceivedSet))
    return money.read(order.totalReceivedSet, "totalReceivedSet");
  const received = order.transactions.filter(isReceived);
  return sumOf(received.map(({ amountSet }) => money.read(amountSet, "transactions.amountSet")));
}

/**
 * Money paid, before refunds: what was received, else what the status says. Shopify keeps the rounding of cash apart from
 * what was received, so a bill that was met in full was met in rounded cash.
 */
function paidBeforeRefunds(
  order: ShopifyOrder,
  money: MoneyReader,
  { total, cashRounding }: { readonly total: Decimal; readonly cashRounding: Decimal },
): Decimal {
  const isKnown = money.has(order.totalReceivedSet) || order.transactions.some(isReceived);
  if (!isKnown) return isPaidStatus(order) ? total : decimal("0");
  const received = receivedMoney(order, money);
  return received.plus(cashRounding).eq(total) ? total : received;
}

const paymentsOf = (
  order: ShopifyOrder,
  money: MoneyReader,
  timeZone: string,
): NormalisedOrder["payments"] =>
  order.transactions
    .filter(isReceived)
    .map(({ formattedGateway, gateway, amountSet, processedAt }, index) => ({
      method: formattedGateway || gateway,
      amount: decimalText(money.read(amountSet, `transactions[${index}].amountSet`)),
      paidDate: processedAt ? dateIn(timeZone, processedAt) : null,
    }));

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
const dateIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(instant));

function unreadable(error: z.ZodError) {
  const [issue] = error.issues;
  return failed({
    code: "order-unreadable",
    field: issue === undefined ? "" : fieldOf(issue),
    message: issue?.message ?? "cannot be read",
  } as const);
}
