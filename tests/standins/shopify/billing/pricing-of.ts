import { parseGid } from "../ids.ts";
import type { ShopState } from "../shop-state.ts";
import type {
  RecurringPricing,
  Subscription,
  SubscriptionLine,
  UsagePricing,
} from "./billing-types.ts";

export function recurringOf({ lineItems }: Subscription): RecurringPricing | undefined {
  for (const { plan } of lineItems) if ("price" in plan.pricingDetails) return plan.pricingDetails;
  return undefined;
}

export function usageOf({ lineItems }: Subscription): UsagePricing | undefined {
  for (const { plan } of lineItems)
    if ("cappedAmount" in plan.pricingDetails) return plan.pricingDetails;
  return undefined;
}

/** The line of a usage plan, of whichever subscription has it. */
export function findLine(
  shop: ShopState,
  id: unknown,
): { readonly subscription: Subscription; readonly line: SubscriptionLine } | undefined {
  for (const subscription of shop.subscriptions)
    for (const line of subscription.lineItems) if (line.id === id) return { subscription, line };
  return undefined;
}

/** The number in a gid, which is what `charge_id` carries. */
export function numberOf(id: string): number {
  return parseGid(id)?.[1] ?? 0;
}
