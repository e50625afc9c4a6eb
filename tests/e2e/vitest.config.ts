import { defineConfig } from "vitest/config";

/** The walks through the built product. `npm run test:e2e` builds first. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.e2e.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
