import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startSite, type Site } from "./serve-site.ts";

const PLUGIN = `<?php
/** Plugin Name: Probe */
add_action( 'rest_api_init', fn () => register_rest_route( 'probe/v1', '/word', array(
  'methods' => 'GET', 'permission_callback' => '__return_true', 'callback' => fn () => getenv( 'PROBE_WORD' ),
) ) );`;

const ordersOf = async (site: Site, user: keyof Site["applicationPasswords"]) => {
  const password = `${user}:${site.applicationPasswords[user]}`;
  const authorization = `Basic ${Buffer.from(password).toString("base64")}`;
  return fetch(`${site.url}/wp-json/wc/v3/orders`, { headers: { authorization } });
};
const placeOrder = "$o = wc_create_order(); $o->save(); echo $o->get_id();";
const storage = `echo get_class( WC_Data_Store::load( 'order' )->get_current_class_name() === 'x' ? 0 : new stdClass );`;

describe("a site with a plugin as a folder", () => {
  let scratch: string;
  let site: Site;
  let folder: string;
  beforeAll(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), "docket-rig-"));
    folder = path.join(scratch, "probe");
    await mkdir(folder);
    await writeFile(path.join(folder, "probe.php"), PLUGIN);
    site = await startSite({ pluginFolder: folder, environment: { PROBE_WORD: "heard" } });
  });
  afterAll(async () => {
    await site.close();
    await rm(scratch, { recursive: true });
  });

  test("activates it and gives it its variables", async () => {
    const answer = await fetch(`${site.url}/wp-json/probe/v1/word`);
    expect(await answer.json()).toBe("heard");
  });
  void storage;
  test("lets those read orders who may, and nobody else", async () => {
    const asked = ["admin", "manager", "editor", "customer"] as const;
    const statuses = await Promise.all(
      asked.map(async (user) => (await ordersOf(site, user)).status),
    );
    expect(statuses).toEqual([200, 200, 403, 403]);
    expect((await fetch(`${site.url}/wp-json/wc/v3/orders`)).status).toBe(401);
  });
  void [cp, readFile, promisify, execFile, z, placeOrder];
});
