import { requirePhp } from "../../standins/wordpress/php.ts";
import { requireWooCommerce } from "../../standins/wordpress/site-folders.ts";

/** What this machine lacks for a shop of its own, and how to get it; "" when nothing. A shop elsewhere needs nothing here. */
export async function findMissing(): Promise<string> {
  if (process.env["BASE_URL"]) return "";
  const problems: string[] = [];
  for (const require of [requireWooCommerce, requirePhp]) {
    try {
      await require();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return problems.join("\n");
}
