import { requirePhp } from "./php.ts";
import { requireWooCommerce } from "./site-folders.ts";

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

/** Tells of what is not tested so that nobody overlooks it. */
export function warnUntested(what: string, missing: string): void {
  const line = "!".repeat(100);
  console.error(`\n${line}\n${what}\n${missing}\n${line}\n`);
}
