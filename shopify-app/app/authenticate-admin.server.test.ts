import { expect, test, vi } from "vitest";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Desk } from "#server/wiring";
import { authenticateAdmin } from "./authenticate-admin.server.ts";

type Context = LoaderFunctionArgs["context"];

/** Shopify's library by its port: the token's text is the shop's name; anything else is refused. */
const aContext = () => {
  const authenticateShop = vi.fn<(request: Request) => Promise<unknown>>(async (request) => {
    const token = /^Bearer (\w+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
    if (!token) throw Object.assign(new Error("refused"), { status: 401 });
    return { admin: {}, session: { shop: `${token}.myshopify.com` } };
  });
  const connectShop = vi.fn<(shop: { domain: string }) => Promise<{ domain: string }>>(
    async (shop) => shop,
  );
  const deskFor = (shop: unknown) => ({ shop }) as Desk;
  const context = {
    shopify: { authenticateAdmin: authenticateShop },
    docket: { connectShop, deskFor },
  } as unknown as Context;
  return { context, authenticateShop, connectShop };
};

const aRequest = (shop: string) =>
  new Request("https://docket.test/app", { headers: { authorization: `Bearer ${shop}` } });

test("the desk is that of the shop in the token, which is connected on the way", async () => {
  const { context, connectShop } = aContext();
  const { desk } = await authenticateAdmin({ request: aRequest("maes"), context });
  expect(desk.shop.domain).toBe("maes.myshopify.com");
  expect(connectShop).toHaveBeenCalledWith({ platform: "shopify", domain: "maes.myshopify.com" });
});

test("loaders of one request exchange one token", async () => {
  const { context, authenticateShop } = aContext();
  await Promise.all([
    authenticateAdmin({ request: aRequest("maes"), context }),
    authenticateAdmin({ request: aRequest("maes"), context }),
  ]);
  expect(authenticateShop).toHaveBeenCalledTimes(1);
});

test("another token never gets the first one's desk, not even in the same context", async () => {
  const { context } = aContext();
  await authenticateAdmin({ request: aRequest("maes"), context });
  const { desk } = await authenticateAdmin({ request: aRequest("peeters"), context });
  expect(desk.shop.domain).toBe("peeters.myshopify.com");
});

test("without a token there is no desk", async () => {
  const { context, connectShop } = aContext();
  const request = new Request("https://docket.test/app");
  await expect(authenticateAdmin({ request, context })).rejects.toThrow("refused");
  expect(connectShop).not.toHaveBeenCalled();
});
