import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Site } from "./serve-site.ts";

const script = fileURLToPath(new URL("seed/main.php", import.meta.url));

/** Places every order of `seed/orders` on a site and writes each to a folder as the service would get it. */
export async function seedOrders(site: Pick<Site, "runFile">, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = (await site.runFile(script, ["--list"])).split("\n");
  for (const name of names) {
    await site.runFile(script, [name, path.resolve(folder)]).catch((cause: unknown) => {
      throw new Error(`The order ${name} was not placed`, { cause });
    });
  }
  return names;
}
