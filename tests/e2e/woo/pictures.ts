import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

/** Pictures of the walks, to look at. */
const PICTURES = process.env["E2E_PICTURES"];

export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage });
}
