import { moneyBag, type Bag } from "./money.ts";
import type { OrderRecord } from "./order-record.ts";

/**
 * A GraphQL object before the query picks from it. A function is called with the field's arguments; an array
 * under a connection field is paged.
 */
export type Node = Readonly<Record<string, unknown>>;

/** A field that wants its arguments, or that is only built when a query reaches it. */
export function isCallable(
  value: unknown,
): value is (args: Readonly<Record<string, unknown>>) => unknown {
  return typeof value === "function";
}

export interface Metafields {
  readonly find: (ownerId: string, namespace: string, key: string) => Node | undefined;
  readonly list: (ownerId: string) => readonly Node[];
}

/** What nodes of an order need beside the order itself. */
export interface NodeContext {
  readonly order: OrderRecord;
  readonly metafields: Metafields;
  readonly shopDomain: string;
  /** The order's own node, for what points back at it. */
  readonly whole: () => Node;
}

export function bagNode(order: OrderRecord, bag: Bag): Node {
  return moneyBag(bag, order.currencies);
}

/** `metafield` and `metafields` of anything that has them. Without a namespace: the app's own. */
export function metafieldFields(ownerId: string, metafields: Metafields): Node {
  return {
    metafield: ({ namespace, key }: { namespace?: string; key: string }) =>
      metafields.find(ownerId, namespace ?? "$app", key) ?? null,
    metafields: metafields.list(ownerId),
  };
}
