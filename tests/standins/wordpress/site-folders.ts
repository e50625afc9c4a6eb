import { existsSync } from "node:fs";
import { copyFile, cp, link, mkdir, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

const cacheFolder = path.join(homedir(), ".cache/docket");

/** Where the built site, its downloads and its runs live. */
export const rigFolder = (): string =>
  path.resolve(process.env["WP_SITE"] ?? path.join(cacheFolder, "wordpress"));

/** WooCommerce, unpacked, as its ZIP holds it. It is on no package registry, so somebody has to put it there. */
export function requireWooCommerce(): string {
  const folder = path.resolve(process.env["WC_DIR"] ?? path.join(cacheFolder, "woocommerce"));
  if (!existsSync(path.join(folder, "woocommerce.php"))) {
    throw new Error(
      `WooCommerce is missing: ${folder} has no woocommerce.php. Unpack its ZIP there, or name its folder in WC_DIR. Nothing was tested.`,
    );
  }
  return folder;
}

/** Files that WordPress changes in place; everything else it replaces as a whole. */
const isWrittenInPlace = (name: string) => name === "database";

/** A copy of a site that costs no space: files are links to the same content, the database is a copy. */
export async function linkSite(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (isWrittenInPlace(entry.name)) await cp(source, target, { recursive: true });
    else if (entry.isDirectory()) await linkSite(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
