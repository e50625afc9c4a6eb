import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { coreImports } from "./core-imports.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: false;
  }
}

/** A route that only takes a form has nothing for the browser; libraries annotate what Rollup does not read. */
const HARMLESS = new Set(["EMPTY_BUNDLE", "INVALID_ANNOTATION"]);

export default defineConfig({
  plugins: [
    coreImports(),
    // From the root of the repository, whose package.json says what `#domain` is:
    // remix vite:build --config shopify-app/vite.config.ts
    remix({
      appDirectory: "shopify-app/app",
      buildDirectory: "shopify-app/build",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: false,
        v3_routeConfig: true,
      },
    }),
  ],
  build: {
    assetsInlineLimit: 0,
    rollupOptions: {
      onwarn: (warning, show) => {
        if (!HARMLESS.has(warning.code ?? "")) show(warning);
      },
    },
  },
  // Found late otherwise, which reloads the page while it starts in development.
  optimizeDeps: {
    include: [
      "@remix-run/node",
      "@shopify/app-bridge-react",
      "@shopify/polaris",
      "@shopify/shopify-app-remix/react",
      "@shopify/shopify-app-remix/server",
      "zod",
    ],
  },
});
