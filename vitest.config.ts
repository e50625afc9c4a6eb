import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{core,shopify-app,tests}/**/*.test.{ts,tsx}"],
  },
});
