import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPlayground } from "./playground.ts";
import { startStack, type StackOptions } from "./stack.ts";
import {
  connectForSeller,
  createOrder,
  refundFirstLine,
  type OrderWish,
  type ShopSite,
} from "./woo-shop.ts";
import { builtPlugin, serviceVariables, startWooStack } from "./woo-stack.ts";
import { findMissing } from "./wordpress/find-missing.ts";

/**
 * `npm run demo:woo`: a shop with WordPress and WooCommerce to click in, the plugin in it and connected, a dozen orders, Docket
 * beside it, and a mailbox that shows what arrived. Each start begins afresh.
 */
const ports = { admin: 4600, tunnel: 4601, app: 4602, smtp: 4625, mailbox: 4680 };
const SITE_PORT = 4690;
const EVERY_SECONDS = 3;

/** The first is the oldest. */
const ORDERS: readonly OrderWish[] = [
  {},
  { firstName: "Lotte", lastName: "Maes", email: "lotte@example.be", goods: { book: 3 } },
  { firstName: "Pieter", lastName: "de Vries", email: "pieter@example.nl", countryCode: "NL" },
  { goods: { course: 1 }, fields: { shipping_lines: [] } },
  {
    firstName: "An",
    lastName: "Wouters",
    email: "boekhouding@bakkerij-wouters.example",
    fields: { meta_data: [{ key: "_billing_vat_number", value: "BE0999999922" }] },
    goods: { mug: 24 },
  },
  { firstName: "Marie", lastName: "Dubois", email: "marie@example.fr", countryCode: "FR" },
  { goods: { margarine: 6, newspaper: 2, mug: 1 }, note: "Graag in geschenkpapier." },
  { firstName: "Jonas", lastName: "Weber", email: "jonas@example.de", countryCode: "DE" },
  { goods: { mug: 2 }, isPaid: false },
  { firstName: "Émilie", lastName: "Ø’Neil 🎁", email: "emilie@example.be" },
  { goods: { book: 1, mug: 2 }, email: "refund@example.be" },
  { firstName: "Karim", lastName: "Haddad", email: "karim@example.be", isPaid: false },
];
const REFUNDED = 10;

const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-demo-woo-"));
await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
const closers: (() => Promise<void>)[] = [];
const stopping = { isAsked: false };

process.once("SIGINT", () => void stop(0));
process.once("SIGTERM", () => void stop(0));

interface Demo {
  readonly site: ShopSite;
  readonly mailboxUrl: string;
  runActions(): Promise<void>;
}

try {
  const options: StackOptions = { dataFolder, ports, onDeath };
  const missing = await findMissing();
  const demo = missing === "" ? await startNative(options) : await startElsewhere(options, missing);
  await seed(demo);
  tell(demo);
  while (!stopping.isAsked) {
    await demo.runActions();
    await new Promise((resolve) => setTimeout(resolve, EVERY_SECONDS * 1000));
  }
} catch (error) {
  if (!stopping.isAsked) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function startNative(options: StackOptions): Promise<Demo> {
  const stack = await startWooStack({ ...options, site: { port: SITE_PORT } });
  closers.push(() => stack.close());
  return { ...stack, runActions: () => stack.site.runActions() };
}

async function startElsewhere(options: StackOptions, missing: string): Promise<Demo> {
  const isReachable = await fetch("https://wordpress.org").then(
    () => true,
    () => false,
  );
  if (!isReachable) {
    throw new Error(
      `${missing}\n\nWith a way to wordpress.org WordPress Playground would do instead.`,
    );
  }
  console.log(
    `${missing}\n\nStarting WordPress Playground instead: it is slow, and its mails reach no mailbox.\n`,
  );
  const stack = await startStack({ ...options, environment: serviceVariables(ports) });
  closers.push(() => stack.close());
  const outFolder = await mkdtemp(path.join(dataFolder, "playground-"));
  const site = await startPlayground(builtPlugin(), { port: SITE_PORT, outFolder });
  closers.push(() => site.close());
  // A visit of wp-admin starts what is due there.
  const runActions = async () => void (await fetch(`${site.url}/wp-cron.php?doing_wp_cron`));
  return { site, mailboxUrl: stack.mailboxUrl, runActions };
}

async function seed(demo: Demo): Promise<void> {
  const { site } = demo;
  await connectForSeller(site);
  const orderIds: number[] = [];
  for (const wish of ORDERS) orderIds.push(await createOrder(site, wish));
  await demo.runActions();
  await refundFirstLine(site, orderIds[REFUNDED] ?? 0);
  await demo.runActions();
}

function tell({ site, mailboxUrl }: Demo): void {
  console.log(`
  The shop is ready, with ${ORDERS.length} orders. These links log in:

    Orders, with a column of documents   ${site.loginUrl("manager", "/wp-admin/admin.php?page=wc-orders")}
    Docket                               ${site.loginUrl("admin", "/wp-admin/admin.php?page=docket")}
    The shop, as a customer              ${site.loginUrl("customer", "/shop/")}
    The mailbox                          ${mailboxUrl}

  Order something and pay by card, open the order in wp-admin, refund a line: the documents follow within seconds.

  Ctrl+C stops everything; the next start begins afresh.
`);
}

function onDeath(name: string): void {
  if (stopping.isAsked) return;
  console.error(
    `The ${name} stopped. Is one of the ports ${[...Object.values(ports), SITE_PORT].join(", ")} in use?`,
  );
  void stop(1);
}

async function stop(exitCode: number): Promise<void> {
  if (stopping.isAsked) return;
  stopping.isAsked = true;
  await Promise.all(closers.map((close) => close()));
  await rm(dataFolder, { recursive: true, force: true });
  process.exit(exitCode);
}
