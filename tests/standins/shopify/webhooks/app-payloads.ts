import type { Subscription } from "../billing/billing-types.ts";
import { minorOf } from "../billing/price.ts";
import { recurringOf, usageOf } from "../billing/pricing-of.ts";
import { gid } from "../ids.ts";
import { instant } from "../options.ts";
import { formatFixed } from "../orders/money.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import type { ShopState } from "../shop-state.ts";
import { offsetInstant } from "./offset-instant.ts";
import type { Topic } from "./topics.ts";

/** The body of app/uninstalled: the shop. */
export function shopPayload({ profile }: ShopState) {
  return {
    id: profile.id,
    name: profile.name,
    email: profile.contactEmail,
    domain: profile.domain,
    myshopify_domain: profile.domain,
    currency: profile.currencyCode,
    iana_timezone: profile.ianaTimezone,
    taxes_included: profile.taxesIncluded,
    plan_name: "basic",
    country_code: "BE",
  };
}

export function scopesPayload(
  shop: ShopState,
  change: { readonly previous: readonly string[]; readonly at: Date },
) {
  return {
    id: shop.profile.id,
    shop_id: gid("Shop", shop.profile.id),
    previous: change.previous,
    current: shop.scopes,
    updated_at: instant(change.at),
  };
}

/** The body of app_subscriptions/update: Shopify's own sample has these fields, in this order. */
export function subscriptionPayload(shop: ShopState, subscription: Subscription, at: Date) {
  const recurring = recurringOf(subscription);
  const usage = usageOf(subscription);
  const price = recurring?.price;
  return {
    app_subscription: {
      admin_graphql_api_id: subscription.id,
      name: subscription.name,
      status: subscription.status,
      admin_graphql_api_shop_id: gid("Shop", shop.profile.id),
      ...timesOf(shop, subscription, at),
      currency: price?.currencyCode ?? usage?.cappedAmount.currencyCode ?? "USD",
      capped_amount: usage?.cappedAmount.amount ?? null,
      price: price === undefined ? null : formatFixed(minorOf(price), price.currencyCode),
      interval: (recurring?.interval ?? "EVERY_30_DAYS").toLowerCase(),
      plan_handle: recurring?.planHandle ?? null,
    },
  };
}

/** The body of app_subscriptions/approaching_capped_amount. */
export function cappedAmountPayload(shop: ShopState, subscription: Subscription, at: Date) {
  const usage = usageOf(subscription);
  return {
    app_subscription: {
      admin_graphql_api_id: subscription.id,
      name: subscription.name,
      balance_used: Number(usage?.balanceUsed.amount ?? 0),
      capped_amount: usage?.cappedAmount.amount ?? null,
      currency_code: usage?.cappedAmount.currencyCode ?? "USD",
      admin_graphql_api_shop_id: gid("Shop", shop.profile.id),
      ...timesOf(shop, subscription, at),
    },
  };
}

function timesOf({ profile }: ShopState, { createdAt }: Subscription, at: Date) {
  return {
    created_at: offsetInstant(new Date(createdAt), profile.ianaTimezone),
    updated_at: offsetInstant(at, profile.ianaTimezone),
  };
}

/** The bodies of the compliance topics, as documented. The customer is that of the given order. */
export function compliancePayload(shop: ShopState, topic: Topic, order?: OrderRecord) {
  const about = { shop_id: shop.profile.id, shop_domain: shop.profile.domain };
  if (topic === "shop/redact") return about;
  const customer = {
    id: order?.customer?.id ?? 0,
    email: order?.customer?.email ?? null,
    phone: order?.customer?.phone ?? null,
  };
  const theirs = shop.orders
    .filter((candidate) => candidate.customer !== null && candidate.customer.id === customer.id)
    .map(({ id }) => id);
  return topic === "customers/redact"
    ? { ...about, customer, orders_to_redact: theirs }
    : {
        ...about,
        customer,
        orders_requested: theirs,
        data_request: { id: shop.profile.id % 9_999 },
      };
}
