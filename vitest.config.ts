import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{core,prisma,shopify-app,tests}/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/postgres-setup.ts"],
  },
});
