import type { Plugin } from "vite";

const CORE_IMPORT = /^#(domain|server|adapters)\//;

/**
 * How the app reaches core/. The server bundle leaves core outside, so that one process has one instance of it (Node
 * resolves `#…` by the root package.json). The browser bundle takes in what it uses of #domain and nothing else.
 */
export function coreImports(): Plugin {
  let isBuild = false;
  return {
    name: "docket-core-imports",
    enforce: "pre",
    configResolved(config) {
      isBuild = config.command === "build";
    },
    async resolveId(id, importer, { ssr }) {
      if (!CORE_IMPORT.test(id)) return null;
      if (ssr && isBuild) return { id, external: true };
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      return resolved && { ...resolved, moduleSideEffects: false };
    },
  };
}
