import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { freePorts } from "../standins/stack.ts";
import { connectForSeller, restOf } from "../standins/woo-shop.ts";
import { startWooStack } from "../standins/woo-stack.ts";
import { startSite, type Site } from "../standins/wordpress/serve-site.ts";

/**
 * `node tests/bench/woo.ts [rounds] [orders]`: what the plugin costs a shop. In every round the same order is placed in three
 * shops, in a new order each time: one with the plugin, and two without, whose difference says what the machine's noise is.
 */
const [rounds = 60, sweptOrders = 1000] = process.argv.slice(2).map(Number);
const WARM_UP = 5;

const zero = () => ({ checkout: 0, save: 0 });
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
const ports = await freePorts();
const stack = await startWooStack({
  dataFolder,
  ports,
  onDeath: (name) => console.error(`The ${name} stopped.`),
  isQuiet: true,
});
// All three send WooCommerce's mails, which takes most of a checkout.
const bare = [
  await startSite({ smtpPort: ports.smtp }),
  await startSite({ smtpPort: ports.smtp }),
] as const;
try {
  await connectForSeller(stack.site);
  console.log(await benchRequests());
  console.log(await benchSweep(stack.site));
} finally {
  await Promise.all([stack.close(), ...bare.map((site) => site.close())]);
  await rm(dataFolder, { recursive: true, force: true });
}

async function benchRequests(): Promise<string> {
  const sites = { with: stack.site, without: bare[0], again: bare[1] };
  const names = ["with", "without", "again"] as const;
  const added = { checkout: [] as number[], save: [] as number[] };
  const noise = { checkout: [] as number[], save: [] as number[] };
  const base = { checkout: [] as number[], save: [] as number[] };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const turns = names.map(
      (_, index) => names[(index + Math.abs(round)) % names.length] ?? "with",
    );
    const took = { with: zero(), without: zero(), again: zero() };
    for (const name of turns) took[name] = await placeAndSave(sites[name]);
    if (round < 0) continue;
    for (const what of ["checkout", "save"] as const) {
      added[what].push(took.with[what] - took.without[what]);
      noise[what].push(took.again[what] - took.without[what]);
      base[what].push(took.without[what]);
    }
  }
  const line = (what: "checkout" | "save", name: string) =>
    `${name}, ${rounds} pairs, milliseconds: without the plugin ${quartiles(base[what])}; added by it ${quartiles(added[what])} [< 5]; noise ${quartiles(noise[what])}`;
  return `${line("checkout", "checkout (Store API)")}\n${line("save", "order saved (REST, completed)")}`;
}

/** Fills a cart, then takes the time of the checkout's request and of the one that completes the order. */
async function placeAndSave(site: Site): Promise<{ checkout: number; save: number }> {
  const cart = await fetch(`${site.url}/wp-json/wc/store/v1/cart`);
  await cart.text();
  const headers = {
    "Cart-Token": cart.headers.get("Cart-Token") ?? "",
    "content-type": "application/json",
  };
  const post = async (place: string, content: object) => {
    const body = JSON.stringify(content);
    const url = `${site.url}/wp-json/wc/store/v1/${place}`;
    const response = await fetch(url, { method: "POST", headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${place}: ${response.status} ${text}`);
    return text;
  };
  const products = productsSchema.parse(await restOf(site)("GET", "wc/v3/products"));
  for (const sku of ["mug", "book"]) {
    const id = products.find((product) => product.sku === sku)?.id;
    await post("cart/add-item", { id, quantity: 1 });
  }
  await post("cart/update-customer", {
    billing_address: { ...address, email: "sanne@example.nl" },
    shipping_address: address,
  });
  const startedAt = performance.now();
  const answer = await post("checkout", {
    billing_address: { ...address, email: "sanne@example.nl" },
    shipping_address: address,
    payment_method: "test_card",
  });
  const placedAt = performance.now();
  const { order_id: orderId } = orderSchema.parse(JSON.parse(answer));
  const beforeSave = performance.now();
  await restOf(site)("PUT", `wc/v3/orders/${orderId}`, { status: "completed" });
  return { checkout: placedAt - startedAt, save: performance.now() - beforeSave };
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
