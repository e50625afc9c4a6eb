import { chromium, type Browser, type Page } from "playwright-core";
import { USER_AGENT } from "../standins/install.ts";
import { afterAll, beforeAll } from "vitest";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Debian's Chromium for a file of tests; every page gives its errors to `pageErrors`, and waits so long for what it shows. */
export function useBrowser({ patienceSeconds = 30 } = {}): {
  newPage(size?: { readonly width: number; readonly height: number }): Promise<Page>;
  readonly pageErrors: string[];
} {
  let browser: Browser | undefined;
  const pageErrors: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser?.close());
  return {
    pageErrors,
    async newPage(size = { width: 1280, height: 900 }) {
      if (browser === undefined) throw new Error("Chromium did not start");
      const page = await browser.newPage({ viewport: size, userAgent: USER_AGENT });
      page.setDefaultTimeout(patienceSeconds * 1000);
      page.on("pageerror", (error) => pageErrors.push(error.message));
      return page;
    },
  };
}
