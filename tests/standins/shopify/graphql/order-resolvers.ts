import { gid, parseGid, type NextId } from "../ids.ts";
import { instant } from "../options.ts";
import type { OrderActions, OrderEdit } from "../order-actions.ts";
import { refundNode } from "../orders/money-back-nodes.ts";
import type { Node } from "../orders/node.ts";
import { orderNode } from "../orders/order-node.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import { outstanding } from "../orders/order-totals.ts";
import { orderCustomerNode } from "../orders/party-nodes.ts";
import { BUSINESS_ENTITY, shopNode } from "../shop-profile.ts";
import { findOrder, metafieldsOf, nodeContext, type ShopState } from "../shop-state.ts";
import {
  byIdSchema,
  byIdsSchema,
  inputByIdSchema,
  metafieldsSchema,
  ordersSchema,
  orderUpdateSchema,
  tagsSchema,
} from "./arguments.ts";
import { findBillingNode } from "./billing-nodes.ts";
import { keyedPage } from "./connection.ts";
import type { Arguments, RootResolver, RootResolvers } from "./executor.ts";
import { searchOrders, sortOrders } from "./order-search.ts";

export interface OrderResolverWorld {
  readonly actions: OrderActions;
  readonly nextId: NextId;
  readonly now: () => Date;
  /** Told of every search term that was ignored. */
  readonly reportIgnored: (term: string) => void;
}

/** The shop, its orders, and what an app may do to them. */
export function orderResolvers(world: OrderResolverWorld): RootResolvers {
  const tags = (change: (old: readonly string[], given: readonly string[]) => readonly string[]) =>
    ((shop, args) => {
      const { id, tags: given } = tagsSchema.parse(args);
      const outcome = editOrder(world, { shop, id }, (order) => ({
        tags: change(order.tags, given),
      }));
      return "order" in outcome ? { node: outcome.order, userErrors: [] } : outcome;
    }) satisfies RootResolver;
  return {
    shop: (shop) => shopNode(shop.profile, metafieldsOf(shop)),
    order: byId("Order"),
    refund: byId("Refund"),
    customer: byId("Customer"),
    node: byId(),
    nodes: (shop, args) => byIdsSchema.parse(args).ids.map((id) => findNode(shop, id)),
    orders: (shop, args) => ordersPage(shop, args, world),
    ordersCount: (shop, args) => {
      const { query } = ordersSchema.parse(args);
      const found = searchOrders(shop.orders, query ?? "", world.reportIgnored);
      return { count: found.length, precision: "EXACT" };
    },
    webhookSubscriptions: () => [],
    businessEntities: () => [BUSINESS_ENTITY],
    businessEntity: () => BUSINESS_ENTITY,
    orderMarkAsPaid: (shop, args) => markAsPaid(shop, args, world),
    orderUpdate: (shop, args) => updateOrder(shop, args, world),
    tagsAdd: tags((old, given) => [...new Set([...old, ...given])]),
    tagsRemove: tags((old, given) => old.filter((tag) => !given.includes(tag))),
    metafieldsSet: (shop, args) => setMetafields(shop, args, world),
  };
}

function byId(type?: string): RootResolver {
  return (shop, args) => {
    const { id } = byIdSchema.parse(args);
    return type === undefined || parseGid(id)?.[0] === type ? findNode(shop, id) : null;
  };
}

function ordersPage(shop: ShopState, args: Arguments, world: OrderResolverWorld): Node {
  const { query, sortKey, ...page } = ordersSchema.parse(args);
  const found = searchOrders(shop.orders, query ?? "", world.reportIgnored);
  const sorted = sortOrders(found, sortKey ?? "PROCESSED_AT", page.reverse === true);
  return keyedPage(
    sorted.map(({ order, key }) => ({
      id: order.id,
      key,
      node: () => orderNode(nodeContext(shop, order)),
    })),
    page,
  );
}

function findNode(shop: ShopState, reference: string): Node | null {
  const [type, id] = parseGid(reference) ?? [];
  if (type === "Shop") return shopNode(shop.profile, metafieldsOf(shop));
  for (const order of shop.orders) {
    const context = nodeContext(shop, order);
    if (type === "Order" && order.id === id) return orderNode(context);
    if (type === "Customer" && order.customer?.id === id) return orderCustomerNode(context);
    const refund = order.refunds.find((candidate) => candidate.id === id);
    if (type === "Refund" && refund !== undefined) return refundNode(context, refund);
  }
  return findBillingNode(shop, reference);
}

function markAsPaid(shop: ShopState, args: Arguments, { actions }: OrderResolverWorld) {
  const order = orderOf(shop, inputByIdSchema.parse(args).input.id);
  if (order === undefined) return missing();
  if (outstanding(order).presentment <= 0n || order.cancelledAt !== null)
    return { userErrors: [{ field: ["id"], message: "Order cannot be marked as paid." }] };
  actions.pay(shop, order);
  return { order: orderNode(nodeContext(shop, order)), userErrors: [] };
}

function updateOrder(shop: ShopState, args: Arguments, world: OrderResolverWorld) {
  const { id, ...edit } = orderUpdateSchema.parse(args).input;
  const { email } = edit;
  if (typeof email === "string" && email !== "" && !/^\S+@\S+\.\S+$/.test(email))
    return { userErrors: [{ field: ["email"], message: "Email is invalid" }] };
  return editOrder(world, { shop, id }, () => edit);
}

function editOrder(
  world: OrderResolverWorld,
  { shop, id }: { readonly shop: ShopState; readonly id: string },
  edit: (order: OrderRecord) => OrderEdit,
) {
  const order = orderOf(shop, id);
  if (order === undefined) return missing();
  world.actions.edit(shop, order, edit(order));
  return { order: orderNode(nodeContext(shop, order)), userErrors: [] };
}

function setMetafields(shop: ShopState, args: Arguments, world: OrderResolverWorld) {
  const { metafields: inputs } = metafieldsSchema.parse(args);
  if (inputs.length > 25)
    return {
      userErrors: [
        {
          field: ["metafields"],
          code: "LESS_THAN_OR_EQUAL_TO",
          message: "Exceeded the maximum metafields input limit of 25.",
        },
      ],
    };
  const at = instant(world.now());
  const metafields = inputs.map((input) => {
    const id = gid("Metafield", world.nextId());
    const node = { id, ...input, createdAt: at, updatedAt: at };
    shop.metafields.set(`${input.ownerId}|${input.namespace}|${input.key}`, node);
    return node;
  });
  return { metafields, userErrors: [] };
}

function orderOf(shop: ShopState, reference: string): OrderRecord | undefined {
  const [type, id] = parseGid(reference) ?? [];
  return type === "Order" && id !== undefined ? findOrder(shop, id) : undefined;
}

function missing() {
  return { userErrors: [{ field: ["id"], message: "Order does not exist" }] };
}
