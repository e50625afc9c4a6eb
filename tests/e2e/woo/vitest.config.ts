import { defineConfig } from "vitest/config";
import { findMissing } from "./find-missing.ts";

/** Matches the name of no test: all are reported as skipped, and none of their hooks runs. */
const NONE = /^\b$/;

const missing = await findMissing();
if (missing !== "") {
  const line = "!".repeat(100);
  console.error(`\n${line}\nNOTHING OF WOOCOMMERCE IS TESTED: every test below is skipped.\n${missing}\n${line}\n`);
}

/**
 * `npm run test:woo`: walks through a real shop in a real browser, with the plugin in it. Against a shop elsewhere with
 * `BASE_URL`, `BASE_USER` and `BASE_PASSWORD`: then only the walk that needs nothing but the shop itself.
 */
export default defineConfig({
  test: {
    include: process.env["BASE_URL"] ? ["tests/e2e/woo/main-job.woo.ts"] : ["tests/**/*.woo.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    ...(missing === "" ? { globalSetup: ["tests/e2e/woo/build-site-once.ts"] } : { testNamePattern: NONE }),
  },
});
