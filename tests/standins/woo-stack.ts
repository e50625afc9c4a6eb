import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startStack, type Ports, type Stack, type StackOptions } from "./stack.ts";
import { startSite, type Site, type SiteOptions } from "./wordpress/serve-site.ts";

const PLUGIN_FOLDER = fileURLToPath(new URL("../../woocommerce-plugin", import.meta.url));

export interface WooStackOptions extends StackOptions {
  /** What the shop is beside Docket: its port, where it keeps orders. */
  readonly site?: Pick<SiteOptions, "port" | "orderStorage">;
  /** The plugin's folder or ZIP; null: a shop that has yet to install it. */
  readonly plugin?: string | null;
}

/** Docket as it runs in production, a real shop with the plugin, and one mailbox for the mails of both. */
export interface WooStack extends Stack {
  readonly site: Site;
  /** Where the shop finds Docket. */
  readonly serviceUrl: string;
}

/** Where PHP or WooCommerce is missing it throws with what to do, before anything runs. */
export async function startWooStack({
  site: wish,
  plugin = builtPlugin(),
  ...options
}: WooStackOptions): Promise<WooStack> {
  const { ports, environment } = options;
  const serviceUrl = serviceUrlOf(ports);
  const site = await startSite({
    ...wish,
    ...(plugin !== null && { pluginFolder: plugin }),
    smtpPort: ports.smtp,
  });
  try {
    // As a merchant with a service of his own sets it under "Advanced".
    await site.evaluate(`update_option( 'docket_service_url', '${serviceUrl}' );`);
    const stack = await startStack({
      ...options,
      environment: { ...serviceVariables(ports), ...environment },
    });
    const close = async () => {
      await Promise.all([site.close(), stack.close()]);
    };
    return { ...stack, site, serviceUrl, close };
  } catch (error) {
    await site.close();
    throw error;
  }
}

/** Straight to Docket, without the stand-in's tunnel between. */
const serviceUrlOf = ({ app }: Ports): string => `http://127.0.0.1:${app}`;

/** What Docket is told so that a shop on this machine may connect. */
export const serviceVariables = (ports: Ports): Readonly<Record<string, string>> => ({
  ALLOW_LOCAL_SHOPS: "on",
  SHOPIFY_APP_URL: serviceUrlOf(ports),
});

/** The plugin's folder, once its pages are built. */
export function builtPlugin(): string {
  if (!existsSync(path.join(PLUGIN_FOLDER, "build/index.asset.php"))) {
    throw new Error("The plugin's pages are not built: npm run plugin:zip");
  }
  return PLUGIN_FOLDER;
}
