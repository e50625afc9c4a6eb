import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import jwt from "jsonwebtoken";
import { afterAll, expect } from "vitest";
import type { DocumentSummary } from "#domain/workflows";
import { temporaryDataFolder } from "../../../tests/support/database-folder.ts";
import type { TestDatabase } from "../../../tests/support/database.ts";
import { json as wooOrder } from "../../adapters/platform/woocommerce/test-support.ts";
import { billingStore } from "../../adapters/storage/prisma/billing-store.ts";
import { readEnvironment, startDocket, type Docket } from "../wiring/index.ts";

/** Docket as it runs, answering over HTTP on a port of its own, with its jobs. */
export interface Service {
  readonly url: string;
  readonly docket: Docket;
}

export async function startService(
  { url: databaseUrl }: Pick<TestDatabase, "url">,
  variables: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const docket = await startDocket(
    readEnvironment({
      DATABASE_URL: databaseUrl,
      DATA_FOLDER: await temporaryDataFolder(),
      SHOPIFY_APP_URL: "https://docket.test",
      SMTP_URL: "smtp://127.0.0.1:1",
      VIES_URL: "off",
      ALLOW_LOCAL_SHOPS: "on",
      SHOP_SECRETS_KEY: "ab".repeat(32),
      ...variables,
    }),
  );
  const app = express();
  app.use(docket.routes);
  const server = await listen(createServer(app));
  afterAll(async () => {
    close(server);
    await docket.close();
  });
  return { url: urlOf(server), docket };
}

/** A WordPress site that answers `listener`. */
export async function startSite(listener: RequestListener): Promise<string> {
  const server = await listen(createServer(listener));
  afterAll(() => close(server));
  return urlOf(server);
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return `http://127.0.0.1:${address.port}`;
}

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

export const PROOF = "5e".repeat(32);

/** The plugin's public route, which answers a challenge while it is connecting. */
export const pluginSite =
  (proof: string = PROOF): RequestListener =>
  (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
    if (pathname !== "/wp-json/docket/v1/verify") {
      response.writeHead(404).end();
      return;
    }
    const challenge = searchParams.get("challenge") ?? "";
    const answer = createHmac("sha256", proof).update(challenge).digest("hex");
    response.setHeader("Content-Type", "application/json").end(JSON.stringify({ answer }));
  };

export const connectRequest = (siteUrl: string, changes: object = {}) => ({
  siteUrl,
  siteName: "Bakkerij Maes",
  verifyUrl: `${siteUrl}/wp-json/docket/v1/verify`,
  proof: PROOF,
  timeZone: "Europe/Amsterdam",
  currency: "EUR",
  countryCode: "NL",
  address: { line1: "Dam 1", line2: "", postalCode: "1012 JS", city: "Amsterdam", region: "" },
  email: "info@maes.example",
  locale: "nl_NL",
  versions: { php: "8.2", wordpress: "7.1", woocommerce: "10.5", plugin: "0.1.0" },
  ...changes,
});

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  readonly body: any;
  readonly bytes: Buffer;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString("utf8");
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json") === true;
  const { status, headers } = response;
  return { status, headers, text, bytes, body: isJson ? JSON.parse(text) : undefined };
}

/** A connected shop and its plugin. */
export interface TestShop {
  readonly service: Service;
  readonly shopId: string;
  readonly secret: string;
  readonly siteUrl: string;
}

export async function connectShop(service: Service, changes: object = {}): Promise<TestShop> {
  const siteUrl = await startSite(pluginSite());
  const connected = await ask(`${service.url}/api/woocommerce/v1/connect`, {
    method: "POST",
    body: JSON.stringify(connectRequest(siteUrl, changes)),
  });
  expect(connected.status).toBe(200);
  return { service, siteUrl, shopId: connected.body.shopId, secret: connected.body.secret };
}

export interface CallOptions {
  /** An object is sent as JSON. */
  readonly body?: object | string | Uint8Array;
  readonly contentType?: string;
  /** Claims that differ from right ones; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly secret?: string;
}

/** A call as the plugin signs it: `GET /home`. */
export const call = (shop: TestShop, name: string, options: CallOptions = {}): Promise<Answer> =>
  callWith(shop, name, { ...options, token: tokenFor(shop, name, options) });

export function callWith(
  { service }: Pick<TestShop, "service">,
  name: string,
  { token, body, contentType = "application/json" }: CallOptions & { readonly token: string },
): Promise<Answer> {
  const [method = "", path = ""] = name.split(" ");
  return ask(`${service.url}/api/woocommerce/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": contentType },
    ...(body !== undefined && { body: new Uint8Array(bytesOf(body)) }),
  });
}

export function tokenFor(
  shop: Pick<TestShop, "shopId" | "secret">,
  name: string,
  { body = "", ...options }: CallOptions = {},
): string {
  const [method, path] = name.split(" ");
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: "docket-plugin",
    sub: shop.shopId,
    aud: "docket",
    iat,
    exp: iat + 60,
    jti: randomUUID(),
    method,
    path: `/api/woocommerce/v1${path}`,
    bodySha256: createHash("sha256").update(bytesOf(body)).digest("hex"),
    ...options.claims,
  };
  const given = Object.fromEntries(
    Object.entries(claims).filter(([, value]) => value !== undefined),
  );
  return jwt.sign(given, options.secret ?? shop.secret, {
    algorithm: "HS256",
    noTimestamp: !("iat" in given),
    header: { alg: "HS256", kid: shop.shopId, ...options.header },
  });
}

function bytesOf(body: object | string | Uint8Array): Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(JSON.stringify(body));
}

export interface EventOptions {
  readonly topic: string;
  readonly payload: unknown;
  readonly deliveryId?: string;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of the payload that was signed. */
  readonly sent?: string;
}

/** An event as WooCommerce and the plugin send it. */
export const tell = (shop: TestShop, topic: string, payload: unknown): Promise<Answer> =>
  tellWith(shop, { topic, payload });

export function tellWith(
  { service, shopId, secret }: TestShop,
  { topic, payload, ...options }: EventOptions,
): Promise<Answer> {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const signature = createHmac("sha256", options.secret ?? secret)
    .update(body)
    .digest("base64");
  return ask(`${service.url}/webhooks/woocommerce/${shopId}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-WC-Webhook-Topic": topic,
      "X-WC-Webhook-ID": "0",
      "X-WC-Webhook-Delivery-ID": options.deliveryId ?? randomUUID(),
      "X-WC-Webhook-Signature": signature,
      ...options.headers,
    },
    body: options.sent ?? body,
  });
}

/** A minute of the shop's clock, counted from an hour ago. */
export const minute = (count: number): string =>
  new Date(Date.now() - 3_600_000 + count * 60_000).toISOString().slice(0, 19);

/** A paid order of two chairs for € 121, placed just now. */
export const anOrder = (id: number, changes: object = {}) =>
  wooOrder({
    id,
    number: String(id),
    date_created_gmt: minute(60),
    date_modified_gmt: minute(60),
    date_paid_gmt: minute(60),
    ...changes,
  });

/** Waits until everything that the shop told is dealt with. */
export async function settled(
  { prisma }: Pick<TestDatabase, "prisma">,
  { shopId }: Pick<TestShop, "shopId">,
): Promise<void> {
  while ((await prisma.inboundEvent.count({ where: { shopId, state: "waiting" } })) > 0)
    await sleep(20);
}

export const SELLER = {
  legalName: "Bakkerij Maes BV",
  vatIdentifier: "BE0417497106",
  enterpriseNumber: "0417.497.106",
  taxNumber: "",
  address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
  email: "info@maes.example",
  phone: "",
  website: "",
  iban: "",
  bic: "",
};

/** With what an invoice must say of its seller, so that rules issue, and the largest plan unless `isFree`. */
export async function connectSeller(
  service: Service,
  { isFree = false }: { readonly isFree?: boolean } = {},
): Promise<TestShop> {
  const shop = await connectShop(service);
  const saved = await call(shop, "PUT /settings", { body: { seller: SELLER } });
  expect(saved.status).toBe(200);
  if (!isFree) await grantLargestPlan(shop);
  return shop;
}

async function grantLargestPlan({ service, shopId }: TestShop): Promise<void> {
  const { prisma } = service.docket;
  const { merchantId } = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  await billingStore({ prisma }, merchantId).applyEvent({
    type: "granted",
    at: "2026-01-01T00:00:00.000Z",
    grant: {
      externalId: "of-tests",
      planId: "business",
      interval: "yearly",
      priceUsd: "0.00",
      endsAt: "2099-01-01T00:00:00.000Z",
    },
  });
}

/** A confirmation waits when an order comes; an invoice when it is paid and a credit note of a refund, as `delivery` says. */
export async function connectRuled(
  service: Service,
  delivery: "send" | "draft" = "send",
): Promise<TestShop> {
  const shop = await connectSeller(service);
  const rules = [
    ["orderConfirmation", "orderCreated", "confirmations", "draft"],
    ["invoice", "orderPaid", "invoices", delivery],
    ["creditNote", "orderRefunded", "credit-notes", delivery],
  ].map(([kind, event, journalId, how], index) => ({
    ruleId: `rule-${index}`,
    kind,
    event,
    journalId,
    delivery: how,
  }));
  const saved = await call(shop, "PUT /settings", { body: { rules } });
  expect(saved.status).toBe(200);
  return shop;
}

export async function documentsOf(shop: TestShop, orderId: number): Promise<DocumentSummary[]> {
  const body = { orderIds: [String(orderId)] };
  const answer = await call(shop, "POST /orders/documents", { body });
  return answer.body[orderId];
}
