import type { NextId } from "./ids.ts";
import { gid } from "./ids.ts";
import { instant } from "./options.ts";
import { CostBucket } from "./graphql/cost-bucket.ts";
import type { Metafields, Node, NodeContext } from "./orders/node.ts";
import type { OrderInput } from "./orders/order-input.ts";
import { orderNode } from "./orders/order-node.ts";
import type { CustomerRecord, OrderRecord } from "./orders/order-record.ts";
import { placeOrder } from "./orders/place-order.ts";
import { defaultProfile, type ShopProfile } from "./shop-profile.ts";
import type {
  Credit,
  OneTimePurchase,
  Subscription,
  UsageRecord,
} from "./billing/billing-types.ts";

export interface AccessToken {
  readonly expiresAt: number;
  readonly isOnline: boolean;
}

/** Everything the stand-in knows of one shop. Plain data: tests may look inside. */
export interface ShopState {
  readonly profile: ShopProfile;
  readonly orders: OrderRecord[];
  readonly tokens: Map<string, AccessToken>;
  /** Refresh token → when it ends. One that was used is gone. */
  readonly refreshTokens: Map<string, number>;
  readonly metafields: Map<string, Node>;
  readonly subscriptions: Subscription[];
  readonly purchases: OneTimePurchase[];
  readonly usageRecords: UsageRecord[];
  readonly credits: Credit[];
  readonly bucket: CostBucket;
  /** Shopify closed the shop because it does not pay: the Admin API answers 402. */
  isClosed: boolean;
  installation: "never" | "installed" | "uninstalled";
  scopes: readonly string[];
}

export interface ShopStoreOptions {
  readonly scopes: readonly string[];
  readonly nextId: NextId;
  readonly now: () => Date;
  /** Gives a new shop the orders it starts with. */
  readonly seed: (shop: ShopState) => void;
}

/** The shops of the stand-in. A shop comes into being when its domain is first used. */
export class ShopStore {
  readonly #shops = new Map<string, ShopState>();
  readonly #options: ShopStoreOptions;

  constructor(options: ShopStoreOptions) {
    this.#options = options;
  }

  open(domain: string): ShopState {
    const known = this.#shops.get(domain);
    if (known !== undefined) return known;
    const shop: ShopState = {
      profile: defaultProfile(domain),
      orders: [],
      tokens: new Map(),
      refreshTokens: new Map(),
      metafields: new Map(),
      subscriptions: [],
      purchases: [],
      usageRecords: [],
      credits: [],
      isClosed: false,
      bucket: new CostBucket(() => this.#options.now().getTime()),
      installation: "never",
      scopes: this.#options.scopes,
    };
    this.#shops.set(domain, shop);
    this.#options.seed(shop);
    return shop;
  }

  domains(): string[] {
    return [...this.#shops.keys()];
  }

  addOrder(shop: ShopState, input: OrderInput): OrderRecord {
    const order = placeOrder(input, {
      nextId: this.#options.nextId,
      number: 1001 + shop.orders.length,
      now: instant(this.#options.now()),
      currencyCode: shop.profile.currencyCode,
      taxesIncluded: shop.profile.taxesIncluded,
      knownCustomer: (email) => findCustomerByEmail(shop, email),
    });
    shop.orders.push(order);
    return order;
  }
}

export function findOrder(shop: ShopState, id: number): OrderRecord | undefined {
  return shop.orders.find((order) => order.id === id);
}

/** An order that must exist: by numeric id, gid or name ("#1001"). */
export function loadOrder(shop: ShopState, reference: string | number): OrderRecord {
  const text = String(reference);
  const order = shop.orders.find(
    ({ id, name }) => String(id) === text || gid("Order", id) === text || name === text,
  );
  if (order === undefined) throw new Error(`${shop.profile.domain} has no order ${text}`);
  return order;
}

export function metafieldsOf(shop: ShopState): Metafields {
  return {
    find: (ownerId, namespace, key) => shop.metafields.get(`${ownerId}|${namespace}|${key}`),
    list: (ownerId) =>
      [...shop.metafields].filter(([key]) => key.startsWith(`${ownerId}|`)).map(([, node]) => node),
  };
}

export function nodeContext(shop: ShopState, order: OrderRecord): NodeContext {
  const context: NodeContext = {
    order,
    metafields: metafieldsOf(shop),
    shopDomain: shop.profile.domain,
    whole: () => orderNode(context),
  };
  return context;
}

function findCustomerByEmail(shop: ShopState, email: string | null): CustomerRecord | undefined {
  if (email === null) return undefined;
  return shop.orders.find(({ customer }) => customer?.email === email)?.customer ?? undefined;
}
