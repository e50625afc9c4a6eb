import type { PrismaClient } from "@prisma/client";
import type { Router } from "express";
import type { InboundEvent, Shop } from "#domain/workflows";
import { createDesk, type Desk } from "../desk/index.ts";
import { apiRoutes } from "./api-routes.ts";
import { assemble } from "./assemble.ts";
import type { Environment } from "./environment.ts";
import { initialSettings } from "./initial-settings.ts";
import { report } from "./report.ts";
import { startJobs } from "./start-jobs.ts";

/** Every fifteen minutes each shop is asked for orders whose event was lost. */
const RECONCILE_CRON = "*/15 * * * *";

/** The running program. One in a process. */
export interface Docket {
  readonly environment: Environment;
  /** For Shopify's session storage only. */
  readonly prisma: PrismaClient;
  /** Where documents are kept, in words for the operator. */
  readonly whereDataLives: string;
  /** What is answered over HTTP beside Shopify's pages: the WordPress plugin, WooCommerce's webhooks, links for customers. */
  readonly routes: Router;
  /** The shop of this domain; a new one gets a merchant whose settings start from what the shop knows about itself. */
  connectShop(shop: Pick<Shop, "platform" | "domain">): Promise<Shop>;
  deskFor(shop: Shop): Desk;
  /** Stores a verified webhook with its job. Answer 200 whatever comes back; nothing else happens here. */
  receiveWebhook(
    webhook: Omit<InboundEvent, "shopId"> & { readonly shopDomain: string },
  ): Promise<"stored" | "repeated" | "unknown-shop">;
  checkReady(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database, migrates it, and starts the jobs unless the environment says `JOBS=off`. */
export async function startDocket(environment: Environment): Promise<Docket> {
  const parts = await assemble(environment);
  const { database, queue, shops, context } = parts;
  if (environment.runsJobs) await startJobs(queue, context);
  const scheduleReconciling = ({ shopId }: Shop) =>
    queue.schedule("reconcile-shop", { shopId }, { cron: RECONCILE_CRON, key: shopId });
  // Again, for a shop whose connecting was cut short before it came to this.
  for (const shop of await shops.listConnectedShops()) {
    if (shop.platform === "shopify") await scheduleReconciling(shop);
  }
  if (environment.shopSecretsKey === null) {
    report(
      "start",
      "SHOP_SECRETS_KEY is not set: secrets of WooCommerce shops are stored unsealed.",
    );
  }

  return {
    environment,
    prisma: database.prisma,
    whereDataLives: database.whereDataLives,
    deskFor: (shop) => createDesk(context.deskPorts(shop)),

    routes: apiRoutes(parts, environment),

    async connectShop({ platform, domain }) {
      const found = await shops.findShop(platform, domain);
      if (found?.isConnected) return found;
      const settings = await initialSettings(parts.shopifyClient(domain));
      const shop = await shops.connectShop({ platform, domain }, settings);
      await scheduleReconciling(shop);
      return shop;
    },

    async receiveWebhook({ shopDomain, ...event }) {
      const shop = await shops.findShop("shopify", shopDomain);
      if (shop === undefined) return "unknown-shop";
      return parts.inbox.receive({ ...event, shopId: shop.shopId });
    },

    async checkReady() {
      await database.prisma.$queryRaw`SELECT 1`;
    },

    close: () => parts.close(),
  };
}
