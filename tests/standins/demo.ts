import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installForSeller } from "./install.ts";
import { ACCOUNT, startStack, type Stack } from "./stack.ts";

/**
 * `npm run demo`: a Shopify admin to click in, Docket embedded in it, and a mailbox that shows what arrived. Each start begins
 * afresh, because the stand-in of Shopify forgets its orders.
 */
const ports = { admin: 4600, tunnel: 4601, app: 4602, smtp: 4625, mailbox: 4680 };
const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-demo-"));
await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
let stack: Stack | undefined;
let isStopping = false;

process.once("SIGINT", () => void stop(0));
process.once("SIGTERM", () => void stop(0));
const onDeath = (name: string) => {
  if (isStopping) return;
  console.error(
    `The ${name} stopped. Is one of the ports ${Object.values(ports).join(", ")} in use?`,
  );
  void stop(1);
};

try {
  stack = await startStack({ dataFolder, ports, onDeath });
  await installForSeller(stack);
  console.log(`
  Docket is ready. Open the shop's admin:

    ${stack.adminUrl}/store/demo/orders

  Create or pay an order there and watch its invoice appear in Docket, under Apps
  (${stack.adminUrl}/store/demo/apps/${ACCOUNT.SHOPIFY_API_KEY}/app), and its mail in the mailbox: ${stack.mailboxUrl}

  Ctrl+C stops everything; the next start begins afresh.
`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await stack?.close();
  await rm(dataFolder, { recursive: true, force: true });
  process.exit(exitCode);
}
