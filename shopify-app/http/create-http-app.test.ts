import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createHttpApp, type HttpAppParts } from "./create-http-app.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** The app without Remix: what it answers by itself. */
async function get(path: string, parts: Partial<HttpAppParts> = {}): Promise<Response> {
  const app = createHttpApp({
    build: () => Promise.reject(new Error("no page is asked for")),
    mode: "production",
    routes: (_request, _response, next) => next(),
    assets: (_request, _response, next) => next(),
    checkReady: async () => undefined,
    loadContext: () => {
      throw new Error("no page is asked for");
    },
    ...parts,
  });
  const listening = app.listen(0, "127.0.0.1");
  server = listening;
  await new Promise((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`);
}

test("it is alive whatever the database does, and ready only when that answers", async () => {
  const checkReady = () => Promise.reject(new Error("connection refused"));
  expect((await get("/healthz", { checkReady })).status).toBe(200);
  const notReady = await get("/readyz", { checkReady });
  expect([notReady.status, await notReady.text()]).toEqual([503, "the database does not answer"]);
  expect((await get("/readyz")).status).toBe(200);
});

test("every answer forbids guessing its type, and none says what made it", async () => {
  const { headers } = await get("/healthz");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  expect(headers.has("X-Powered-By")).toBe(false);
});
