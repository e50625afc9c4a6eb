import type { Router } from "express";
import { readPage } from "#adapters/site/http";
import packageJson from "../../../package.json" with { type: "json" };
import { createApi } from "../api/index.ts";
import { createDesk } from "../desk/index.ts";
import type { assemble } from "./assemble.ts";
import { systemClock } from "./clock.ts";
import type { Environment } from "./environment.ts";
import { report } from "./report.ts";

type Parts = Awaited<ReturnType<typeof assemble>>;

/** The HTTP side of what is assembled, but for Shopify's. */
export const apiRoutes = (
  { context, links, ledger }: Parts,
  { allowsLocalShops, metricsToken, shopifyAppUrl }: Environment,
): Router =>
  createApi({
    ...context,
    links,
    ledger,
    metricsToken,
    clock: systemClock,
    deskFor: (shop) => createDesk(context.deskPorts(shop)),
    billing: (merchantId) => context.merchantPorts(merchantId).billing,
    store: (merchantId) => context.merchantPorts(merchantId).store,
    readPage: (url) => readPage(url, { allowsLocal: allowsLocalShops }),
    publicUrl: shopifyAppUrl.replace(/\/+$/, ""),
    version: packageJson.version,
    report,
  });
