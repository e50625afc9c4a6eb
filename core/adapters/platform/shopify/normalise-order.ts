import type { z } from "zod";
import { decimal, decimalText, sumOf, type Decimal } from "#domain/money";
import { normalisedOrderSchema, type NormalisedOrder } from "#domain/order";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { isTip, normaliseCharges, normaliseLine } from "./normalise-lines.ts";
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
  const source = shopifyOrderSchema.safeParse(node);
  if (!source.success) return unreadable(source.error);
  try {
    const order = normalisedOrderSchema.safeParse(normalise(source.data, timeZone));
    return order.success ? ok(order.data) : unreadable(order.error);
  } catch (error) {
    if (!(error instanceof MissingAmount)) throw error;
    return failed({ code: "order-unreadable", field: error.field, message: error.message });
  }
}

function normalise(order: ShopifyOrder, timeZone: string): NormalisedOrder {
  const money = moneyReader(order);
  const read = { order, money };
  const cashRounding = money.has(order.totalCashRoundingAdjustment?.paymentSet)
    ? money.read(
        order.totalCashRoundingAdjustment?.paymentSet,
        "totalCashRoundingAdjustment.paymentSet",
      )
    : decimal("0");
  const total = totalBeforeRefunds(order, money).plus(cashRounding);
  const payments = paymentsOf(order, money, timeZone);
  const paidAmount = paidBeforeRefunds({ order, money, total });
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
      isTip(item, order, money) ? [] : normaliseLine(item, index, read),
    ),
    charges: normaliseCharges(order, money),
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

/** `currentTotalPriceSet` follows edits and refunds, `totalPriceSet` edits only, so a refunded order needs the latter. */
function totalBeforeRefunds(order: ShopifyOrder, money: MoneyReader): Decimal {
  const [first, second] =
    order.refunds.length > 0
      ? [order.totalPriceSet, order.currentTotalPriceSet]
      : [order.currentTotalPriceSet, order.totalPriceSet];
  return money.read(first ?? second, "totalPriceSet");
}

const isPaidStatus = ({ displayFinancialStatus }: ShopifyOrder): boolean =>
  ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"].includes(displayFinancialStatus ?? "");

const isReceived = ({ kind, status }: ShopifyOrder["transactions"][number]): boolean =>
  status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE");

/** Money received, before refunds: Shopify's own sum, else the transactions, else what the status says. */
function paidBeforeRefunds({
  order,
  money,
  total,
}: {
  order: ShopifyOrder;
  money: MoneyReader;
  total: Decimal;
}): Decimal {
  if (money.has(order.totalReceivedSet))
    return money.read(order.totalReceivedSet, "totalReceivedSet");
  const received = order.transactions.filter(isReceived);
  if (received.length > 0)
    return sumOf(received.map(({ amountSet }) => money.read(amountSet, "transactions.amountSet")));
  return isPaidStatus(order) ? total : decimal("0");
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
  const path = (issue?.path ?? []).reduce<string>(
    (text, key) =>
      typeof key === "number"
        ? `${text}[${key}]`
        : text === ""
          ? String(key)
          : `${text}.${String(key)}`,
    "",
  );
  return failed({
    code: "order-unreadable",
    field: path,
    message: issue?.message ?? "cannot be read",
  } as const);
}
