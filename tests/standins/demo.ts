import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run demo`: a Shopify admin to click in, Docket embedded in it, and a mailbox that shows what arrived. Each start begins
 * afresh, because the stand-in of Shopify forgets its orders. The app is the product itself; it does not know the stand-in.
 */

const PORTS = { admin: 4600, tunnel: 4601, app: 4602, smtp: 4625, mailbox: 4680 };
const READY_SECONDS = 60;

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const at = (file: string) => path.join(projectFolder, file);
const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-demo-"));
const adminUrl = `http://localhost:${PORTS.admin}`;
const mailboxUrl = `http://localhost:${PORTS.mailbox}`;

const account = {
  SHOPIFY_API_KEY: "demo-key",
  SHOPIFY_API_SECRET: "demo-secret",
  SCOPES: "read_orders,read_customers",
};
const children: ChildProcess[] = [];
let isStopping = false;

start("mailbox", [
  at("node_modules/maildev/bin/maildev"),
  "--ip",
  "127.0.0.1",
  "--smtp",
  String(PORTS.smtp),
  "--web",
  String(PORTS.mailbox),
  "--silent",
]);
start("shop", [at("tests/standins/shopify/main.ts")], {
  ...account,
  STANDIN_ADMIN_PORT: String(PORTS.admin),
  STANDIN_PROXY_PORT: String(PORTS.tunnel),
  STANDIN_APP_PORT: String(PORTS.app),
  MAILBOX_URL: mailboxUrl,
});
start(
  "docket",
  ["--import", at("tests/standins/shopify/register.mjs"), at("shopify-app/server.ts")],
  {
    ...account,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(PORTS.app),
    DATABASE_URL: process.env["DATABASE_URL"] ?? "",
    DATA_FOLDER: dataFolder,
    SHOPIFY_APP_URL: `http://localhost:${PORTS.tunnel}`,
    SHOPIFY_STANDIN_URL: adminUrl,
    APP_BRIDGE_URL: `${adminUrl}/app-bridge.js`,
    SMTP_URL: `smtp://127.0.0.1:${PORTS.smtp}`,
    MAIL_FROM: "documents@docket.example",
  },
);
process.once("SIGINT", () => void stop(0));
process.once("SIGTERM", () => void stop(0));

await ready(`http://127.0.0.1:${PORTS.app}/readyz`);
await ready(adminUrl);
await ready(mailboxUrl);
console.log(`
  Docket is ready.

  Shop admin   ${adminUrl}/store/demo/orders
  Docket in it ${adminUrl}/store/demo/apps/${account.SHOPIFY_API_KEY}/app
  Mailbox      ${mailboxUrl}

  Open Docket once to install it, then create or pay an order in the shop admin and watch its invoice appear.
  Ctrl+C stops everything; the next start begins afresh.
`);

function start(name: string, args: string[], variables: Record<string, string> = {}): void {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "inherit", "inherit"],
  });
  child.once("exit", (code) => {
    if (isStopping) return;
    console.error(
      `The ${name} stopped (exit code ${code}), so the demo stops too. Is one of the ports ${Object.values(PORTS).join(", ")} in use?`,
    );
    void stop(1);
  });
  children.push(child);
}

async function ready(url: string): Promise<void> {
  const until = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < until && !isStopping) {
    const isUp = await fetch(url, { redirect: "manual" }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  console.error(`${url} did not answer within ${READY_SECONDS} seconds.`);
  await stop(1);
}

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const ended = children.map(
    (child) =>
      new Promise((resolve) =>
        child.exitCode === null ? child.once("exit", resolve) : resolve(null),
      ),
  );
  for (const child of children) child.kill("SIGTERM");
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, 15_000))]);
  await rm(dataFolder, { recursive: true, force: true });
  process.exit(exitCode);
}
