import type { NextId } from "./ids.ts";
import { instant } from "./options.ts";
import {
  expectPayment,
  fulfilOrder,
  payOrder,
  type Change,
  type Payment,
} from "./orders/change-order.ts";
import { editItems, exchangeItems, type Exchange, type ItemsEdit } from "./orders/edit-order.ts";
import type { OrderInput } from "./orders/order-input.ts";
import type { OrderRecord, RefundRecord } from "./orders/order-record.ts";
import { financialStatus, fulfillmentStatus, outstanding } from "./orders/order-totals.ts";
import {
  cancelOrder,
  refundOrder,
  wholeRefund,
  type RefundRequest,
} from "./orders/refund-order.ts";
import type { ShopState, ShopStore } from "./shop-state.ts";
import { editPayload, orderPayload, refundPayload } from "./webhooks/payloads.ts";
import type { Topic } from "./webhooks/topics.ts";

/** What a merchant, an app or a customer may write over. */
export type OrderEdit = {
  readonly [
    Field in
      "note" | "email" | "phone" | "poNumber" | "tags" | "customAttributes" | "shippingAddress"
  ]?: OrderRecord[Field] | undefined;
};

export interface PastOrder extends OrderInput {
  readonly shipped?: boolean;
}

export interface OrderActionsWorld {
  readonly shops: ShopStore;
  readonly nextId: NextId;
  readonly now: () => Date;
  readonly publish: (shop: ShopState, topic: Topic, payload: unknown) => void;
}

/** Everything that happens to orders, with the webhooks that Shopify sends for it. */
export class OrderActions {
  readonly #world: OrderActionsWorld;

  constructor(world: OrderActionsWorld) {
    this.#world = world;
  }

  create(shop: ShopState, input: OrderInput): OrderRecord {
    const order = this.#world.shops.addOrder(shop, input);
    this.#settle(order, input);
    this.#tell(shop, order, "orders/create");
    if (financialStatus(order) === "PAID") this.#tell(shop, order, "orders/paid");
    this.#tell(shop, order, "orders/updated");
    return order;
  }

  /** An older order: placed, perhaps paid and shipped, and nobody is told. */
  backfill(shop: ShopState, { shipped, ...input }: PastOrder): void {
    const order = this.#world.shops.addOrder(shop, input);
    this.#settle(order, input);
    if (shipped === true) fulfilOrder(order, { nextId: this.#world.nextId, now: order.createdAt });
  }

  pay(shop: ShopState, order: OrderRecord, payment: Payment = {}): void {
    const manual = order.gateway === "shopify_payments" ? "manual" : order.gateway;
    payOrder(order, this.#change(), { ...payment, gateway: payment.gateway ?? manual });
    if (outstanding(order).presentment <= 0n) this.#tell(shop, order, "orders/paid");
    this.#tell(shop, order, "orders/updated");
  }

  fulfil(shop: ShopState, order: OrderRecord, pieces?: Parameters<typeof fulfilOrder>[2]): void {
    fulfilOrder(order, this.#change(), pieces);
    if (fulfillmentStatus(order) === "FULFILLED") this.#tell(shop, order, "orders/fulfilled");
    this.#tell(shop, order, "orders/updated");
  }

  /** Without a request: everything. */
  refund(shop: ShopState, order: OrderRecord, request?: RefundRequest): RefundRecord {
    const refund = refundOrder(order, this.#change(), request ?? wholeRefund(order));
    return this.#tellRefund(shop, order, refund);
  }

  exchange(shop: ShopState, order: OrderRecord, exchange: Exchange): RefundRecord {
    return this.#tellRefund(shop, order, exchangeItems(order, this.#change(), exchange));
  }

  /** Changes what was ordered; `edit` only writes over what is known about it. */
  editItems(shop: ShopState, order: OrderRecord, edit: ItemsEdit): void {
    const outcome = editItems(order, this.#change(), edit);
    const payload = editPayload(order, { ...outcome, id: this.#world.nextId() });
    this.#world.publish(shop, "orders/edited", payload);
    this.#tell(shop, order, "orders/updated");
  }

  cancel(shop: ShopState, order: OrderRecord, reason = "CUSTOMER"): void {
    if (order.cancelledAt !== null) return;
    const refund = cancelOrder(order, this.#change(), reason);
    this.#world.publish(shop, "refunds/create", refundPayload(order, refund));
    this.#tell(shop, order, "orders/cancelled");
    this.#tell(shop, order, "orders/updated");
  }

  edit(shop: ShopState, order: OrderRecord, edit: OrderEdit): void {
    const { note, email, phone, poNumber, tags, customAttributes, shippingAddress } = edit;
    const given = { note, email, phone, poNumber, tags, customAttributes, shippingAddress };
    Object.assign(
      order,
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    );
    order.updatedAt = instant(this.#world.now());
    this.#tell(shop, order, "orders/updated");
  }

  #tellRefund(shop: ShopState, order: OrderRecord, refund: RefundRecord): RefundRecord {
    this.#world.publish(shop, "refunds/create", refundPayload(order, refund));
    this.#tell(shop, order, "orders/updated");
    return refund;
  }

  #settle(order: OrderRecord, input: OrderInput): void {
    const change = { nextId: this.#world.nextId, now: order.createdAt };
    expectPayment(order, change);
    if (input.paid === true) payOrder(order, change);
  }

  #change(): Change {
    return { nextId: this.#world.nextId, now: instant(this.#world.now()) };
  }

  #tell(shop: ShopState, order: OrderRecord, topic: Topic): void {
    this.#world.publish(shop, topic, orderPayload(order, shop.profile.domain));
  }
}
