import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { startQueue } from "#adapters/storage/prisma";
import { ACCOUNT } from "../standins/stack.ts";
import {
  askAs,
  installDocket,
  DEMO,
  postWebhook,
  untilEventsAreSettled,
  untilInvoiced,
  useDatabase,
  verifyAll,
  webhookHeaders,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { until, useStack } from "./stack-for-tests.ts";

const running = useStack();
const database = useDatabase(running);
const prisma = () => database().prisma;

const findShop = () => prisma().shop.findFirstOrThrow({ where: { domain: DEMO } });
const createOrder = (wish: object = {}) =>
  running().control<PlacedOrder>("createOrder", { paid: true, ...wish });

beforeAll(async () => {
  await installDocket(running());
  await grantLargestPlan(database());
});

describe("a webhook that is not right", () => {
  const body = JSON.stringify({ id: 1 });
  const noShop = Object.fromEntries(
    Object.entries(webhookHeaders(body)).filter(([name]) => name !== "X-Shopify-Shop-Domain"),
  );
  const large = JSON.stringify({ note: "x".repeat(5_000_001) });
  const unknown = { ...webhookHeaders(body), "X-Shopify-Shop-Domain": "nobody.myshopify.com" };

  it.each([
    ["has a wrong signature", body, webhookHeaders(body, { secret: "another" }), 401],
    ["names no shop", body, noShop, 400],
    ["is larger than 5 MB", large, webhookHeaders(large), 413],
    ["is signed, but no JSON", "id=1", webhookHeaders("id=1"), 400],
    ["is of a shop that never installed Docket", body, unknown, 200],
  ])("%s: answered, and nothing is stored", async (_, sent, headers, status) => {
    expect((await postWebhook(running(), sent, headers)).status).toBe(status);
    expect(await prisma().inboundEvent.count()).toBe(0);
    expect(await prisma().shop.count()).toBe(1);
    expect(await prisma().document.count()).toBe(0);
  });

  it("that was cut off for its size holds up no other on its connection", async () => {
    const startedAt = Date.now();
    await postWebhook(running(), large, webhookHeaders(large));
    expect((await postWebhook(running(), body, unknown)).status).toBe(200);
    expect(Date.now() - startedAt).toBeLessThan(2000);
  });

  it("only POST is answered", async () => {
    const response = await fetch(`${running().stack.appUrl}/webhooks/shopify`);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("that names no order is settled with the reason", async () => {
    await postWebhook(running(), "[]", webhookHeaders("[]"));
    await untilEventsAreSettled(prisma());
    expect(await prisma().inboundEvent.findMany()).toMatchObject([
      { state: "failed", problem: "orders/paid names no order" },
    ]);
  });
});

describe("a webhook that comes strangely", () => {
  it("ten times at once: one event, one invoice", async () => {
    await running().control("faults", { loseNext: 3 });
    const order = await createOrder();
    const body = JSON.stringify({ admin_graphql_api_id: order.gid });
    const headers = webhookHeaders(body);
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const response = await postWebhook(running(), body, headers);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(answers.toSorted()).toEqual([...Array<string>(9).fill("200 repeated"), "200 stored"]);
    const eventId = headers["X-Shopify-Event-Id"] ?? "";
    expect(await prisma().inboundEvent.count({ where: { eventId } })).toBe(1);
    await untilInvoiced(prisma(), order);
    expect(await prisma().document.count({ where: { orderId: order.gid } })).toBe(1);
  });

  it("paid before created: one invoice", async () => {
    await running().control("faults", { disorderNext: 1, repeatNext: 3 });
    const order = await createOrder();
    await untilInvoiced(prisma(), order);
    await running().control("settle");
    await untilEventsAreSettled(prisma());
    const seen = await prisma().inboundEvent.findMany({ orderBy: { receivedAt: "asc" } });
    expect(seen.slice(-3).map(({ topic }) => topic)).toEqual([
      "orders/paid",
      "orders/updated",
      "orders/create",
    ]);
    expect(await prisma().document.count({ where: { orderId: order.gid } })).toBe(1);
  });

  it("never: the order is listed by `docket reconcile` and made up for by its job", async () => {
    await running().control("faults", { loseNext: 3 });
    const order = await createOrder();
    expect(await reconcile()).toEqual({
      code: 3,
      lines: [
        expect.stringMatching(new RegExp(`^${DEMO} ${order.name} .+ EUR: no invoice$`)),
        "1 shops looked at, 1 orders without their document",
      ],
    });
    const queue = await startQueue(database());
    try {
      await queue.send("reconcile-shop", { shopId: (await findShop()).id });
      await untilInvoiced(prisma(), order);
    } finally {
      await queue.stop();
    }
    expect((await reconcile()).code).toBe(0);
  });
});

describe("uninstalling", () => {
  const uninstalledAt = async (instant: string) => {
    const body = JSON.stringify({ myshopify_domain: DEMO });
    const headers = webhookHeaders(body, { topic: "app/uninstalled" });
    await postWebhook(running(), body, { ...headers, "X-Shopify-Triggered-At": instant });
    await untilEventsAreSettled(prisma());
  };
  const invoicesOf = (order: PlacedOrder) =>
    prisma().document.count({ where: { orderId: order.gid } });

  it("disconnects the shop and forgets its tokens; installing again finds the documents", async () => {
    const before = await prisma().document.count();
    const { connectedAt } = await findShop();
    await running().control("uninstall");
    await until(async () => !(await findShop()).isConnected || undefined, {
      seconds: 10,
      what: "the shop disconnected",
    });
    await untilEventsAreSettled(prisma());
    expect(await prisma().session.count()).toBe(0);
    const meanwhile = await createOrder();

    const uninstalled = new Date().toISOString();
    await running().control("install");
    await installDocket(running());
    const again = await findShop();
    expect(again.isConnected).toBe(true);
    expect(again.connectedAt.getTime()).toBeGreaterThan(connectedAt.getTime());
    const list = await askAs(running())("/app/documents?_data=routes/app.documents._index");
    expect(((await list.json()) as { rows: unknown[] }).rows).toHaveLength(before);

    await uninstalledAt(uninstalled);
    expect((await findShop()).isConnected).toBe(true);
    await untilInvoiced(prisma(), await createOrder());
    expect(await invoicesOf(meanwhile)).toBe(0);
  });

  it("told only after the shop has Docket again changes nothing", async () => {
    await running().control("faults", { loseNext: 1 });
    const uninstalled = new Date().toISOString();
    await running().control("uninstall");
    await running().control("install");
    const home = async () => (await askAs(running())("/app?index&_data=routes/app._index")).text();
    await until(async () => /"ordersWithoutDocument":\d/.test(await home()) || undefined, {
      seconds: 10,
      what: "Home able to ask the shop again",
    });
    await uninstalledAt(uninstalled);
    expect((await findShop()).isConnected).toBe(true);
    await untilInvoiced(prisma(), await createOrder());
  });

  it("left every number series whole", async () => {
    expect(await verifyAll(database(), running())).toEqual([]);
  });
});

/** `npm run docket -- reconcile` beside the running program. */
async function reconcile(): Promise<{ code: number | null; lines: readonly string[] }> {
  const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const { dataFolder, stack } = running();
  const child = spawn(
    process.execPath,
    [
      "--import",
      at("tests/standins/shopify/register.mjs"),
      at("core/server/cli/docket.ts"),
      "reconcile",
    ],
    {
      env: {
        ...process.env,
        ...ACCOUNT,
        DATA_FOLDER: dataFolder,
        SHOPIFY_STANDIN_URL: stack.adminUrl,
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const output = await text(child.stdout);
  return { code: await ended, lines: output.trim().split("\n") };
}
