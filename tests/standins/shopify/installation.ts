import type { Billing } from "./billing/billing.ts";
import type { OrderRecord } from "./orders/order-record.ts";
import type { ShopState } from "./shop-state.ts";
import {
  compliancePayload,
  scopesPayload,
  shopPayload,
  subscriptionPayload,
} from "./webhooks/app-payloads.ts";
import type { Delivery, Webhooks } from "./webhooks/delivery.ts";
import type { Topic } from "./webhooks/topics.ts";

/** What a merchant does with the app as a whole, and what Shopify asks of it by law. */
export class Installation {
  readonly #webhooks: Webhooks;
  readonly #billing: Billing;
  readonly #now: () => Date;

  constructor(world: {
    readonly webhooks: Webhooks;
    readonly billing: Billing;
    readonly now: () => Date;
  }) {
    this.#webhooks = world.webhooks;
    this.#billing = world.billing;
    this.#now = world.now;
  }

  /** Opening the app in the admin installs it, again too. */
  install(shop: ShopState): void {
    shop.installation = "installed";
  }

  /**
   * Takes every token away, ends the subscription, and tells the app. Developers report that Shopify ends the
   * subscription without app_subscriptions/update; with `isSubscriptionTold` it comes first all the same.
   */
  uninstall(
    shop: ShopState,
    options: { readonly isSubscriptionTold?: boolean | undefined } = {},
  ): Delivery | undefined {
    if (shop.installation !== "installed") return undefined;
    const ended = this.#billing.cancelSilently(shop);
    if (options.isSubscriptionTold === true)
      for (const subscription of ended)
        this.#send(
          shop,
          "app_subscriptions/update",
          subscriptionPayload(shop, subscription, this.#now()),
        );
    shop.tokens.clear();
    shop.refreshTokens.clear();
    shop.installation = "uninstalled";
    return this.#send(shop, "app/uninstalled", shopPayload(shop));
  }

  /** Ends all access tokens, as after an hour; the refresh tokens too, as after 90 days. */
  expireTokens(shop: ShopState, which: "access" | "all" = "access"): void {
    for (const [token, details] of shop.tokens)
      shop.tokens.set(token, { ...details, expiresAt: 0 });
    if (which === "all") shop.refreshTokens.clear();
  }

  changeScopes(shop: ShopState, scopes: readonly string[]): Delivery {
    const previous = shop.scopes;
    shop.scopes = scopes;
    const change = { previous, at: this.#now() };
    return this.#send(shop, "app/scopes_update", scopesPayload(shop, change));
  }

  /** customers/data_request, customers/redact or shop/redact; the customer is that of the order. */
  sendCompliance(shop: ShopState, topic: Topic, order?: OrderRecord): Delivery {
    return this.#send(shop, topic, compliancePayload(shop, topic, order));
  }

  #send(shop: ShopState, topic: Topic, payload: unknown): Delivery {
    return this.#webhooks.publish({ shop: shop.profile.domain, topic, payload });
  }
}
