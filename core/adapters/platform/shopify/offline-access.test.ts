import { afterEach, describe, expect, it, vi } from "vitest";
import { offlineGraphql, type OfflineSession } from "./offline-access.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const old = { accessToken: "old", refreshToken: "refresh-1", expiresAt: "2026-11-21T12:01:00Z" };
const fresh = {
  accessToken: "fresh",
  refreshToken: "refresh-0",
  expiresAt: "2026-11-21T13:00:00Z",
};

/** Shopify behind `fetch`: what the token endpoint answers, and which token the API accepts. */
function shopWith({
  session,
  token,
  accepts,
}: {
  session?: OfflineSession;
  token?: Response;
  accepts: string;
}) {
  let stored = session;
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push(url.endsWith("access_token") ? "token" : "graphql");
    if (url.endsWith("access_token")) return token ?? new Response("{}", { status: 400 });
    const headers = new Headers(init.headers);
    const status = headers.get("X-Shopify-Access-Token") === accepts ? 200 : 401;
    return new Response("{}", { status });
  });
  const call = offlineGraphql("demo.myshopify.com", {
    apiKey: "key",
    apiSecret: "secret",
    now: () => NOW,
    sessions: {
      loadSession: async () => stored,
      renewSession: async (_, renew) => (stored = stored && (await renew(stored))),
      forgetToken: async () => void (stored = undefined),
    },
  });
  return { call: () => call("{ shop { name } }", {}), asked, stored: () => stored };
}

const renewed = () =>
  new Response(
    JSON.stringify({ access_token: "new", refresh_token: "refresh-2", expires_in: 3600 }),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

it("uses a token that lasts", async () => {
  const { call, asked } = shopWith({ session: fresh, accepts: "fresh" });
  expect((await call()).status).toBe(200);
  expect(asked).toEqual(["graphql"]);
});

it("renews a token that ends soon, and keeps the new refresh token", async () => {
  const { call, asked, stored } = shopWith({ session: old, token: renewed(), accepts: "new" });
  expect((await call()).status).toBe(200);
  expect(asked).toEqual(["token", "graphql"]);
  expect(stored()).toEqual({
    accessToken: "new",
    refreshToken: "refresh-2",
    expiresAt: "2026-11-21T13:00:00.000Z",
  });
});

it("renews a token that Shopify refuses before its time", async () => {
  const { call, asked } = shopWith({ session: fresh, token: renewed(), accepts: "new" });
  expect((await call()).status).toBe(200);
  expect(asked).toEqual(["graphql", "token", "graphql"]);
});

describe("no access", () => {
  it("is 401 when the shop never installed Docket", async () => {
    expect((await shopWith({ accepts: "any" }).call()).status).toBe(401);
  });

  it("is 401 when the refresh token is refused", async () => {
    const token = new Response('{"error":"invalid_grant"}', { status: 400 });
    const { call, stored } = shopWith({ session: old, token, accepts: "new" });
    expect((await call()).status).toBe(401);
    expect(stored()).toBeUndefined(); // so that opening Docket brings a new one
  });

  it("is an error that passes when the token endpoint has a fault", async () => {
    const token = new Response("", { status: 503 });
    await expect(shopWith({ session: old, token, accepts: "new" }).call()).rejects.toThrow(
      "cannot be renewed now: 503",
    );
  });
});
