import { failed, ok } from "#domain/result";
import type { BillingProvider } from "#domain/workflows";
import type { BillingClient } from "./billing-client.ts";
import { listCharges } from "./list-charges.ts";
import { readSubscriptions } from "./read-subscriptions.ts";

export interface AppPricingOptions {
  /** Such as atelier.myshopify.com. */
  readonly domain: string;
  /** The app's name in addresses of the Shopify admin. */
  readonly appHandle: string;
  /** Default: Shopify's own. */
  readonly adminUrl?: string;
}

/**
 * Shopify App Pricing for one shop: plans are kept, chosen and ended at Shopify, on a page of its own. Docket leads there and
 * reads what came of it.
 */
export function shopifyAppPricing(
  client: BillingClient,
  { domain, appHandle, adminUrl = "https://admin.shopify.com" }: AppPricingOptions,
): BillingProvider {
  const store = domain.split(".")[0];
  const manageUrl = `${adminUrl}/store/${store}/charges/${appHandle}/pricing_plans`;
  return {
    channel: "shopify",
    manageUrl,
    chargesUsage: false,
    async readSubscriptions() {
      const read = await readSubscriptions(client);
      // Without charges for usage, a line for it must not promise documents above the allowance.
      return read.ok ? ok(read.value.map((each) => ({ ...each, usage: null }))) : read;
    },
    requestPlan: async () => ok({ approvalUrl: manageUrl }),
    requestUsageCap: async () => elsewhere("Documents above the allowance are not charged here."),
    cancel: async () => elsewhere("You can change or end your plan on Shopify's page of plans."),
    chargeUsage: async () => elsewhere("Documents above the allowance are not charged here."),
    listCharges: () => listCharges(client),
  };
}

const elsewhere = (message: string) => failed({ code: "managed-elsewhere", message } as const);
