import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import type { HttpAppParts } from "./create-http-app.ts";

type BuiltParts = Pick<HttpAppParts, "build" | "mode" | "assets">;

const appFolder = new URL("../", import.meta.url);
const inBuild = (path: string) => new URL(`build/${path}`, appFolder);

/** What `npm run build` made. Asset names carry a hash of their content, so browsers may keep them for ever. */
export async function loadBuild(): Promise<BuiltParts> {
  const entry = inBuild("server/index.js");
  if (!existsSync(entry)) {
    throw new Error(`The app is not built (${fileURLToPath(entry)} is missing): run npm run build`);
  }
  const assets = express.Router();
  const immutable = { immutable: true, maxAge: "1y" } as const;
  assets.use("/assets", express.static(fileURLToPath(inBuild("client/assets")), immutable));
  // An asset of an older build: no page of ours, which would ask for a session.
  assets.use("/assets", (_request, response) => void response.status(404).end());
  assets.use(express.static(fileURLToPath(inBuild("client")), { maxAge: "1h" }));
  const build: ServerBuild = await import(entry.href);
  return { build, mode: "production", assets };
}

/** Vite inside this server, for `shopify app dev`: pages change as you type, over the same address. */
export async function startVite(server: Server): Promise<BuiltParts> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: fileURLToPath(new URL("../", appFolder)),
    configFile: fileURLToPath(new URL("vite.config.ts", appFolder)),
    server: { middlewareMode: true, hmr: { server }, allowedHosts: true },
  });
  // Vite types every module as a record; this one is Remix's build by its name.
  const build = () =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    vite.ssrLoadModule("virtual:remix/server-build") as unknown as Promise<ServerBuild>;
  return { build, mode: "development", assets: vite.middlewares };
}
