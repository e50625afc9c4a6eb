import { sumOf, type Decimal } from "#domain/money";
import type { MoneyReader } from "./money-reader.ts";
import type { ShopifyOrder } from "./order-schema.ts";

export const isPaidStatus = ({ displayFinancialStatus }: ShopifyOrder): boolean =>
  ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"].includes(displayFinancialStatus ?? "");

export const isReceived = ({ kind, status }: ShopifyOrder["transactions"][number]): boolean =>
  status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE");

/** Shopify's own sum, else that of the transactions. */
export function receivedMoney(order: ShopifyOrder, money: MoneyReader): Decimal {
  if (money.has(order.totalReceivedSet))
    return money.read(order.totalReceivedSet, "totalReceivedSet");
  const received = order.transactions.filter(isReceived);
  return sumOf(received.map(({ amountSet }) => money.read(amountSet, "transactions.amountSet")));
}

export const wasEverPaid = (order: ShopifyOrder, money: MoneyReader): boolean =>
  isPaidStatus(order) || !receivedMoney(order, money).eq(0);
