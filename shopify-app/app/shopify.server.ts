// Tells the library that it runs in Node; it exports nothing.
// oxlint-disable-next-line import/no-unassigned-import
import "@shopify/shopify-app-remix/adapters/node";
import { shopifyApi } from "@shopify/shopify-api";
import {
  ApiVersion,
  AppDistribution,
  LogSeverity,
  shopifyApp,
} from "@shopify/shopify-app-remix/server";

export interface ShopifyAccount {
  readonly shopifyApiKey: string;
  readonly shopifyApiSecret: string;
  /** The app's public address, such as https://docket.example. */
  readonly shopifyAppUrl: string;
  readonly scopes: readonly string[];
}

type SessionStorage = NonNullable<Parameters<typeof shopifyApp>[0]["sessionStorage"]>;
export type Shopify = ReturnType<typeof createShopify>;

/** The Shopify libraries, set up once for the process. Logs warnings only: lower levels print session tokens. */
export function createShopify(account: ShopifyAccount, sessionStorage: SessionStorage) {
  const shared = {
    apiKey: account.shopifyApiKey,
    apiSecretKey: account.shopifyApiSecret,
    apiVersion: ApiVersion.October26,
    scopes: [...account.scopes],
    logger: { level: LogSeverity.Warning },
  };
  const app = shopifyApp({
    ...shared,
    appUrl: account.shopifyAppUrl,
    authPathPrefix: "/auth",
    sessionStorage,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
  const { webhooks } = shopifyApi({
    ...shared,
    hostName: new URL(account.shopifyAppUrl).host,
    isEmbeddedApp: true,
  });
  return {
    authenticateAdmin: app.authenticate.admin,
    addDocumentResponseHeaders: app.addDocumentResponseHeaders,
    /** Checks the HMAC and the headers only. `authenticate.webhook` would first refresh a token, which fails after an uninstall. */
    validateWebhook: webhooks.validate,
  };
}
