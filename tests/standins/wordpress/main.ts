import { fileURLToPath } from "node:url";
import { buildSite } from "./build-site.ts";
import { seedOrders } from "./seed-orders.ts";
import { startSite } from "./serve-site.ts";

const ORDERS = fileURLToPath(new URL("../../orders/woocommerce", import.meta.url));
const [command, argument] = process.argv.slice(2);
if (command === "build") await buildSite();
else if (command === "serve") await serveUntilStopped(argument);
else if (command === "export") await exportOrders(argument ?? ORDERS);
else throw new Error("Say `build`, `serve [plugin folder or ZIP]` or `export [folder]`.");

async function serveUntilStopped(pluginFolder: string | undefined): Promise<void> {
  const plugin = pluginFolder === undefined ? {} : { pluginFolder };
  const site = await startSite({ port: Number(process.env["PORT"] ?? 8898), ...plugin });
  console.log(site.loginUrl("admin"));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void site.close());
}

async function exportOrders(folder: string): Promise<void> {
  const site = await startSite();
  try {
    const names = await seedOrders(site, folder);
    console.log(`${names.length} orders in ${folder}`);
    console.log(await site.readLog());
  } finally {
    await site.close();
  }
}
