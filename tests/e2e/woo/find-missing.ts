import { requirePhp } from "../../standins/wordpress/php.ts";
import { requireWooCommerce } from "../../standins/wordpress/site-folders.ts";

/** What this machine lacks for a shop of its own, and how to get it; "" when nothing.  */
export async function findMissing(): Promise<string> {
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
