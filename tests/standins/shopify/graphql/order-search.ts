import type { OrderRecord } from "../orders/order-record.ts";
import { currentTotal, financialStatus, fulfillmentStatus } from "../orders/order-totals.ts";
import { customerName } from "../orders/party-nodes.ts";

type Test = (order: OrderRecord) => boolean;

interface Term {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  readonly isNegated: boolean;
}

/**
 * The `query` of `orders`. Terms are joined by AND. A field that Shopify would know and the stand-in does not is
 * ignored, as Shopify ignores one it does not know, and reported.
 */
export function searchOrders(
  orders: readonly OrderRecord[],
  query: string,
  reportIgnored: (term: string) => void,
): readonly OrderRecord[] {
  const tests = termsOf(query).map((term) => testOf(term, reportIgnored));
  return orders.filter((order) => tests.every((test) => test(order)));
}

const SORT_KEYS: Record<string, (order: OrderRecord) => string | number> = {
  CREATED_AT: (order) => order.createdAt,
  UPDATED_AT: (order) => order.updatedAt,
  PROCESSED_AT: (order) => order.createdAt,
  ORDER_NUMBER: (order) => order.number,
  ID: (order) => order.id,
  TOTAL_PRICE: (order) => Number(order.priced.shop.total),
  CURRENT_TOTAL_PRICE: (order) => Number(currentTotal(order).shop),
  FINANCIAL_STATUS: financialStatus,
  FULFILLMENT_STATUS: fulfillmentStatus,
  CUSTOMER_NAME: (order) => (order.customer === null ? "" : customerName(order.customer)),
};

export interface SortedOrder {
  readonly order: OrderRecord;
  readonly key: string | number;
}

/** Sorted by the key, and by id where it is the same. Shopify's default key is PROCESSED_AT. */
export function sortOrders(
  orders: readonly OrderRecord[],
  sortKey: string,
  isReversed: boolean,
): readonly SortedOrder[] {
  const keyOf = SORT_KEYS[sortKey] ?? ((order: OrderRecord) => order.createdAt);
  const sorted = orders
    .map((order) => ({ order, key: keyOf(order) }))
    .toSorted((a, b) => {
      if (a.key === b.key) return a.order.id - b.order.id;
      return a.key < b.key ? -1 : 1;
    });
  return isReversed ? sorted.toReversed() : sorted;
}

function termsOf(query: string): Term[] {
  const pattern = /(-|NOT\s+)?(?:(\w+):)?(>=|<=|>|<)?(?:'([^']*)'|"([^"]*)"|([^\s'"()]+))/g;
  return [...query.matchAll(pattern)]
    .map(([, negation, field = "", operator = "=", single, double, bare]) => ({
      field,
      operator,
      value: single ?? double ?? bare ?? "",
      isNegated: negation !== undefined,
    }))
    .filter(({ field, value }) => field !== "" || value !== "AND");
}

function testOf(term: Term, reportIgnored: (term: string) => void): Test {
  const test = fieldTest(term);
  if (test === undefined) {
    reportIgnored(`${term.field}:${term.value}`);
    return () => true;
  }
  return (order) => test(order) !== term.isNegated;
}

function fieldTest({ field, operator, value }: Term): Test | undefined {
  const equals = (read: (order: OrderRecord) => string) => (order: OrderRecord) =>
    value.split(",").some((wanted) => read(order).toLowerCase() === wanted.toLowerCase());
  switch (field) {
    case "":
      return (order) => freeText(order).includes(value.toLowerCase());
    case "name":
      return (order) => order.name === value || String(order.number) === value;
    case "id":
      return (order) => compare(order.id, operator, Number(value.split("/").at(-1)));
    case "email":
      return equals((order) => order.email ?? "");
    case "financial_status":
      return equals(financialStatus);
    case "fulfillment_status":
      return fulfillmentTest(value.toLowerCase());
    case "status":
      return statusTest(value.toLowerCase());
    case "tag":
      return (order) => order.tags.some((tag) => tag.toLowerCase() === value.toLowerCase());
    case "created_at":
    case "processed_at":
      return (order) => compare(Date.parse(order.createdAt), operator, Date.parse(value));
    case "updated_at":
      return (order) => compare(Date.parse(order.updatedAt), operator, Date.parse(value));
    default:
      return undefined;
  }
}

/** Shopify's words here are not the enum's: "shipped" is fulfilled, "unshipped" is not at all. */
function fulfillmentTest(value: string): Test {
  const aliases: Record<string, string> = {
    shipped: "fulfilled",
    unshipped: "unfulfilled",
    partial: "partially_fulfilled",
  };
  return (order) => fulfillmentStatus(order).toLowerCase() === (aliases[value] ?? value);
}

function statusTest(value: string): Test {
  return (order) => {
    if (value === "open") return order.closedAt === null;
    if (value === "closed") return order.closedAt !== null && order.cancelledAt === null;
    if (value === "cancelled") return order.cancelledAt !== null;
    return true;
  };
}

function compare(left: number, operator: string, right: number): boolean {
  if (operator === ">=") return left >= right;
  if (operator === "<=") return left <= right;
  if (operator === ">") return left > right;
  if (operator === "<") return left < right;
  return left === right;
}

function freeText(order: OrderRecord): string {
  const customer = order.customer === null ? "" : customerName(order.customer);
  const titles = order.lines.map((line) => line.input.title);
  return [order.name, order.email ?? "", customer, ...order.tags, ...titles]
    .join(" ")
    .toLowerCase();
}
