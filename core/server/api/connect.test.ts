import { createHmac } from "node:crypto";
import { expect, it, describe } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  ask,
  call,
  connectRequest,
  connectShop,
  pluginSite,
  PROOF,
  startService,
  startSite,
  tell,
  anOrder,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database);
const careful = await startService(database, { ALLOW_LOCAL_SHOPS: "off", JOBS: "off" });

const connect = (body: object | string, { url } = service) =>
  ask(`${url}/api/woocommerce/v1/connect`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("connecting", () => {
  it("gives a site that answers for itself a shop and a secret, and begins with what the site knows", async () => {
    const siteUrl = await startSite(pluginSite());
    const connected = await connect(connectRequest(siteUrl));

    expect(connected.status).toBe(200);
    expect(connected.headers.get("Cache-Control")).toBe("private, no-store");
    const { shopId, secret } = connected.body;
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const shop = { service, shopId, secret, siteUrl };
    expect((await call(shop, "GET /connection")).body).toEqual({
      state: "connected",
      domain: new URL(siteUrl).host,
      lastEventAt: null,
      adminVersion: "0.1.0",
    });
    expect((await call(shop, "GET /settings")).body).toMatchObject({
      language: "nl",
      timeZone: "Europe/Amsterdam",
      seller: {
        legalName: "Bakkerij Maes",
        email: "info@maes.example",
        address: { line1: "Dam 1", postalCode: "1012 JS", city: "Amsterdam", countryCode: "NL" },
      },
      sending: { senderName: "Bakkerij Maes" },
    });
    const stored = await database.prisma.shopConnection.findUniqueOrThrow({ where: { shopId } });
    expect(stored.secret).not.toContain(secret);
    expect(stored.versions).toEqual(connectRequest("").versions);
  });

  it("begins with less when what the site says is odd", async () => {
    const odd = { timeZone: "Mars/Olympus", email: "nobody", locale: "tlh", address: "Dam 1" };
    const shop = await connectShop(service, { ...odd, countryCode: "", siteName: "🥐 <b>" });
    expect((await call(shop, "GET /settings")).body).toMatchObject({
      language: "en",
      timeZone: "Europe/Brussels",
      seller: { legalName: "🥐 <b>", email: "", address: { line1: "", countryCode: "" } },
    });
  });

  it("gives a site that connects again the same shop and a new secret; the old one ends", async () => {
    const shop = await connectShop(service);
    const again = await connect(
      connectRequest(`${shop.siteUrl}/`, { verifyUrl: `${shop.siteUrl}/wp-json/docket/v1/verify` }),
    );
    expect(again.body.shopId).toBe(shop.shopId);
    expect(again.body.secret).not.toBe(shop.secret);
    expect((await call(shop, "GET /connection")).body.error.code).toBe("signature-wrong");
    const renewed = { ...shop, secret: again.body.secret };
    expect((await call(renewed, "GET /connection")).status).toBe(200);
  });

  it("knows the plain permalinks of WordPress", async () => {
    const siteUrl = await startSite((request, response) => {
      const { searchParams } = new URL(request.url ?? "/", "http://site");
      const answer = createHmac("sha256", PROOF).update(searchParams.get("challenge") ?? "");
      response.end(JSON.stringify({ answer: answer.digest("hex") }));
    });
    const verifyUrl = `${siteUrl}/index.php?rest_route=/docket/v1/verify`;
    expect((await connect(connectRequest(siteUrl, { verifyUrl }))).status).toBe(200);
  });

  it("rotates the secret, and ends the connection while documents stay", async () => {
    const shop = await connectShop(service);
    const rotated = await call(shop, "POST /connection/rotate");
    expect(rotated.body.secret).toMatch(/^[0-9a-f]{64}$/);
    expect((await call(shop, "GET /home")).status).toBe(401);
    expect((await tell(shop, "order.created", anOrder(1))).status).toBe(401);

    const renewed = { ...shop, secret: rotated.body.secret };
    expect((await tell(renewed, "order.created", anOrder(1))).status).toBe(200);
    expect((await call(renewed, "GET /connection")).body.lastEventAt).toMatch(/^20.*Z$/);
    expect((await call(renewed, "DELETE /connection")).body).toEqual({});
    const after = await call(renewed, "GET /connection");
    expect([after.status, after.body.error.code]).toEqual([410, "disconnected"]);
    expect((await tell(renewed, "order.created", anOrder(2))).status).toBe(410);
    expect(await database.prisma.inboundEvent.count({ where: { shopId: shop.shopId } })).toBe(1);

    const back = await connect(connectRequest(shop.siteUrl));
    expect(back.body.shopId).toBe(shop.shopId);
  });
});

describe("does not connect", () => {
  it("a site that answers with another key, with nothing, or not at all", async () => {
    const other = await startSite(pluginSite("00".repeat(32)));
    const silent = await startSite((_request, response) => response.end("<html></html>"));
    const absent = await startSite((_request, response) => response.writeHead(404).end());
    for (const [siteUrl, code] of [
      [other, "site-not-verified"],
      [silent, "site-not-verified"],
      [absent, "site-unreachable"],
    ] as const) {
      const refused = await connect(connectRequest(siteUrl));
      expect([refused.status, refused.body.error.code]).toEqual([422, code]);
      const domain = new URL(siteUrl).host;
      expect(await service.docket.prisma.shop.count({ where: { domain } })).toBe(0);
    }
  });

  it("a site in whose name somebody else answers: another host, another folder, a redirect", async () => {
    let isAsked = false;
    const mine = await startSite((request, response) => {
      isAsked = true;
      pluginSite()(request, response);
    });
    const theirs = await startSite((_request, response) =>
      response.writeHead(302, { Location: `${mine}/wp-json/docket/v1/verify` }).end(),
    );
    const verify = (path: string) => ({ verifyUrl: `${mine}${path}` });
    const attempts: [string, object, number, string][] = [
      [theirs, verify("/wp-json/docket/v1/verify"), 400, "site-address"],
      [`${mine}/victim`, verify("/wp-json/docket/v1/verify"), 400, "site-address"],
      [mine, verify("/attacker/wp-json/docket/v1/verify"), 400, "site-address"],
      [mine, verify("/uploads/answer.json"), 400, "site-address"],
      [mine, verify("/wp-json/docket/v1/verify/../../../../x"), 400, "site-address"],
      [mine, verify("/attacker/?rest_route=/docket/v1/verify"), 400, "site-address"],
      [theirs, {}, 422, "site-unreachable"],
    ];
    for (const [siteUrl, changes, status, code] of attempts) {
      const refused = await connect(connectRequest(siteUrl, changes));
      expect([refused.status, refused.body.error.code]).toEqual([status, code]);
    }
    expect(isAsked).toBe(false);
  });

  it.each([
    "http://127.0.0.1:1",
    "http://localhost:1",
    "http://[::1]:1",
    "http://169.254.169.254",
    "http://10.0.0.1",
    "http://2130706433",
  ])("%s where local shops are not allowed", async (siteUrl) => {
    const refused = await connect(connectRequest(siteUrl), careful);
    expect([refused.status, refused.body.error.code]).toEqual([422, "site-private"]);
  });

  it.each([
    ["ftp://shop.example", "site-address"],
    ["file:///etc/passwd", "site-address"],
    ["https://user:password@shop.example", "site-address"],
    ["https://shop.example/?a=b", "site-address"],
    ["shop.example", "site-address"],
    ["", "site-address"],
  ])("%j, which is no site", async (siteUrl, code) => {
    const refused = await connect(connectRequest(siteUrl));
    expect([refused.status, refused.body.error.code]).toEqual([400, code]);
  });

  it("a request that is not as agreed, and names the field", async () => {
    expect((await connect("siteUrl=https://shop.example")).body.error.code).toBe("not-json");
    expect((await connect("[]")).status).toBe(400);
    const refused = await connect(connectRequest("https://shop.example", { proof: "short" }));
    expect(refused.body.error).toEqual({
      code: "bad-request",
      message: "This request is not right: proof: expected 64 hex digits.",
      fieldErrors: { proof: "expected 64 hex digits" },
    });
    const huge = connectRequest("https://shop.example", { siteName: "x".repeat(5_000_001) });
    expect((await connect(huge)).status).toBe(413);
  });
});
