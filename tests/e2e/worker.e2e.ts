import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../../core/adapters/storage/prisma/embedded-postgres.ts";
import { ACCOUNT } from "../standins/stack.ts";
import {
  askAs,
  installDocket,
  untilInvoiced,
  useDatabase,
  verifyAll,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { until, useStack } from "./stack-for-tests.ts";

const ORDERS = 12;

let server: EmbeddedPostgres | undefined;
const databaseUrl = () => server?.url ?? "";
const workers: ChildProcess[] = [];

beforeAll(async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-postgres-"));
  await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
  server = await startEmbeddedPostgres({ dataFolder, durable: false });
  return async () => {
    await server?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
});
const running = useStack(() => ({ DATABASE_URL: databaseUrl(), JOBS: "off" }));
const database = useDatabase(running, databaseUrl);
const prisma = () => database().prisma;
afterAll(() => Promise.all(workers.map((worker) => stop(worker, "SIGTERM"))));

/** `npm run worker`, on the database and the files of the running web process. */
function startWorker(): ChildProcess {
  const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const { stack, dataFolder, smtpUrl } = running();
  const worker = spawn(
    process.execPath,
    ["--import", at("tests/standins/shopify/register.mjs"), at("core/server/worker.ts")],
    {
      env: {
        ...process.env,
        ...ACCOUNT,
        DATABASE_URL: databaseUrl(),
        DATA_FOLDER: dataFolder,
        SHOPIFY_STANDIN_URL: stack.adminUrl,
        SMTP_URL: smtpUrl,
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  workers.push(worker);
  return worker;
}

async function stop(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill(signal);
  await ended;
}

const createOrders = () =>
  Promise.all(
    Array.from({ length: ORDERS }, () =>
      running().control<PlacedOrder>("createOrder", { paid: true }),
    ),
  );

it("a web process without jobs answers and stores, and makes nothing", async () => {
  await installDocket(running());
  await grantLargestPlan(database());
  const orders = await createOrders();
  await running().control("settle");
  const events = await prisma().inboundEvent.findMany();
  expect(events).toHaveLength(orders.length * 3);
  expect(new Set(events.map(({ state }) => state))).toEqual(new Set(["waiting"]));
  expect(await prisma().document.count()).toBe(0);
});

it("a worker beside it makes and sends what waited", async () => {
  startWorker();
  const isSent = async () =>
    (await prisma().delivery.count({ where: { state: "sent" } })) === ORDERS || undefined;
  await until(isSent, { seconds: 30, what: "all invoices sent" });
  expect(await running().mails()).toHaveLength(ORDERS);
});

it("the web process shows at once what the worker made", async () => {
  const { id } = await prisma().document.findFirstOrThrow();
  const response = await askAs(running())(`/app/documents/${id}/pdf`);
  expect(response.status).toBe(200);
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

it("two workers, one of which is killed, share the work: no gap, no double", async () => {
  const [first] = workers;
  startWorker();
  const orders = await createOrders();
  if (first) await stop(first, "SIGKILL");
  startWorker();
  for (const order of orders) await untilInvoiced(prisma(), order);
  expect(await prisma().document.count()).toBe(2 * ORDERS);
  expect(await verifyAll(database(), running())).toEqual([]);
});

it("a worker stops in order when it is asked to", async () => {
  const last = workers.at(-1);
  if (!last) throw new Error("no worker");
  await stop(last, "SIGTERM");
  expect(last.exitCode).toBe(0);
});
