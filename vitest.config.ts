import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The plugin's screens have a package.json of their own, which ends the reach of the root's `imports`.
  resolve: {
    alias: [
      {
        find: /^#domain\/(.+)$/,
        replacement: fileURLToPath(new URL("core/domain/$1/index.ts", import.meta.url)),
      },
    ],
  },
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
