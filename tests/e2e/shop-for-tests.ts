import { createHmac } from "node:crypto";
import type { PrismaClient } from "@prisma/client";
import { afterAll, beforeAll } from "vitest";
import { diskFiles } from "#adapters/files/disk";
import { openDatabase, verifyMerchant } from "#adapters/storage/prisma";
import { installForSeller, USER_AGENT } from "../standins/install.ts";
import { ACCOUNT } from "../standins/stack.ts";
import { until, type RunningStack } from "./stack-for-tests.ts";

export const DEMO = "demo.myshopify.com";
type Database = Awaited<ReturnType<typeof openDatabase>>;

/** What the stand-in tells of an order. */
export interface PlacedOrder {
  readonly id: number;
  readonly gid: string;
  readonly name: string;
}

/** The running product's own database, to look into. */
export function useDatabase(
  running: () => RunningStack,
  databaseUrl: () => string | undefined = () => process.env["DATABASE_URL"],
): () => Database {
  let database: Database | undefined;
  beforeAll(async () => {
    const { dataFolder } = running();
    database = await openDatabase({ dataFolder, databaseUrl: databaseUrl() });
  });
  afterAll(() => database?.close());
  return () => {
    if (database === undefined) throw new Error("the database did not open");
    return database;
  };
}

export type Ask = (path: string, request?: RequestInit) => Promise<Response>;

/**
 * Asks Docket's routes as App Bridge does: with a session token of the shop. The first request installs Docket. `claims`
 * spoil the token.
 */
export function askAs({ stack, control }: RunningStack, shop = DEMO, claims: object = {}): Ask {
  return async (path, request = {}) => {
    const { token } = await control<{ token: string }>("idToken", { shop, over: claims });
    return fetch(stack.appUrl + path, {
      redirect: "manual",
      ...request,
      headers: {
        "user-agent": USER_AGENT,
        authorization: `Bearer ${token}`,
        ...(request.headers as Readonly<Record<string, string>>),
      },
    });
  };
}

export const asJson = (method: string, content: unknown): RequestInit => ({
  method,
  body: JSON.stringify(content),
  headers: { "content-type": "application/json" },
});

/** Opens Docket in the shop's admin, which installs it there, and completes its seller. */
export async function installDocket(running: RunningStack, shop = DEMO): Promise<Ask> {
  await installForSeller(running.stack, shop);
  return askAs(running, shop);
}

/** Saves settings through the page that has them. */
export async function changeSettings(ask: Ask, page: string, content: unknown): Promise<void> {
  const response = await ask(
    `/app/settings/${page}?_data=routes/app.settings.${page}`,
    asJson("POST", content),
  );
  const answer = await response.text();
  if (!answer.includes('"isSaved":true')) throw new Error(`${page} was not saved: ${answer}`);
}

/** The headers of a webhook as Shopify sends it; each test spoils what it is about. */
export const webhookHeaders = (
  body: string,
  {
    topic = "orders/paid",
    secret = ACCOUNT.SHOPIFY_API_SECRET,
  }: { readonly topic?: string; readonly secret?: string } = {},
): Record<string, string> => ({
  "content-type": "application/json",
  "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
  "X-Shopify-Topic": topic,
  "X-Shopify-Shop-Domain": DEMO,
  "X-Shopify-API-Version": "2026-10",
  "X-Shopify-Webhook-Id": crypto.randomUUID(),
  "X-Shopify-Event-Id": crypto.randomUUID(),
  "X-Shopify-Triggered-At": new Date().toISOString(),
});

export const postWebhook = (
  { directUrl }: RunningStack,
  body: string,
  headers: Record<string, string>,
): Promise<Response> => fetch(`${directUrl}/webhooks/shopify`, { method: "POST", body, headers });

/** What the jobs made of all events so far; waits until none is left to deal with. */
export async function untilEventsAreSettled(prisma: PrismaClient): Promise<void> {
  const settled = async () =>
    (await prisma.inboundEvent.count({ where: { state: "waiting" } })) === 0 || undefined;
  await until(settled, { seconds: 30, what: "all events dealt with" });
}

export const untilInvoiced = (prisma: PrismaClient, order: Pick<PlacedOrder, "gid">) =>
  until(
    async () =>
      (await prisma.document.findFirst({
        where: { orderId: order.gid, kind: "invoice", state: "issued", artefacts: { some: {} } },
        include: { deliveries: true, timeline: true },
      })) ?? undefined,
    { seconds: 60, what: `the invoice of ${order.gid} with its PDF` },
  );

/** What `docket verify` would say of every merchant. */
export async function verifyAll(database: Database, { dataFolder }: RunningStack) {
  const files = diskFiles(`${dataFolder}/files`);
  const merchants = await database.prisma.merchant.findMany({ select: { id: true } });
  const findings = [];
  for (const { id } of merchants) {
    findings.push(...(await verifyMerchant(database, id, (key) => files.read(key))));
  }
  return findings;
}
