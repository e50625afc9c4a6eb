import type { Subscription, SubscriptionLine, UsageRecord } from "../billing/billing-types.ts";
import { findLine } from "../billing/pricing-of.ts";
import { gid } from "../ids.ts";
import { metafieldFields, type Node } from "../orders/node.ts";
import { metafieldsOf, type ShopState } from "../shop-state.ts";

/** What the app is to itself. */
export interface AppIdentity {
  readonly apiKey: string;
  readonly appName: string;
}

/** An `AppSubscription`. Its period end is null unless it is active. */
export function subscriptionNode(shop: ShopState, subscription: Subscription): Node {
  const { id, name, returnUrl, status, test, trialDays, createdAt } = subscription;
  const periodEnd = subscription.periodEnd ?? subscription.startsAt;
  return {
    __typename: "AppSubscription",
    id,
    name,
    returnUrl,
    status,
    test,
    trialDays,
    createdAt,
    currentPeriodEnd: status === "ACTIVE" ? periodEnd : null,
    lineItems: subscription.lineItems.map((line) => lineNode(shop, line)),
  };
}

export function usageRecordNode(shop: ShopState, record: UsageRecord): Node {
  const { lineId, ...fields } = record;
  return {
    __typename: "AppUsageRecord",
    ...fields,
    subscriptionLineItem: () => {
      const line = findLine(shop, lineId)?.line;
      return line === undefined ? null : lineNode(shop, line);
    },
  };
}

export function installationNode(shop: ShopState, app: AppIdentity): Node {
  const id = gid("AppInstallation", shop.profile.id);
  const all = shop.subscriptions.map((subscription) => subscriptionNode(shop, subscription));
  const active = all.filter(({ status }) => status === "ACTIVE");
  return {
    __typename: "AppInstallation",
    id,
    accessScopes: scopeNodes(shop.scopes),
    activeSubscriptions: active,
    subscriptions: active,
    allSubscriptions: all,
    credits: shop.credits,
    oneTimePurchases: shop.purchases.filter(({ status }) => status !== "PENDING"),
    launchUrl: `https://${shop.profile.domain}/admin/apps/${app.apiKey}`,
    app: () => appNode(shop, app),
    ...metafieldFields(id, metafieldsOf(shop)),
  };
}

export function appNode(shop: ShopState, app: AppIdentity): Node {
  return {
    id: gid("App", 1_234_567),
    apiKey: app.apiKey,
    handle: app.appName.toLowerCase(),
    title: app.appName,
    embedded: true,
    requestedAccessScopes: scopeNodes(shop.scopes),
    optionalAccessScopes: [],
    installation: () => installationNode(shop, app),
  };
}

/** What of billing `node(id)` finds. */
export function findBillingNode(shop: ShopState, id: string): Node | null {
  const subscription = shop.subscriptions.find((candidate) => candidate.id === id);
  if (subscription !== undefined) return subscriptionNode(shop, subscription);
  const record = shop.usageRecords.find((candidate) => candidate.id === id);
  if (record !== undefined) return usageRecordNode(shop, record);
  const other = [...shop.purchases, ...shop.credits].find((candidate) => candidate.id === id);
  return other === undefined ? null : { ...other };
}

function lineNode(shop: ShopState, line: SubscriptionLine): Node {
  return {
    ...line,
    usageRecords: line.usageRecords.map((record) => usageRecordNode(shop, record)),
  };
}

function scopeNodes(scopes: readonly string[]) {
  return scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") }));
}
