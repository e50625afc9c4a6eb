import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSite, type Site } from "./serve-site.ts";

const PLUGIN = `<?php
/** Plugin Name: Probe */
add_action( 'rest_api_init', fn () => register_rest_route( 'probe/v1', '/word', array(
  'methods' => 'GET', 'permission_callback' => '__return_true', 'callback' => fn () => getenv( 'PROBE_WORD' ),
) ) );`;
const PLACE_ORDER = "$order = wc_create_order(); $order->save(); echo $order->get_type();";
const COUNT_ORDERS = "echo count( wc_get_orders( array( 'limit' => -1 ) ) );";
const USES_TABLES = `echo Automattic\\WooCommerce\\Utilities\\OrderUtil::custom_orders_table_usage_is_enabled() ? 'tables' : 'posts';`;

let scratch: string;
let plugin: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "docket-rig-"));
  plugin = path.join(scratch, "probe");
  await mkdir(plugin);
  await writeFile(path.join(plugin, "probe.php"), PLUGIN);
});
afterAll(() => rm(scratch, { recursive: true }));

const askOrders = (site: Site, user: keyof Site["applicationPasswords"]) => {
  const credentials = Buffer.from(`${user}:${site.applicationPasswords[user]}`).toString("base64");
  const headers = { authorization: `Basic ${credentials}` };
  return fetch(`${site.url}/wp-json/wc/v3/orders`, { headers });
};
const hearWord = async (site: Site): Promise<unknown> =>
  (await fetch(`${site.url}/wp-json/probe/v1/word`)).json();

describe("a site with a plugin's folder", () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ pluginFolder: plugin, environment: { PROBE_WORD: "heard" } });
  });
  afterAll(() => site.close());

  test("runs the plugin with its variables", async () => {
    expect(await hearWord(site)).toBe("heard");
  });
  test("shows orders to those who may see them only", async () => {
    const users = ["admin", "manager", "editor", "customer"] as const;
    const answers = await Promise.all(users.map((user) => askOrders(site, user)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403]);
    expect((await fetch(`${site.url}/wp-json/wc/v3/orders`)).status).toBe(401);
  });
  test("logs in by a link", async () => {
    const answer = await fetch(site.loginUrl("manager", "/wp-admin/"), { redirect: "manual" });
    expect(answer.headers.get("location")).toBe(`${site.url}/wp-admin/`);
    expect(answer.headers.getSetCookie().join()).toContain("wordpress_logged_in_");
  });
  test("keeps its database from visitors, and its log empty", async () => {
    expect((await fetch(`${site.url}/wp-content/database/.ht.sqlite`)).status).toBe(404);
    expect(await site.readLog()).toBe("");
  });
});

describe("two sites at once", () => {
  let first: Site;
  let second: Site;
  beforeAll(async () => {
    const zip = path.join(scratch, "probe.zip");
    await writeFile(zip, zipSync({ "probe/probe.php": strToU8(PLUGIN) }));
    first = await startSite();
    second = await startSite({ orderStorage: "posts", pluginFolder: zip });
  });
  afterAll(() => Promise.all([first, second].map((site) => site.close())));

  test("keep their orders apart, one in tables and one in posts", async () => {
    expect([await first.evaluate(USES_TABLES), await second.evaluate(USES_TABLES)]).toEqual([
      "tables",
      "posts",
    ]);
    expect(await first.evaluate(PLACE_ORDER)).toBe("shop_order");
    expect(await first.evaluate(COUNT_ORDERS)).toBe("1");
    expect(await second.evaluate(COUNT_ORDERS)).toBe("0");
  });
  test("have the plugin of the ZIP where it was asked for", async () => {
    expect(await hearWord(second)).toBe(false);
    expect((await fetch(`${first.url}/wp-json/probe/v1/word`)).status).toBe(404);
  });
});

test("a plugin without a header is refused and nothing is left running", async () => {
  const empty = path.join(scratch, "empty");
  await mkdir(empty);
  await writeFile(path.join(empty, "empty.php"), "<?php\n");
  await expect(startSite({ pluginFolder: empty })).rejects.toThrow("PHP stopped");
});
