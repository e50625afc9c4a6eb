import type { Billing } from "../billing/billing.ts";
import { inputProblems, MANAGED_PRICING_ERROR } from "../billing/input-problems.ts";
import { minorOf } from "../billing/price.ts";
import { findLine, numberOf } from "../billing/pricing-of.ts";
import type { AppPricing, Subscription, UserError } from "../billing/billing-types.ts";
import type { ShopState } from "../shop-state.ts";
import {
  cancellationSchema,
  capSchema,
  extensionSchema,
  purchaseSchema,
  subscriptionSchema,
  usageSchema,
} from "./arguments.ts";
import { appNode, installationNode, subscriptionNode, usageRecordNode } from "./billing-nodes.ts";
import type { Arguments, RootResolvers } from "./executor.ts";

interface BillingResolverWorld {
  readonly billing: Billing;
  readonly appPricing: AppPricing;
  readonly adminUrl: () => string;
  readonly apiKey: string;
  readonly appName: string;
}

/** The installation of the app, and the mutations of the Billing API. */
export function billingResolvers(world: BillingResolverWorld): RootResolvers {
  const { billing } = world;
  return {
    currentAppInstallation: (shop) => installationNode(shop, world),
    appInstallation: (shop) => installationNode(shop, world),
    app: (shop) => appNode(shop, world),
    shopBillingPreferences: (shop) => ({ currency: shop.profile.billingCurrency }),
    appSubscriptionCreate: (shop, args) => createSubscription(shop, args, world),
    appSubscriptionCancel: (shop, args) => cancelSubscription(shop, args, billing),
    appSubscriptionTrialExtend: (shop, args) => extendTrial(shop, args, billing),
    appSubscriptionLineItemUpdate: (shop, args) => updateCap(shop, args, world),
    appUsageRecordCreate: (shop, args) => {
      const outcome = billing.recordUsage(shop, usageSchema.parse(args));
      return "message" in outcome
        ? refused(outcome)
        : { appUsageRecord: usageRecordNode(shop, outcome), userErrors: [] };
    },
    appPurchaseOneTimeCreate: (shop, args) => {
      if (world.appPricing.plans.length > 0) return refused(MANAGED_PRICING_ERROR);
      const appPurchaseOneTime = billing.requestPurchase(shop, purchaseSchema.parse(args));
      return {
        appPurchaseOneTime,
        confirmationUrl: confirmationUrl(world, shop, appPurchaseOneTime.id),
        userErrors: [],
      };
    },
  };
}

function createSubscription(shop: ShopState, args: Arguments, world: BillingResolverWorld) {
  const input = subscriptionSchema.parse(args);
  if (world.appPricing.plans.length > 0) return refused(MANAGED_PRICING_ERROR);
  const problems = inputProblems(input, [...new Set(["USD", shop.profile.billingCurrency])]);
  if (problems.length > 0) return refused(...problems);
  const subscription = world.billing.request(shop, input);
  return {
    appSubscription: subscriptionNode(shop, subscription),
    confirmationUrl: confirmationUrl(world, shop, subscription.id),
    userErrors: [],
  };
}

function cancelSubscription(shop: ShopState, args: Arguments, billing: Billing) {
  const { id, prorate } = cancellationSchema.parse(args);
  const subscription = findSubscription(shop, id);
  if (subscription === undefined)
    return refused({ field: ["id"], message: "Couldn't find RecurringApplicationCharge" });
  if (subscription.status !== "ACTIVE" && subscription.status !== "PENDING") {
    const from = subscription.status.toLowerCase();
    return refused({
      field: ["id"],
      message: `Cannot transition status via :cancel from :${from}`,
    });
  }
  billing.cancel(shop, subscription, { prorate });
  return { appSubscription: subscriptionNode(shop, subscription), userErrors: [] };
}

function extendTrial(shop: ShopState, args: Arguments, billing: Billing) {
  const { id, days } = extensionSchema.parse(args);
  const subscription = findSubscription(shop, id);
  const refusal = (message: string, code: string) => refused({ field: ["id"], message, code });
  if (days <= 0) return refused({ field: ["days"], message: "Days must be greater than 0" });
  if (days > 1_000)
    return refused({ field: ["days"], message: "Days must be less than or equal to 1000" });
  if (subscription === undefined)
    return refusal("The app subscription wasn't found.", "SUBSCRIPTION_NOT_FOUND");
  if (subscription.status !== "ACTIVE")
    return refusal(
      "The trial can't be extended on inactive app subscriptions.",
      "SUBSCRIPTION_NOT_ACTIVE",
    );
  if (!billing.isInTrial(subscription))
    return refusal("The trial can't be extended after expiration.", "TRIAL_NOT_ACTIVE");
  billing.extendTrial(shop, subscription, days);
  return { appSubscription: subscriptionNode(shop, subscription), userErrors: [] };
}

function updateCap(shop: ShopState, args: Arguments, world: BillingResolverWorld) {
  const { id, cappedAmount } = capSchema.parse(args);
  const found = findLine(shop, id);
  if (found === undefined) return refused({ field: ["id"], message: "Invalid id" });
  const pricing = found.line.plan.pricingDetails;
  if (!("cappedAmount" in pricing) || found.subscription.status !== "ACTIVE")
    return refused({ field: null, message: "Only variable subscriptions can be updated." });
  const { currencyCode } = pricing.cappedAmount;
  if (cappedAmount.currencyCode !== currencyCode)
    return refused({ field: null, message: `Currency code must be ${currencyCode}` });
  if (minorOf(cappedAmount) <= minorOf(pricing.cappedAmount))
    return refused({
      field: ["cappedAmount"],
      message:
        "Spending limit can only be increased. Please contact the app developer to decrease spending limit.",
    });
  found.subscription.pendingCap = { lineId: found.line.id, cap: cappedAmount };
  return {
    appSubscription: subscriptionNode(shop, found.subscription),
    confirmationUrl: confirmationUrl(world, shop, found.subscription.id),
    userErrors: [],
  };
}

function findSubscription(shop: ShopState, id: string): Subscription | undefined {
  return shop.subscriptions.find((candidate) => candidate.id === id);
}

function confirmationUrl(world: BillingResolverWorld, shop: ShopState, id: string): string {
  const handle = shop.profile.domain.split(".")[0] ?? "";
  return `${world.adminUrl()}/store/${handle}/charges/${numberOf(id)}/confirm`;
}

function refused(...userErrors: readonly UserError[]) {
  return { userErrors };
}
