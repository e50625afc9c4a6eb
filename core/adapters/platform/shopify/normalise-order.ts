import { dayIn } from "#domain/calendar";
import type { z } from "zod";
import { decimal, decimalText, type Decimal } from "#domain/money";
import { normalisedOrderSchema, type NormalisedOrder } from "#domain/order";
import { failed, fieldOf, inPlainWords, ok, type Problem, type Result } from "#domain/result";
import { findTip, normaliseCharges, normaliseLine } from "./normalise-lines.ts";
import { MissingAmount, moneyReader, type MoneyReader } from "./money-reader.ts";
import { findBuyerReference, normaliseBuyer, normaliseDeliverTo } from "./normalise-buyer.ts";
import { readRefunds, type ReadRefunds } from "./normalise-refunds.ts";
import { shopifyOrderSchema, type ShopifyOrder } from "./order-schema.ts";
import { isPaidStatus, isReceived, receivedMoney, wasEverPaid } from "./received-money.ts";

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
  const tip = findTip(source, money);
  const charges = normaliseCharges(source, money, tip);
  const read = readRefunds({ order: source, money, charges });
  const { editIds, editedOff } = isCancelledUnpaid(source, money) ? NO_EDITS : read;
  const order = { ...source, refunds: source.refunds.filter(({ id }) => !editIds.includes(id)) };
  const cashRounding = money.has(order.totalCashRoundingAdjustment?.paymentSet)
    ? money.read(
        order.totalCashRoundingAdjustment?.paymentSet,
        "totalCashRoundingAdjustment.paymentSet",
      )
    : decimal("0");
  const total = totalBeforeRefunds(order, editedOff, money).plus(cashRounding);
  const payments = paymentsOf(order, money, timeZone);
  const paidAmount = paidBeforeRefunds(order, money, { total, cashRounding });
  const dueAt = order.paymentTerms?.paymentSchedules[0]?.dueAt;
  return {
    platform: "shopify",
    orderId: order.id,
    orderNumber: order.name,
    placedAt: order.createdAt,
    orderDate: dayIn(timeZone, order.processedAt ?? order.createdAt),
    updatedAt: order.updatedAt ?? order.createdAt,
    cancelledAt: order.cancelledAt ?? null,
    currency: money.currency,
    locale: order.customerLocale ?? order.customer?.locale ?? null,
    exchange: money.exchange(order.totalPriceSet),
    pricesIncludeVat: order.taxesIncluded ?? false,
    buyer: normaliseBuyer(order),
    deliverTo: normaliseDeliverTo(order),
    deliveredDate: deliveredDateOf(order, timeZone),
    buyerReference: findBuyerReference(order),
    purchaseOrder: order.poNumber.trim(),
    note: order.note,
    lines: order.lineItems.flatMap((item, index) =>
      item === tip ? [] : normaliseLine(item, index, { order, money }),
    ),
    charges,
    total: decimalText(total),
    cashRounding: decimalText(cashRounding),
    payments,
    paidAmount: decimalText(paidAmount),
    isPaid: isPaidStatus(order) || paidAmount.gte(total),
    isFulfilled: order.displayFulfillmentStatus === "FULFILLED",
    dueDate: dueAt ? dayIn(timeZone, dueAt) : null,
    refunds: read.refunds,
  };
}

/** Its lines stay as they were ordered: the cancellation says that nothing is owed any more. */
const isCancelledUnpaid = (order: ShopifyOrder, money: MoneyReader): boolean =>
  Boolean(order.cancelledAt) && !wasEverPaid(order, money);

const NO_EDITS: Omit<ReadRefunds, "refunds"> = { editIds: [], editedOff: decimal("0") };

/** `currentTotalPriceSet` follows edits and refunds; `totalPriceSet` neither, but for what an edit added. */
function totalBeforeRefunds(order: ShopifyOrder, editedOff: Decimal, money: MoneyReader): Decimal {
  const { totalPriceSet, currentTotalPriceSet } = order;
  if (order.refunds.length === 0)
    return money.read(currentTotalPriceSet ?? totalPriceSet, "totalPriceSet");
  return money.read(totalPriceSet ?? currentTotalPriceSet, "totalPriceSet").minus(editedOff);
}

/** Paid in full by its status, or by the money that came in. */
export function isPaid(order: ShopifyOrder, money: MoneyReader): boolean {
  if (isPaidStatus(order)) return true;
  const total = totalBeforeRefunds(order, decimal("0"), money);
  return receivedMoney(order, money).gte(total);
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
      paidDate: processedAt ? dayIn(timeZone, processedAt) : null,
    }));

/** When the last parcel so far was delivered, or else left (BT-72); a cancelled or failed one never did. */
function deliveredDateOf(order: ShopifyOrder, timeZone: string): string | null {
  const instants = order.fulfillments
    .filter(({ status }) => !["CANCELLED", "ERROR", "FAILURE"].includes(status))
    .map(({ deliveredAt, createdAt }) => deliveredAt ?? createdAt)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const last = instants.at(-1);
  return last === undefined ? null : dayIn(timeZone, last);
}

function unreadable(error: z.ZodError) {
  const [issue] = error.issues;
  return failed({
    code: "order-unreadable",
    field: issue === undefined ? "" : fieldOf(issue),
    message: issue?.message ?? "cannot be read",
  } as const);
}
