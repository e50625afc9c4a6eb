import type { LoggedRequest } from "./api-routes.ts";
import type { AppPricing } from "./billing/billing-types.ts";
import type { Billing } from "./billing/billing.ts";
import type { Faults } from "./faults.ts";
import type { Installation } from "./installation.ts";
import type { OAuth } from "./oauth.ts";
import type { Settings } from "./options.ts";
import type { OrderActions, OrderEdit } from "./order-actions.ts";
import type { Payment } from "./orders/change-order.ts";
import type { Exchange, ItemsEdit } from "./orders/edit-order.ts";
import type { OrderInput } from "./orders/order-input.ts";
import type { OrderKindName } from "./orders/order-kinds.ts";
import type { OrderRecord, RefundRecord } from "./orders/order-record.ts";
import type { RefundRequest } from "./orders/refund-order.ts";
import type { ShopState, ShopStore } from "./shop-state.ts";
import type { Delivery, SendOptions, Webhooks } from "./webhooks/delivery.ts";
import type { Topic } from "./webhooks/topics.ts";

/** An order's numeric id, gid or name ("#1001"). */
export type OrderReference = string | number;

/** A kind of order, with anything about it overridden; or, with `lines`, an order of one's own. */
export interface OrderWish extends Partial<OrderInput> {
  readonly kind?: OrderKindName;
}

/** What people do in a shop's admin, by the shop's domain. Each sends the webhooks that Shopify sends. */
export interface ShopActions {
  readonly createOrder: (shop: string, wish?: OrderWish) => OrderRecord;
  readonly payOrder: (shop: string, order: OrderReference, payment?: Payment) => OrderRecord;
  readonly fulfilOrder: (shop: string, order: OrderReference) => OrderRecord;
  /** Without a request: everything that is left. */
  readonly refundOrder: (
    shop: string,
    order: OrderReference,
    request?: RefundRequest,
  ) => RefundRecord;
  readonly exchangeItems: (shop: string, order: OrderReference, exchange: Exchange) => RefundRecord;
  readonly editItems: (shop: string, order: OrderReference, edit: ItemsEdit) => OrderRecord;
  readonly cancelOrder: (shop: string, order: OrderReference) => OrderRecord;
  readonly editOrder: (shop: string, order: OrderReference, edit: OrderEdit) => OrderRecord;
  /** Sends one webhook, whatever happened, and waits until no delivery is under way. */
  readonly deliverWebhook: (
    event: { readonly shop: string; readonly topic: Topic; readonly payload: unknown },
    options?: SendOptions,
  ) => Promise<Delivery>;
}

/** The stand-in, wired and not yet listening. Every part is open to tests. */
export interface Standin extends ShopActions {
  readonly settings: Settings;
  readonly shops: ShopStore;
  readonly oauth: OAuth;
  readonly actions: OrderActions;
  readonly installation: Installation;
  readonly billing: Billing;
  /** Empty unless a test puts plans in: the Billing API is open. */
  readonly appPricing: AppPricing;
  readonly webhooks: Webhooks;
  readonly faults: Faults;
  readonly log: LoggedRequest[];
  readonly ignoredSearchTerms: string[];
  readonly adminUrl: string;
  readonly appUrl: string;
  /** The state of a shop; the shop comes into being when it is first asked for. */
  readonly shop: (domain: string) => ShopState;
  readonly idToken: OAuth["idToken"];
  readonly listen: () => Promise<void>;
  readonly close: () => Promise<void>;
}
