import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { freePorts } from "../standins/stack.ts";
import { connectForSeller, restOf } from "../standins/woo-shop.ts";
import { startWooStack } from "../standins/woo-stack.ts";
import type { Site } from "../standins/wordpress/serve-site.ts";

/**
 * `node tests/bench/woo.ts [rounds] [orders]`: what the plugin costs a shop. In every round the same order is placed three times
 * in one shop: once with the plugin, and twice without, whose difference says what the machine's noise is.
 */
const [rounds = 60, sweptOrders = 1000] = process.argv.slice(2).map(Number);
const WARM_UP = 5;

/** A request that says so is answered as if the plugin were not there. */
const SWITCH = `<?php add_filter( 'option_active_plugins', static fn ( $plugins ) => isset( $_SERVER['HTTP_X_WITHOUT_DOCKET'] ) ? array_diff( $plugins, array( 'docket/docket.php' ) ) : $plugins );`;
const MAILS_OFF = `foreach ( WC()->mailer()->get_emails() as $mail ) { $mail->update_option( 'enabled', 'no' ); }`;

interface Took {
  readonly checkout: number;
  readonly checkoutCpu: number;
  readonly save: number;
  readonly saveCpu: number;
}
const orderSchema = z.object({ order_id: z.number() });
const productsSchema = z.array(z.object({ id: z.number(), sku: z.string() }));
const address = {
  first_name: "Sanne",
  last_name: "Jansen",
  company: "",
  address_1: "Kouter 8",
  address_2: "",
  city: "Gent",
  state: "",
  postcode: "9000",
  country: "BE",
  phone: "",
};

const dataFolder = await mkdtemp(path.join(tmpdir(), "docket-bench-woo-"));
await chmod(dataFolder, 0o711); // PostgreSQL may run under an account of its own
const stack = await startWooStack({
  dataFolder,
  ports: await freePorts(),
  onDeath: (name) => console.error(`The ${name} stopped.`),
  isQuiet: true,
});
try {
  await connectForSeller(stack.site);
  // They take most of a checkout, and a different time each time.
  await stack.site.evaluate(MAILS_OFF);
  await writeFile(path.join(stack.site.folder, "wp-content/mu-plugins/bench.php"), SWITCH);
  if (rounds > 0) console.log(await benchRequests());
  if (sweptOrders > 0) console.log(await benchSweep(stack.site));
} finally {
  await stack.close();
  await rm(dataFolder, { recursive: true, force: true });
}

async function benchRequests(): Promise<string> {
  const names = ["with", "without", "again"] as const;
  const seen: Record<(typeof names)[number], Took[]> = { with: [], without: [], again: [] };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    // Who goes first changes, so that nobody gains by the others.
    const turns = names.map((_, index) => names[(index + round + WARM_UP) % names.length]);
    for (const name of turns) {
      if (name === undefined) continue;
      const took = await placeAndSave(stack.site, name === "with");
      if (round >= 0) seen[name].push(took);
    }
  }
  const differences = (a: readonly Took[], b: readonly Took[], what: keyof Took) =>
    quartiles(a.map((took, index) => took[what] - (b[index]?.[what] ?? 0)));
  const line = (name: string, what: keyof Took) =>
    `${name}: ${quartiles(seen.without.map((took) => took[what]))} without the plugin; it adds ${differences(seen.with, seen.without, what)} [< 5]; noise ${differences(seen.again, seen.without, what)}`;
  return [
    `${rounds} pairs, milliseconds, median and quartiles of the differences`,
    line("checkout (Store API), by the clock", "checkout"),
    line("checkout (Store API), of the processor", "checkoutCpu"),
    line("order completed (REST), by the clock", "save"),
    line("order completed (REST), of the processor", "saveCpu"),
  ].join("\n");
}

/** Fills a cart, then takes the time of the checkout's request and of the one that completes the order. */
async function placeAndSave(site: Site, hasPlugin: boolean): Promise<Took> {
  const without = hasPlugin ? {} : { "X-Without-Docket": "1" };
  const rest = restOf(site);
  const cart = await fetch(`${site.url}/wp-json/wc/store/v1/cart`, { headers: without });
  await cart.text();
  const headers = {
    ...without,
    "Cart-Token": cart.headers.get("Cart-Token") ?? "",
    "content-type": "application/json",
  };
  const post = async (place: string, content: object) => {
    const url = `${site.url}/wp-json/${place}`;
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(content) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${place}: ${response.status} ${text}`);
    return text;
  };
  const products = productsSchema.parse(await rest("GET", "wc/v3/products"));
  for (const sku of ["mug", "book"]) {
    const id = products.find((product) => product.sku === sku)?.id;
    await post("wc/store/v1/cart/add-item", { id, quantity: 1 });
  }
  const addresses = {
    billing_address: { ...address, email: "sanne@example.nl" },
    shipping_address: address,
  };
  await post("wc/store/v1/cart/update-customer", addresses);
  const [checkout, checkoutCpu, answer] = await timed(site, () =>
    post("wc/store/v1/checkout", { ...addresses, payment_method: "test_card" }),
  );
  const { order_id: orderId } = orderSchema.parse(JSON.parse(answer));
  const credentials = Buffer.from(`admin:${site.applicationPasswords.admin}`).toString("base64");
  const [save, saveCpu] = await timed(site, async () => {
    const response = await fetch(`${site.url}/wp-json/wc/v3/orders/${orderId}`, {
      method: "PUT",
      headers: { ...headers, authorization: `Basic ${credentials}` },
      body: JSON.stringify({ status: "completed" }),
    });
    if (!response.ok) throw new Error(`order ${orderId}: ${response.status}`);
    return response.text();
  });
  return { checkout, checkoutCpu, save, saveCpu };
}

/** Milliseconds by the clock, and those that the site's PHP ran: other programs' work is not in these. */
async function timed<Answer>(
  site: Site,
  run: () => Promise<Answer>,
): Promise<readonly [number, number, Answer]> {
  const cpu = phpMilliseconds(site);
  const startedAt = performance.now();
  const answer = await run();
  return [performance.now() - startedAt, phpMilliseconds(site) - cpu, answer] as const;
}

/** What the processes of a site's server have run so far (Linux). */
function phpMilliseconds(site: Site): number {
  const { host } = new URL(site.url);
  let nanoseconds = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`\0-S\0${host}\0`)) continue;
      nanoseconds += Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // It ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
}

/** A shop's orders that Docket never heard of, found and sent by the daily sweep. */
async function benchSweep(site: Site): Promise<string> {
  await site.evaluate(`
    add_filter( 'pre_wp_mail', '__return_true', PHP_INT_MAX );
    $mug = wc_get_product( wc_get_product_id_by_sku( 'mug' ) );
    for ( $made = 0; $made < ${sweptOrders}; $made++ ) {
      $order = wc_create_order( array( 'status' => 'pending' ) );
      $order->add_product( $mug, 1 );
      $order->set_address( array( 'first_name' => 'Sanne', 'last_name' => 'Jansen', 'country' => 'BE', 'email' => 'sanne@example.nl' ) );
      $order->calculate_totals();
      $order->payment_complete();
    }`);
  await site.evaluate(`
    global $wpdb; $wpdb->query( "DELETE FROM {$wpdb->prefix}actionscheduler_actions WHERE hook LIKE 'docket%'" );
    delete_option( 'docket_swept_until' );`);
  const startedAt = performance.now();
  await site.evaluate(`do_action( 'docket_sweep' );`);
  while ((await site.evaluate(`echo get_option( 'docket_swept_until', '' );`)) === "") {
    await site.runActions();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return `sweep of ${sweptOrders} orders that Docket had not heard of: ${seconds.toFixed(1)} s [< 60]`;
}

/** "12.3 (11.0–14.1)": median and quartiles. */
function quartiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? Number.NaN).toFixed(1);
  return `${at(0.5)} (${at(0.25)}–${at(0.75)})`;
}
