import { createHmac, randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { secretBox } from "../../adapters/storage/prisma/secret-box.ts";
import { shopConnections } from "../../adapters/storage/prisma/shop-connections.ts";
import {
  ask,
  call,
  callWith,
  connectShop,
  startService,
  tokenFor,
  type Answer,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database, { JOBS: "off" });
const other = await startService(database, { JOBS: "off" });
const shop = await connectShop(service);
const stranger = await connectShop(service);

const now = () => Math.floor(Date.now() / 1000);
const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];

describe("a call is refused", () => {
  it.each([
    ["without a token", undefined],
    ["with another scheme", "Basic c2hvcDpzZWNyZXQ="],
    ["with what is no token", "Bearer abc"],
    ["with a token that names no shop", `Bearer ${jwt.sign({}, "x")}`],
    ["with a hostile shop", `Bearer ${jwt.sign({}, "x", { keyid: "a' OR 1=1 --\0" })}`],
  ])("%s", async (_name, authorization) => {
    const answer = await ask(`${service.url}/api/woocommerce/v1/home`, {
      headers: authorization === undefined ? {} : { Authorization: authorization },
    });
    expect(refusalOf(answer)).toEqual([401, "not-signed"]);
  });

  it("when its shop is unknown", async () => {
    const unknown = { ...shop, shopId: randomUUID() };
    expect(refusalOf(await call(unknown, "GET /home"))).toEqual([401, "unknown-shop"]);
  });

  it("when its shop is a Shopify shop, whatever it is signed with", async () => {
    const { shopId } = await service.docket.prisma.shop
      .create({
        data: { platform: "shopify", domain: "a.myshopify.com", merchant: { create: {} } },
      })
      .then(({ id }) => ({ shopId: id }));
    const answer = await call({ ...shop, shopId, secret: "00" }, "GET /home");
    expect(refusalOf(answer)).toEqual([401, "unknown-shop"]);
  });

  it.each<[string, Parameters<typeof call>[2]]>([
    ["with another secret", { secret: "00".repeat(32) }],
    ["with another shop's secret", { secret: stranger.secret }],
    ["in another shop's name", { header: { kid: stranger.shopId } }],
    ["for another subject", { claims: { sub: stranger.shopId } }],
    ["by another issuer", { claims: { iss: "somebody" } }],
    ["for another audience", { claims: { aud: "somebody" } }],
    ["without an id", { claims: { jti: undefined } }],
    ["with an id that is no text", { claims: { jti: "a\0b" } }],
    ["without a hash of its body", { claims: { bodySha256: undefined } }],
    ["with times that are none", { claims: { iat: undefined, exp: now() + 60 } }],
  ])("when it is signed %s", async (_name, options) => {
    expect(refusalOf(await call(shop, "GET /home", options))).toEqual([401, "signature-wrong"]);
  });

  it("when its token is not signed, or signed by another algorithm", async () => {
    const [header = "", payload = "", signature = ""] = tokenFor(shop, "GET /home").split(".");
    const as = (alg: string) =>
      Buffer.from(JSON.stringify({ alg, kid: shop.shopId, typ: "JWT" })).toString("base64url");
    const hs512 = createHmac("sha512", shop.secret).update(`${as("HS512")}.${payload}`);
    const tokens = [
      `${as("none")}.${payload}.`,
      `${as("none")}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${as("HS512")}.${payload}.${hs512.digest("base64url")}`,
      `${header}.${payload.slice(0, -2)}AA.${signature}`,
      `${header}..${signature}`,
    ];
    for (const token of tokens) {
      const { status } = await callWith(shop, "GET /home", { token });
      expect(status).toBe(401);
    }
  });

  it.each([
    ["expired", { iat: now() - 200, exp: now() - 140 }],
    ["made in the future", { iat: now() + 200, exp: now() + 260 }],
    ["good for too long", { iat: now(), exp: now() + 3600 }],
  ])("when its token is %s, with the time here", async (_name, claims) => {
    const answer = await call(shop, "GET /home", { claims });
    expect(refusalOf(answer)).toEqual([401, "clock-off"]);
    expect(Math.abs(Date.parse(answer.body.error.serverTime) - Date.now())).toBeLessThan(5000);
  });

  it("when its token was made for another method, path, query or body", async () => {
    const body = { recipient: "a@example.com" };
    const answers = [
      await call(shop, "GET /home", { claims: { method: "POST" } }),
      await call(shop, "GET /home", { claims: { path: "/api/woocommerce/v1/settings" } }),
      await call(shop, "GET /documents?search=b", {
        claims: { path: "/api/woocommerce/v1/documents?search=a" },
      }),
      await callWith(shop, "POST /test-mail", {
        token: tokenFor(shop, "POST /test-mail", { body }),
        body: { recipient: "b@example.com" },
      }),
      await callWith(shop, "POST /test-mail", {
        token: tokenFor(shop, "POST /test-mail", { body }),
      }),
    ];
    for (const answer of answers)
      expect(refusalOf(answer)).toEqual([401, "token-for-another-call"]);
  });

  it("the second time, also by another process", async () => {
    const token = tokenFor(shop, "GET /connection");
    const askAt = ({ url } = service) =>
      callWith({ service: { ...service, url } }, "GET /connection", { token });
    expect((await askAt()).status).toBe(200);
    expect(refusalOf(await askAt())).toEqual([401, "token-used"]);
    expect(refusalOf(await askAt(other))).toEqual([401, "token-used"]);

    const fresh = tokenFor(shop, "GET /connection");
    const together = await Promise.all(
      Array.from({ length: 8 }, () => callWith(shop, "GET /connection", { token: fresh })),
    );
    expect(together.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("when it is larger than 5 MB, compressed, or has a body that is no JSON", async () => {
    const large = `"${"x".repeat(5_000_001)}"`;
    expect(refusalOf(await call(shop, "PUT /settings", { body: large }))).toEqual([
      413,
      "too-large",
    ]);
    const token = tokenFor(shop, "PUT /settings", { body: "{}" });
    const compressed = await ask(`${service.url}/api/woocommerce/v1/settings`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${token}`, "Content-Encoding": "gzip" },
      body: "{}",
    });
    expect(refusalOf(compressed)).toEqual([415, "encoded"]);
    for (const body of ["", "{", "a=b", new Uint8Array([0x22, 0xff, 0x22])]) {
      expect(refusalOf(await call(shop, "PUT /settings", { body }))).toEqual([400, "not-json"]);
    }
  });

  it("when there is nothing at its path", async () => {
    for (const [method, path] of [
      ["GET", "/nothing"],
      ["POST", "/home"],
      ["GET", "/connect"],
      ["GET", "/documents/a/b/c"],
    ] as const) {
      expect(refusalOf(await call(shop, `${method} ${path}`))).toEqual([404, "not-found"]);
    }
    const { status } = await ask(`${service.url}/api/woocommerce/v2/home`);
    expect(status).toBe(404);
  });
});

describe("a call is taken", () => {
  it("with a clock that is less than a minute off", async () => {
    for (const difference of [-50, 50]) {
      const claims = { iat: now() + difference, exp: now() + difference + 60 };
      expect((await call(shop, "GET /connection", { claims })).status).toBe(200);
    }
  });

  it("with its query as it was sent", async () => {
    expect((await call(shop, "GET /documents?search=a%20b&limit=5")).status).toBe(200);
  });

  it("and its token is forgotten once it has expired", async () => {
    const connections = shopConnections(database, secretBox(null));
    await call(shop, "GET /connection");
    const ofShop = { where: { shopId: shop.shopId } };
    await database.prisma.usedToken.updateMany({ ...ofShop, data: { expiresAt: new Date(0) } });
    await call(shop, "GET /connection");
    await connections.forgetExpiredTokens();
    expect(await database.prisma.usedToken.count(ofShop)).toBe(1);
  });
});
