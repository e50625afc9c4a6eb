import { randomUUID } from "node:crypto";
import { directBilling, wordpressBilling } from "#adapters/billing/account";
import { shopifyAppPricing, shopifyBillingApi } from "#adapters/billing/shopify";
import type { AdminClient } from "#adapters/platform/shopify";
import type { BillingProvider, BillingStore, Clock, Shop } from "#domain/workflows";
import type { Environment } from "./environment.ts";

interface BillingSources {
  readonly billing: BillingStore;
  readonly clock: Clock;
  readonly shopifyClient: (domain: string) => AdminClient;
}

/** Who bills the merchant of a shop. */
export function billingProviderOf(
  { platform, domain }: Shop,
  { billing, clock, shopifyClient }: BillingSources,
  { shopifyAppHandle, marketplaceUrl, shopifyAdminUrl }: Environment,
): BillingProvider {
  switch (platform) {
    case "shopify": {
      const client = shopifyClient(domain);
      if (shopifyAppHandle === null) return shopifyBillingApi(client);
      return shopifyAppPricing(client, {
        domain,
        appHandle: shopifyAppHandle,
        adminUrl: shopifyAdminUrl,
      });
    }
    case "woocommerce":
      return marketplaceUrl === null
        ? directBilling({ billing, clock, newId: randomUUID })
        : wordpressBilling({ billing, clock, manageUrl: marketplaceUrl });
  }
}

/** The plan page of a shop's admin, from outside of it. */
export const planUrlOf = ({ platform, domain }: Shop, { shopifyApiKey }: Environment): string =>
  platform === "shopify"
    ? `https://${domain}/admin/apps/${shopifyApiKey}/app/plan`
    : `https://${domain}/wp-admin/admin.php?page=docket&screen=plan`;
