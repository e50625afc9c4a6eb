import { formatFixed } from "../orders/money.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import { financialStatus, fulfillmentStatus } from "../orders/order-totals.ts";
import { customerName } from "../orders/party-nodes.ts";
import { markup, type Markup } from "./html.ts";

const TONES: Readonly<Record<string, string>> = {
  PENDING: "attention",
  PARTIALLY_PAID: "attention",
  UNFULFILLED: "attention",
  PARTIALLY_FULFILLED: "attention",
};

/** "Payment pending", "Partially refunded": the enum in plain words. */
function statusBadge(status: string): Markup {
  const words =
    status === "PENDING" ? "payment pending" : status.replaceAll("_", " ").toLowerCase();
  const text = words.slice(0, 1).toUpperCase() + words.slice(1);
  return markup`<span class="badge ${TONES[status] ?? ""}" data-status="${status}">${text}</span>`;
}

export function paymentBadge(order: OrderRecord): Markup {
  return statusBadge(financialStatus(order));
}

export function fulfillmentBadge(order: OrderRecord): Markup {
  return statusBadge(fulfillmentStatus(order));
}

export function amountText(minor: bigint, currency: string): string {
  const decimals = formatFixed(minor < 0n ? -minor : minor, currency);
  const sign = minor < 0n ? "−" : "";
  const [whole = "", cents] = decimals.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const text = cents === undefined ? grouped : `${grouped}.${cents}`;
  const symbols: Record<string, string> = { EUR: "€", USD: "$", JPY: "¥" };
  return `${sign}${symbols[currency] ?? `${currency} `}${text}`;
}

export function dateText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(instant));
}

export function buyerText(order: OrderRecord): string {
  if (order.company !== null) return order.company.name;
  return order.customer === null ? "No customer" : customerName(order.customer);
}
