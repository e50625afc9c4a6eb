import { buildSite } from "./build-site.ts";
import { startSite } from "./serve-site.ts";

const [command, argument] = process.argv.slice(2);
if (command === "build") await buildSite();
else if (command === "serve") await serveUntilStopped(argument);
else throw new Error("Say `build` or `serve [plugin folder or ZIP]`.");

async function serveUntilStopped(pluginFolder: string | undefined): Promise<void> {
  const plugin = pluginFolder === undefined ? {} : { pluginFolder };
  const site = await startSite({ port: Number(process.env["PORT"] ?? 8898), ...plugin });
  console.log(site.loginUrl("admin"));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void site.close());
}
