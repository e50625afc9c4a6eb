import { createServer } from "node:http";
import { apiRoutes, type LoggedRequest } from "./api-routes.ts";
import type { Standin } from "./contract.ts";
import { pageRoutes } from "./admin/page-routes.ts";
import type { AppPricing } from "./billing/billing-types.ts";
import { Billing } from "./billing/billing.ts";
import { controlRoutes } from "./control-routes.ts";
import { Faults } from "./faults.ts";
import { billingResolvers } from "./graphql/billing-resolvers.ts";
import { Executor, loadSchema } from "./graphql/executor.ts";
import { orderResolvers } from "./graphql/order-resolvers.ts";
import { close, listen, serve, type Route } from "./http.ts";
import { createIds, type NextId } from "./ids.ts";
import { Installation } from "./installation.ts";
import { OAuth } from "./oauth.ts";
import { completeOptions, type Settings, type StandinOptions } from "./options.ts";
import { OrderActions } from "./order-actions.ts";
import { createProxy } from "./proxy.ts";
import { pastOrders } from "./seed.ts";
import { createShopActions } from "./shop-actions.ts";
import { ShopStore, type ShopState } from "./shop-state.ts";
import { cappedAmountPayload, subscriptionPayload } from "./webhooks/app-payloads.ts";
import { Webhooks } from "./webhooks/delivery.ts";
import { subscribedTopics, type Topic } from "./webhooks/topics.ts";

const SCHEMA_FILE = new URL("./admin_2026-10.json.gz", import.meta.url);

/** Ports as they are: the wished ones until `listen`, then the real ones. */
interface Ports {
  admin: number;
  proxy: number;
}

/** Shopify, as far as an app can tell: its admin in a browser, its Admin API, its webhooks. */
export function createStandin(options: StandinOptions): Standin {
  const settings = completeOptions(options);
  const ports: Ports = { admin: settings.adminPort, proxy: settings.proxyPort };
  const urls = {
    admin: () => `http://localhost:${ports.admin}`,
    app: () => settings.appUrl ?? `http://localhost:${ports.proxy}`,
  };
  const parts = createParts(settings, urls);
  const routes = [...apiRoutes(parts)];
  const admin = createServer((incoming, outgoing) => {
    void serve(routes, { incoming, outgoing });
  });
  const proxy = createProxy({ appPort: settings.appPort, adminUrl: urls.admin });
  const standin: Standin = {
    ...parts,
    ...createShopActions(parts),
    settings,
    get adminUrl() {
      return urls.admin();
    },
    get appUrl() {
      return urls.app();
    },
    shop: (domain) => parts.shops.open(domain),
    idToken: (shop, overrides) => parts.oauth.idToken(shop, overrides),
    listen: async () => {
      ports.admin = await listen(admin, ports.admin);
      ports.proxy = await listen(proxy, ports.proxy);
    },
    close: async () => {
      parts.webhooks.close();
      await Promise.all([close(admin), close(proxy)]);
    },
  };
  routes.push(...(controlRoutes(standin) satisfies Route[]), ...pageRoutes(standin));
  return standin;
}

function createParts(settings: Settings, urls: { admin: () => string; app: () => string }) {
  const nextId = createIds();
  const { now } = settings;
  const faults = new Faults();
  const ignoredSearchTerms: string[] = [];
  const webhooks = new Webhooks({
    secret: settings.apiSecret,
    // Straight to the app: a webhook needs no tunnel here, and no frame-ancestors.
    url: () => `http://127.0.0.1:${settings.appPort}${settings.webhookPath}`,
    topics: subscribedTopics(settings.appConfigPath),
    retryBaseMilliseconds: settings.retryBaseMilliseconds,
    timeoutMilliseconds: settings.webhookTimeoutMilliseconds,
    faults,
    now,
  });
  const publish = (shop: ShopState, topic: Topic, payload: unknown) => {
    const isInstalled = shop.installation === "installed";
    webhooks.publish({ shop: shop.profile.domain, topic, payload }, { isInstalled });
  };
  const shops: ShopStore = new ShopStore({
    scopes: settings.scopes,
    nextId,
    now,
    seed: (shop) => {
      for (const order of pastOrders(now())) actions.backfill(shop, order);
    },
  });
  const actions: OrderActions = new OrderActions({ shops, nextId, now, publish });
  const billing = createBilling({ nextId, now, publish });
  const appPricing: AppPricing = { plans: settings.pricingPlans };
  const installation = new Installation({ webhooks, billing, now });
  const executor = new Executor(loadSchema(SCHEMA_FILE), {
    ...orderResolvers({
      actions,
      nextId,
      now,
      reportIgnored: (term) => ignoredSearchTerms.push(term),
    }),
    ...billingResolvers({
      billing,
      appPricing,
      adminUrl: urls.admin,
      apiKey: settings.apiKey,
      appName: settings.appName,
    }),
  });
  const oauth = new OAuth(settings);
  const log: LoggedRequest[] = [];
  return {
    shops,
    oauth,
    actions,
    billing,
    appPricing,
    installation,
    webhooks,
    faults,
    executor,
    log,
    ignoredSearchTerms,
  };
}

function createBilling(world: {
  readonly nextId: NextId;
  readonly now: () => Date;
  readonly publish: (shop: ShopState, topic: Topic, payload: unknown) => void;
}): Billing {
  const { nextId, now, publish } = world;
  return new Billing({
    nextId,
    now,
    onChange: (shop, subscription) =>
      publish(shop, "app_subscriptions/update", subscriptionPayload(shop, subscription, now())),
    onApproachingCap: (shop, subscription) =>
      publish(
        shop,
        "app_subscriptions/approaching_capped_amount",
        cappedAmountPayload(shop, subscription, now()),
      ),
  });
}
