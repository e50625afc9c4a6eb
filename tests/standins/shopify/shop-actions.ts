import type { OrderReference, OrderWish, ShopActions } from "./contract.ts";
import type { OrderActions } from "./order-actions.ts";
import type { OrderInput } from "./orders/order-input.ts";
import { isOrderKindName, ORDER_KINDS } from "./orders/order-kinds.ts";
import type { OrderRecord } from "./orders/order-record.ts";
import { loadOrder, type ShopState, type ShopStore } from "./shop-state.ts";
import type { Webhooks } from "./webhooks/delivery.ts";

export function createShopActions(parts: {
  readonly shops: ShopStore;
  readonly actions: OrderActions;
  readonly webhooks: Webhooks;
}): ShopActions {
  const { shops, actions, webhooks } = parts;
  const change = (
    domain: string,
    reference: OrderReference,
    act: (shop: ShopState, order: OrderRecord) => void,
  ) => {
    const shop = shops.open(domain);
    const order = loadOrder(shop, reference);
    act(shop, order);
    return order;
  };
  return {
    createOrder: (domain, wish = {}) => actions.create(shops.open(domain), orderInput(wish)),
    payOrder: (domain, reference, payment) =>
      change(domain, reference, (shop, order) => actions.pay(shop, order, payment)),
    fulfilOrder: (domain, reference) =>
      change(domain, reference, (shop, order) => actions.fulfil(shop, order)),
    refundOrder: (domain, reference, request) => {
      const shop = shops.open(domain);
      return actions.refund(shop, loadOrder(shop, reference), request);
    },
    exchangeItems: (domain, reference, exchange) => {
      const shop = shops.open(domain);
      return actions.exchange(shop, loadOrder(shop, reference), exchange);
    },
    editItems: (domain, reference, edit) =>
      change(domain, reference, (shop, order) => actions.editItems(shop, order, edit)),
    cancelOrder: (domain, reference) =>
      change(domain, reference, (shop, order) => actions.cancel(shop, order)),
    editOrder: (domain, reference, edit) =>
      change(domain, reference, (shop, order) => actions.edit(shop, order, edit)),
    deliverWebhook: async (event, options) => {
      const delivery = webhooks.publish(event, options);
      await webhooks.settle();
      return delivery;
    },
  };
}

/** What is ordered: the wished kind ("plain" without one) with its overrides. */
export function orderInput({ kind = "plain", ...overrides }: OrderWish): OrderInput {
  if (!isOrderKindName(kind)) throw new Error(`no kind of order ${String(kind)}`);
  return { ...ORDER_KINDS[kind].order, ...overrides };
}
