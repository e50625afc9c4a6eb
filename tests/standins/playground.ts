import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { ShopSite } from "./woo-shop.ts";

const PLAYGROUND = "@wp-playground/cli@3.1.56";
/** It fetches WordPress and WooCommerce, and PHP runs in WebAssembly. */
const READY_SECONDS = 300;
const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const factsSchema = z.object({
  applicationPasswords: z.object({
    admin: z.string(),
    manager: z.string(),
    editor: z.string(),
    customer: z.string(),
  }),
});

/** A shop where there is no PHP but a way to wordpress.org: WordPress Playground, with the same shop and the plugin in it. */
export async function startPlayground(
  plugin: string,
  { port, outFolder }: { readonly port: number; readonly outFolder: string },
): Promise<ShopSite & { close(): Promise<void> }> {
  const url = `http://127.0.0.1:${port}`;
  const rig = "tests/standins/wordpress";
  const mounts = {
    [plugin]: "/wordpress/wp-content/plugins/docket",
    [at(`${rig}/setup`)]: "/docket/setup",
    [at(`${rig}/site/mu-plugins/rig.php`)]: "/wordpress/wp-content/mu-plugins/rig.php",
    [at(`${rig}/site/mu-plugins/rig`)]: "/wordpress/wp-content/mu-plugins/rig",
    [outFolder]: "/docket/out",
  };
  const child = spawn(
    "npx",
    [
      "--yes",
      PLAYGROUND,
      "server",
      `--port=${port}`,
      `--site-url=${url}`,
      `--blueprint=${at("tests/standins/playground-blueprint.json")}`,
      ...Object.entries(mounts).map(([from, to]) => `--mount=${from}:${to}`),
    ],
    { stdio: "inherit", detached: true },
  );
  const close = async () => {
    // A group of its own: npx passes no signal on.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  };
  const facts = await untilReady(url, path.join(outFolder, "shop.json")).catch(async (error) => {
    await close();
    throw error;
  });
  return {
    url,
    applicationPasswords: facts.applicationPasswords,
    loginUrl: (user, to = "/wp-admin/") =>
      `${url}/?${new URLSearchParams({ "log-in-as": user, to }).toString()}`,
    close,
  };
}

async function untilReady(url: string, factsFile: string) {
  const until = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < until) {
    const text = await readFile(factsFile, "utf8").catch(() => "null");
    const facts = factsSchema.safeParse(JSON.parse(text));
    if (
      facts.success &&
      (await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      return facts.data;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`WordPress Playground was not ready within ${READY_SECONDS} seconds`);
}
