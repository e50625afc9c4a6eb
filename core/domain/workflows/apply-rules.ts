import type { OrderEvent, Rule } from "#domain/merchant";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import type { Shop } from "./ports.ts";

/** How long a lost event is made up for. An older order that merely changes gets no document by itself. */
export const CATCH_UP_DAYS = 7;

/** What the rules look at. An order in a list knows it as well as a whole order does. */
export type OrderState = Pick<
  NormalisedOrder,
  "placedAt" | "isPaid" | "isFulfilled" | "cancelledAt"
>;

export interface Occasion {
  readonly shop: Shop;
  readonly order: OrderState;
  /** What the shop said happened; null when it only said that something changed. */
  readonly event: OrderEvent | null;
  /** Instant (ISO) `CATCH_UP_DAYS` ago. */
  readonly catchUpFrom: string;
}

/**
 * The rules that now ask for a document. Events get lost and come out of order, so for a recent order everything that has
 * happened counts, by the order's own state; for an older one, or one placed before the rule was made, only the event that
 * was just told.
 */
export function findDueRules(rules: readonly Rule[], occasion: Occasion): Rule[] {
  const { order } = occasion;
  return rules.filter(
    (rule) =>
      rule.isActive &&
      rule.kind !== "creditNote" && // made of refunds: see findDueRefunds
      eventsFor(rule, occasion).includes(rule.event) &&
      (order.cancelledAt === null || rule.event === "orderCancelled") &&
      (rule.when === "always" || order.isPaid === (rule.when === "paid")),
  );
}

function eventsFor(
  { activeSince = "" }: Rule,
  { shop, order, event, catchUpFrom }: Occasion,
): readonly OrderEvent[] {
  const isMadeUpFor = [shop.firstConnectedAt, catchUpFrom, activeSince].every((instant) =>
    isAfter(order.placedAt, instant),
  );
  if (isMadeUpFor) return eventsSoFar(order);
  return event === null ? [] : [event];
}

/**
 * The refunds whose credit note is now due, oldest first: recent ones, because their event may have been lost, and, when a refund
 * was just told, every one since the rule was made. A refund often comes long after its order.
 */
export function findDueRefunds(
  { activeSince = "" }: Rule,
  {
    shop,
    order,
    event,
    catchUpFrom,
  }: Omit<Occasion, "order"> & { readonly order: NormalisedOrder },
): readonly OrderRefund[] {
  const since = [shop.firstConnectedAt, activeSince];
  if (event !== "orderRefunded") since.push(catchUpFrom);
  return order.refunds
    .filter(({ createdAt }) => since.every((instant) => isAfter(createdAt, instant)))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
}

const eventsSoFar = (order: OrderState): OrderEvent[] => [
  "orderCreated",
  ...(order.isPaid ? (["orderPaid"] as const) : []),
  ...(order.isFulfilled ? (["orderFulfilled"] as const) : []),
  ...(order.cancelledAt === null ? [] : (["orderCancelled"] as const)),
];

/** Compares instants written as UTC ISO text by their digits; a fraction more or less does not matter here. */
export const isAfter = (instant: string, other: string): boolean =>
  instant.slice(0, 19) >= other.slice(0, 19);
