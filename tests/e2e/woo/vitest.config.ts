import { defineConfig } from "vitest/config";
import { findMissing, warnUntested } from "../../standins/wordpress/find-missing.ts";

/** Matches the name of no test: all are reported as skipped, and none of their hooks runs. */
const NONE = /^\b$/;

/** Vite has a variable of the same name for its tests, so they get this one under another. */
const shopUrl = process.env["BASE_URL"] ?? "";
const missing = shopUrl === "" ? await findMissing() : "";
if (missing !== "") {
  warnUntested("NOTHING OF WOOCOMMERCE IS TESTED: every test below is skipped.", missing);
}
const site =
  missing === ""
    ? { globalSetup: ["tests/e2e/woo/build-site-once.ts"] }
    : { testNamePattern: NONE };

/**
 * `npm run test:woo`: walks through a real shop in a real browser, with the plugin in it. With `BASE_URL`, `BASE_USER` and
 * `BASE_PASSWORD` against a shop elsewhere: then only the walk that needs nothing but the shop's pages.
 */
export default defineConfig({
  test: {
    include: ["tests/**/*.woo.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    ...site,
    ...(shopUrl !== "" && {
      include: ["tests/e2e/woo/main-job.woo.ts"],
      env: { SHOP_URL: shopUrl },
      globalSetup: [],
    }),
  },
});
