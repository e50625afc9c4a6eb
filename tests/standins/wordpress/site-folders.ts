import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";

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

/** What WordPress writes into in place. Every other file it replaces as a whole, which leaves the original alone. */
const WRITTEN_IN_PLACE = new Set(["database", "uploads"]);

/** A copy of a site that costs no space: its files are links to the same content. */
export function linkSite(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (WRITTEN_IN_PLACE.has(entry.name)) cpSync(source, target, { recursive: true });
    else if (entry.isDirectory()) linkSite(source, target);
    else linkSync(source, target);
  }
}

/** Unpacks a ZIP as WordPress does when somebody uploads it. */
export function unzip(file: string, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(file)))) {
    if (name.endsWith("/")) continue;
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
