import { readFileSync } from "node:fs";
import { file, type Route } from "../http.ts";

const APP_BRIDGE_PARTS = ["messages", "requests", "elements", "shopify", "navigation"] as const;

/** Styles and scripts of the admin, and the substitute for Shopify's App Bridge. */
export function assetRoutes(): Route[] {
  return [
    asset("admin.css", "text/css"),
    asset("admin.js", "text/javascript"),
    asset("shell.js", "text/javascript"),
    {
      method: "GET",
      path: /^\/app-bridge\.js$/,
      handle: () => file("text/javascript; charset=utf-8", appBridge()),
    },
  ];
}

/** App Bridge is one classic script, as the real one is, so its parts are joined without `import` and `export`. */
function appBridge(): string {
  const parts = APP_BRIDGE_PARTS.map((name) => browserFile(`app-bridge/${name}.js`));
  const joined = parts
    .join("\n")
    .replaceAll(/^import .*$/gm, "")
    .replaceAll(/^export /gm, "");
  return `(() => {\n${joined}\n})();\n`;
}

function browserFile(name: string): string {
  return readFileSync(new URL(`../browser/${name}`, import.meta.url), "utf8");
}

function asset(name: string, contentType: string): Route {
  return {
    method: "GET",
    path: new RegExp(`^/_assets/${name.replace(".", String.raw`\.`)}$`),
    handle: () => file(`${contentType}; charset=utf-8`, browserFile(name)),
  };
}
