import type { ShopState } from "../shop-state.ts";
import type { Price, UsagePricing, UsageRecord, UserError } from "./billing-types.ts";
import { findLine } from "./pricing-of.ts";
import { minorOf, priceOf } from "./price.ts";

export interface UsageInput {
  readonly subscriptionLineItemId: string;
  readonly price: Price;
  readonly description: string;
  readonly idempotencyKey: string | null;
}

const KEY_LENGTH = 255;
/** https://shopify.dev: APP_SUBSCRIPTIONS_APPROACHING_CAPPED_AMOUNT, "crosses 90% of the capped amount". */
const APPROACHING_PERCENT = 90n;

/** Why a charge on a usage line is refused; undefined when it may be made. */
export function usageProblem(shop: ShopState, input: UsageInput): UserError | undefined {
  const { subscriptionLineItemId: id, idempotencyKey, price } = input;
  if ((idempotencyKey ?? "").length > KEY_LENGTH)
    return refusal("idempotencyKey", "Idempotency key exceeds the maximum length.");
  if (input.description.trim() === "") return refusal("description", "Description can't be blank");
  const found = findLine(shop, id);
  if (found === undefined) return refusal("subscriptionLineItemId", "Invalid id");
  const pricing = found.line.plan.pricingDetails;
  if (!("cappedAmount" in pricing))
    return refusal("subscriptionLineItemId", "Subscription line item is not a usage plan");
  if (found.subscription.status !== "ACTIVE")
    return { field: null, message: "Subscription is not active" };
  if (minorOf(price) <= 0n)
    return { field: null, message: "Validation failed: Price must be greater than zero" };
  const { cappedAmount, balanceUsed } = pricing;
  const isOverCap = minorOf(balanceUsed) + minorOf(price) > minorOf(cappedAmount);
  return isOverCap || price.currencyCode !== cappedAmount.currencyCode
    ? { field: [], message: "Total price exceeds balance remaining" }
    : undefined;
}

/** The charge that this key has made already. */
export function findUsage(shop: ShopState, key: string | null): UsageRecord | undefined {
  return key === null
    ? undefined
    : shop.usageRecords.find(({ idempotencyKey }) => idempotencyKey === key);
}

/** Adds a price to what was used. True when that crosses nine tenths of the cap. */
export function addUsage(pricing: UsagePricing, price: Price): boolean {
  const before = minorOf(pricing.balanceUsed);
  const after = before + minorOf(price);
  const threshold = minorOf(pricing.cappedAmount) * APPROACHING_PERCENT;
  pricing.balanceUsed = priceOf(after, pricing.cappedAmount.currencyCode);
  return before * 100n < threshold && after * 100n >= threshold;
}

function refusal(field: string, message: string): UserError {
  return { field: [field], message };
}
