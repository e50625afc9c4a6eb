import { findSubscriptionLine, numberOf, type Billing } from "../billing.ts";
import type { SubscriptionInput, UserError } from "../billing-types.ts";
import { gid } from "../ids.ts";
import { metafieldFields } from "../orders/node.ts";
import { metafieldsOf, type ShopState } from "../shop-state.ts";
import { capSchema, purchaseSchema, subscriptionSchema, usageSchema } from "./arguments.ts";
import type { Arguments, RootResolvers } from "./executor.ts";

/** The installation of the app, and the mutations of the Billing API. */
export function billingResolvers(
  billing: Billing,
  world: { readonly adminUrl: () => string; readonly apiKey: string; readonly appName: string },
): RootResolvers {
  const confirmationUrl = (shop: ShopState, id: string) => {
    const handle = shop.profile.domain.split(".")[0] ?? "";
    return `${world.adminUrl()}/store/${handle}/charges/${numberOf(id)}/confirm`;
  };
  return {
    currentAppInstallation: (shop) => installationNode(shop, world),
    appInstallation: (shop) => installationNode(shop, world),
    app: (shop) => appNode(shop, world),
    appSubscriptionCreate: (shop, args) => {
      const input = subscriptionSchema.parse(args);
      const problem = planProblem(input);
      if (problem !== undefined) return { userErrors: [problem] };
      const appSubscription = billing.request(shop, input);
      return {
        appSubscription,
        confirmationUrl: confirmationUrl(shop, appSubscription.id),
        userErrors: [],
      };
    },
    appSubscriptionCancel: (shop, args) => {
      const appSubscription = shop.subscriptions.find(({ id }) => id === args["id"]);
      if (appSubscription?.status !== "ACTIVE")
        return { userErrors: [notFound("id", "Couldn't find RecurringApplicationCharge")] };
      billing.cancel(shop, appSubscription);
      return { appSubscription, userErrors: [] };
    },
    appSubscriptionLineItemUpdate: (shop, args) => {
      const { id, cappedAmount } = capSchema.parse(args);
      const found = findSubscriptionLine(shop, id);
      if (found === undefined)
        return { userErrors: [notFound("id", "Couldn't find the line item")] };
      found.subscription.pendingCap = { line: found.line, cap: cappedAmount };
      return {
        appSubscription: found.subscription,
        confirmationUrl: confirmationUrl(shop, found.subscription.id),
        userErrors: [],
      };
    },
    appUsageRecordCreate: (shop, args) => recordUsage(billing, shop, args),
    appPurchaseOneTimeCreate: (shop, args) => {
      const appPurchaseOneTime = billing.requestPurchase(shop, purchaseSchema.parse(args));
      return {
        appPurchaseOneTime,
        confirmationUrl: confirmationUrl(shop, appPurchaseOneTime.id),
        userErrors: [],
      };
    },
  };
}

function recordUsage(billing: Billing, shop: ShopState, args: Arguments) {
  const { subscriptionLineItemId, ...usage } = usageSchema.parse(args);
  const found = findSubscriptionLine(shop, subscriptionLineItemId);
  if (found === undefined || found.subscription.status !== "ACTIVE")
    return {
      userErrors: [notFound("subscriptionLineItemId", "Subscription line item is not found")],
    };
  const outcome = billing.recordUsage(shop, { line: found.line, ...usage });
  return "message" in outcome
    ? { userErrors: [outcome] }
    : { appUsageRecord: outcome, userErrors: [] };
}

function installationNode(
  shop: ShopState,
  world: { readonly apiKey: string; readonly appName: string },
) {
  const id = gid("AppInstallation", shop.profile.id);
  const active = shop.subscriptions.filter(({ status }) => status === "ACTIVE");
  return {
    __typename: "AppInstallation",
    id,
    accessScopes: scopeNodes(shop.scopes),
    activeSubscriptions: active,
    subscriptions: active,
    allSubscriptions: shop.subscriptions,
    oneTimePurchases: shop.purchases.filter(({ status }) => status !== "PENDING"),
    launchUrl: `https://${shop.profile.domain}/admin/apps/${world.apiKey}`,
    app: () => appNode(shop, world),
    ...metafieldFields(id, metafieldsOf(shop)),
  };
}

function appNode(shop: ShopState, world: { readonly apiKey: string; readonly appName: string }) {
  return {
    id: gid("App", 1_234_567),
    apiKey: world.apiKey,
    handle: world.appName.toLowerCase(),
    title: world.appName,
    embedded: true,
    requestedAccessScopes: scopeNodes(shop.scopes),
    optionalAccessScopes: [],
    installation: () => installationNode(shop, world),
  };
}

function scopeNodes(scopes: readonly string[]) {
  return scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") }));
}

function planProblem(input: SubscriptionInput): UserError | undefined {
  if (input.lineItems.length === 0)
    return { field: ["lineItems"], message: "Line items must not be empty" };
  return input.name.trim() === "" ? { field: ["name"], message: "Name can't be blank" } : undefined;
}

function notFound(field: string, message: string): UserError {
  return { field: [field], message };
}
