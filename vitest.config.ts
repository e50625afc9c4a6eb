import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{core,prisma,shopify-app,tests,woocommerce-plugin/admin/src,woocommerce-plugin/translate}/**/*.test.{ts,tsx}",
    ],
    // Some start a program or a database; a busy machine must not turn them red.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["tests/support/postgres-setup.ts"],
  },
});
