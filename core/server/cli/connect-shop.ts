import { defaultSettings } from "#domain/merchant";
import { registerSite, siteOf } from "../api/index.ts";
import { assemble } from "../wiring/assemble.ts";
import { readEnvironment } from "../wiring/environment.ts";
import { readOptions, Refusal, required } from "./refusal.ts";

/**
 * Connects a WooCommerce shop that cannot install the plugin: prints what to fill in in its own webhooks. Who runs this vouches for
 * the shop. One that is connected gets a new secret, and its old one ends.
 */
export async function connectShop(args: string[]): Promise<number> {
  const options = readOptions(args, ["site"]);
  const site = siteOf(required(options.site, "site"));
  if (!site.ok) throw new Refusal(site.problem.message);
  const environment = readEnvironment(process.env);
  const parts = await assemble(environment, { owns: false });
  try {
    const { domain } = site.value;
    const { connections } = parts.context;
    const ports = { shops: parts.shops, connections };
    const { shopId, secret } = await registerSite({ domain }, defaultSettings(), ports);
    process.stdout
      .write(`In the shop: WooCommerce → Settings → Advanced → Webhooks → Add webhook, one for each topic
"Order created", "Order updated", "Order deleted" and "Order restored", each with

  Status        Active
  Delivery URL  ${environment.shopifyAppUrl.replace(/\/+$/, "")}/webhooks/woocommerce/${shopId}
  Secret        ${secret}
  API Version   WP REST API Integration v3
`);
    return 0;
  } finally {
    await parts.close();
  }
}
