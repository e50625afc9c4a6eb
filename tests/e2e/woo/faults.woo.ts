import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  connectForSeller,
  createOrder,
  letTheWaitBeOver,
  restOf,
} from "../../standins/woo-shop.ts";
import { startSite } from "../../standins/wordpress/serve-site.ts";
import { builtPlugin } from "../../standins/woo-stack.ts";
import { useBrowser } from "../browser.ts";
import { placeOrder } from "./checkout.ts";
import { picture } from "./pictures.ts";
import { useWooStack } from "./woo-stack-for-tests.ts";
import { logIn, orderList, orderRow, orderScreen } from "./wp-admin.ts";

const running = useWooStack();
const browser = useBrowser({ patienceSeconds: 60 });
const site = () => running().stack.site;

/** What the shop was given when it connected: no page may show it. */
const connectionSchema = z.object({ shopId: z.string(), secret: z.string() });
const connectionOf = async (of = site()) =>
  connectionSchema.parse(
    JSON.parse(await of.evaluate(`echo wp_json_encode( get_option( 'docket_connection' ) );`)),
  );
const ask = (path: string, user: "admin" | "manager" | "editor" | "customer" = "admin") =>
  restOf(site(), user)("GET", `docket/v1/service/${path}`);

beforeAll(() => connectForSeller(site()));

describe("Docket is away for a while", () => {
  it("loses nothing of what customers order meanwhile, and no page of the shop waits for it", async () => {
    const before = await createOrder(site());
    await running().untilIssued(before);
    await running().stack.killDocket();

    const shopper = await browser.newPage();
    const inCheckout = await placeOrder(shopper, running().url, {
      email: "lotte@example.be",
      firstName: "Lotte",
    });
    const byRest = await createOrder(site());
    await site().runActions();

    const page = await browser.newPage();
    await logIn(page, running().url, { user: "manager", password: "password" });
    await page.goto(orderList(running().url));
    await orderRow(page, inCheckout).getByText("?", { exact: true }).waitFor();
    await picture(page, "faults-1-list-while-away");
    await page.goto(orderScreen(running().url, inCheckout));
    await page.getByText("Docket could not be reached", { exact: false }).waitFor();
    await picture(page, "faults-2-order-while-away");

    await running().stack.startDocket();
    await letTheWaitBeOver(site());
    const [first, second] = [
      await running().untilIssued(inCheckout),
      await running().untilIssued(byRest),
    ];
    expect([first.number, second.number].toSorted()).toEqual(["2026-0002", "2026-0003"]);
    await page.goto(orderList(running().url));
    await orderRow(page, inCheckout).getByText(first.number, { exact: false }).waitFor();
  });

  it("hears by the daily sweep of an order whose event was lost altogether", async () => {
    const order = await createOrder(site());
    await site().evaluate(`as_unschedule_all_actions( 'docket_send_order' );`);
    expect(await running().documentsOf(order)).toEqual([]);
    await site().evaluate(`do_action( 'docket_sweep' );`);
    await running().untilIssued(order);
  });
});

describe("somebody who may not", () => {
  it.each(["editor", "customer"] as const)("as %s asks Docket nothing", async (user) => {
    await expect(ask("home", user)).rejects.toThrow("403");
    const page = await browser.newPage();
    await logIn(page, running().url, { user, password: "password" });
    const answer = await page.goto(`${running().url}/wp-admin/admin.php?page=docket`);
    expect(await page.locator("#docket-admin").count()).toBe(0);
    expect(answer?.status()).toBe(403);
  });

  it("as shop manager without the right sees orders as ever, and nothing of Docket", async () => {
    const order = await createOrder(site());
    await site().evaluate(`get_role( 'shop_manager' )->remove_cap( 'manage_woocommerce' );`);
    try {
      await expect(ask("home", "manager")).rejects.toThrow("403");
      const page = await browser.newPage();
      await logIn(page, running().url, { user: "manager", password: "password" });
      await page.goto(orderScreen(running().url, order));
      expect(await page.locator("[data-docket-panel], #docket-order").count()).toBe(0);
      await picture(page, "faults-3-manager-without-right");
    } finally {
      await site().evaluate(`get_role( 'shop_manager' )->add_cap( 'manage_woocommerce' );`);
    }
    await expect(ask("home", "manager")).resolves.toBeTruthy();
  });

  it("with nothing but a logged-in browser's cookie, without its nonce, is refused", async () => {
    const page = await browser.newPage();
    await logIn(page, running().url, { user: "admin", password: "password" });
    const answer = await page.request.get(`${running().url}/wp-json/docket/v1/service/home`);
    expect(answer.status()).toBe(401);
  });

  it("looks at the source of a page finds no secret in it", async () => {
    const { secret } = await connectionOf();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const order = await createOrder(site());
    const page = await browser.newPage();
    await logIn(page, running().url, { user: "admin", password: "password" });
    const places = [
      "admin.php?page=docket",
      "admin.php?page=wc-settings&tab=docket",
      "admin.php?page=wc-orders",
      `admin.php?page=wc-orders&action=edit&id=${order}`,
    ];
    for (const place of places) {
      await page.goto(`${running().url}/wp-admin/${place}`);
      expect(await page.content(), place).not.toContain(secret);
    }
  });
});

describe("another site", () => {
  it("sees nothing of this shop, and its secret opens nothing here", async () => {
    const order = await createOrder(site());
    const { documentId } = await running().untilIssued(order);
    const { serviceUrl } = running().stack;
    const other = await startSite({ pluginFolder: builtPlugin() });
    try {
      await other.evaluate(`update_option( 'docket_service_url', '${serviceUrl}' );`);
      await connectForSeller(other);
      const askOther = restOf(other);
      await expect(askOther("GET", `docket/v1/service/documents/${documentId}`)).rejects.toThrow(
        "404",
      );
      expect(
        await askOther("POST", "docket/v1/service/orders/documents", { orderIds: [String(order)] }),
      ).toEqual({ [order]: [] });

      const own = await connectionOf();
      const { secret } = await connectionOf(other);
      await useSecret(secret);
      const unheard = await createOrder(site());
      await site().runActions();
      await expect(ask("home")).rejects.toThrow("docket_signature_wrong");
      await useSecret(own.secret);
      expect(await running().documentsOf(unheard)).toEqual([]);
      await letTheWaitBeOver(site());
      await running().untilIssued(unheard);
    } finally {
      await other.close();
    }
  });

  it("that is a copy of the shop, under another address, sends nothing in its name", async () => {
    const moved = `update_option( 'docket_connection', array_merge( get_option( 'docket_connection' ), array( 'siteUrl' => 'https://elsewhere.example' ) ), false );`;
    const back = moved.replace("https://elsewhere.example", running().url);
    await site().evaluate(moved);
    const order = await createOrder(site());
    await site().runActions();
    await expect(ask("home")).rejects.toThrow(/40\d/);
    await site().evaluate(back);
    expect(await running().documentsOf(order)).toEqual([]);
  });
});

const useSecret = (secret: string) =>
  site().evaluate(
    `update_option( 'docket_connection', array_merge( get_option( 'docket_connection' ), array( 'secret' => '${secret}' ) ), false );`,
  );
