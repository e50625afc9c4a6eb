import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { connectForSeller, createOrder, restOf } from "../../standins/woo-shop.ts";
import { useBrowser } from "../browser.ts";
import { until } from "../stack-for-tests.ts";
import { picture } from "./pictures.ts";
import { useWooStack, type RunningShop } from "./woo-stack-for-tests.ts";
import { logIn, orderList, orderRow, orderScreen, runOrderAction } from "./wp-admin.ts";

const MARKETPLACE_URL = "https://woocommerce.com/my-account/my-subscriptions/";
const PRODUCT_ID = 18_734_000;
const SITE_ID = 4411;
const FREE_DOCUMENTS = 30;

/** Where the marketplace bills. */
const running = useWooStack({ environment: { MARKETPLACE_URL } });
const browser = useBrowser({ patienceSeconds: 60 });
const site = () => running().stack.site;
const PHONE = { width: 390, height: 844 };

let page: Page;
beforeAll(async () => {
  await connectForSeller(site());
  page = await browser.newPage();
  await logIn(page, running().url, { user: "manager", password: "password" });
});

const openDocket = (screen: string, on = page, shop = running()) =>
  on.goto(`${shop.url}/wp-admin/admin.php?page=docket&${screen}`);

/** The same screen as a phone shows it. */
async function phonePicture(name: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? PHONE;
  await page.setViewportSize(PHONE);
  await picture(page, name, true);
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width, height });
}

/** Issues the delivery notes of some orders, each a document that counts. */
async function issueMany(shop: RunningShop, count: number): Promise<void> {
  const rest = restOf(shop.stack.site);
  const kinds = ["deliveryNote", "orderConfirmation", "proforma"];
  for (let made = 0; made < count;) {
    const orderId = await createOrder(shop.stack.site, { isPaid: false });
    for (const kind of kinds.slice(0, count - made)) {
      await rest("POST", `docket/v1/service/orders/${orderId}/documents`, { kind, how: "issue" });
      made += 1;
    }
  }
}

/** What WooCommerce keeps once WooCommerce.com has told this site of the merchant's subscriptions. */
async function marketplaceTells(...rows: readonly object[]): Promise<void> {
  const plugin = `<?php add_filter( 'docket_marketplace_product_ids', static fn () => array( ${PRODUCT_ID} ) );`;
  await writeFile(path.join(site().folder, "wp-content/mu-plugins/docket-products.php"), plugin);
  const told = Buffer.from(JSON.stringify(rows)).toString("base64");
  await site().evaluate(`
    WC_Helper_Options::update( 'auth', array( 'access_token' => 'token', 'access_token_secret' => 'secret', 'site_id' => ${SITE_ID} ) );
    set_transient( '_woocommerce_helper_subscriptions', json_decode( base64_decode( '${told}' ), true ), DAY_IN_SECONDS );`);
}

/** As WooCommerce.com tells of one. */
const starter = {
  product_key: "d41d-8cd9",
  product_id: PRODUCT_ID,
  product_name: "Docket Starter",
  product_url: "https://woocommerce.com/products/docket/",
  key_type: "single",
  lifetime: false,
  connections: [SITE_ID],
  expires: Math.floor(Date.now() / 1000) + 200 * 86_400,
  expired: false,
  expiring: false,
  sites_max: 1,
  sites_active: 1,
  autorenew: true,
};

describe("a merchant on the free plan", () => {
  it("sees what is used of it, what happens at its limit, and the plans side by side", async () => {
    await openDocket("screen=plan");
    await page.getByText("0 of 30 documents issued").waitFor();
    await page.getByText("No subscription and no bill.").waitFor();
    await page.getByText("further documents wait as drafts without a number").waitFor();
    const bar = page.getByRole("progressbar", { name: "0 of 30 documents issued" });
    expect(await bar.getAttribute("max")).toBe("30");
    await page.getByRole("button", { name: "Yearly, two months free" }).click();
    await page.getByText("$90.00 a year").waitFor();
    expect(await page.getByText(/accounting|mail server|shops/i).count()).toBe(0);
    const choose = page.getByRole("link", { name: "Choose at the marketplace" });
    expect(await choose.getAttribute("href")).toBe(MARKETPLACE_URL);
    expect(await page.getByRole("button", { name: /^Select/ }).count()).toBe(0);
    await picture(page, "plan-1-free", true);
    await phonePicture("plan-1-free-phone");
  });

  it("is told at 80 % and finds which plan has e-invoices", async () => {
    const order = await createOrder(site());
    await running().untilIssued(order);
    await issueMany(running(), 23);
    await openDocket("");
    await page.getByText("24 of this month's 30 documents are used").first().waitFor();
    await picture(page, "plan-2-near");
    const { documentId } = await running().untilIssued(order);
    await openDocket(`screen=documents&id=${documentId}`);
    await page.getByText("Part of the Starter plan").first().waitFor();
    await page.getByRole("link", { name: "See plans with E-invoice (CII)" }).waitFor();
    await picture(page, "plan-3-e-invoices", true);
  });
});

describe("at the limit", () => {
  const waiting: number[] = [];

  it("the next orders wait as drafts, and every page says so and leads on", async () => {
    await issueMany(running(), FREE_DOCUMENTS - 24);
    for (const email of ["a@example.be", "b@example.be"]) {
      waiting.push(await createOrder(site(), { email }));
      await site().runActions();
      await untilHeld(waiting.length);
    }
    await openDocket("");
    await page
      .getByText("All 30 documents of the Free plan are used for this month")
      .first()
      .waitFor();
    await page.getByRole("link", { name: "2 documents wait for your plan" }).waitFor();
    await picture(page, "plan-4-home-full", true);

    await openDocket("screen=documents&view=drafts");
    await page.getByText("Waits for your plan").nth(1).waitFor();
    await picture(page, "plan-5-drafts");
    await page.getByRole("link", { name: "Draft invoice" }).first().click();
    await page.getByText("This document waits for your plan").first().waitFor();
    await picture(page, "plan-6-draft");

    await openDocket("screen=plan");
    await page.getByText("2 documents wait for your plan").first().waitFor();
    await page.getByText("All used").waitFor();
    expect(await page.getByRole("button", { name: "Issue them now" }).count()).toBe(0);
    await picture(page, "plan-7-full", true);
    await phonePicture("plan-7-full-phone");
  });

  it("WooCommerce's own screens lead to the plan too", async () => {
    const [first = 0] = waiting;
    await page.goto(orderScreen(running().url, first));
    const panel = page.locator("[data-docket-panel]");
    await panel.getByText("Waits for your plan").waitFor();
    await panel.getByRole("button", { name: "Issue", exact: true }).first().click();
    const link = panel.getByRole("alert").getByRole("link", { name: "See your plan" });
    expect(await link.getAttribute("href")).toContain("page=docket&screen=plan");
    await panel.scrollIntoViewIfNeeded();
    await picture(page, "plan-8-panel");

    await runOrderAction(page, "docket_issue_invoice");
    const notice = page.locator("#woocommerce_errors");
    await notice.getByRole("link", { name: "See your plan" }).waitFor();

    await page.goto(orderList(running().url));
    const box = orderRow(page, first).locator("input[type='checkbox']");
    await box.evaluate((each: HTMLInputElement) => {
      each.checked = true;
    });
    await page.locator("#bulk-action-selector-top").selectOption("docket_bulk_issue");
    await page.locator("#doaction").click();
    await page.locator(".docket-bulk").getByRole("link", { name: "See your plan" }).click();
    await page.getByText("2 documents wait for your plan").first().waitFor();
  });

  it("a subscription at the marketplace makes room, and what waited is issued in its order", async () => {
    await marketplaceTells(starter, { ...starter, connections: [1], product_key: "elsewhere" });
    await openDocket("screen=plan");
    await page.getByText("Billed by the marketplace where you bought the plugin.").waitFor();
    await page.getByText("30 of 250 documents issued").waitFor();
    await page.getByRole("link", { name: "Change or cancel at the marketplace" }).waitFor();
    await picture(page, "plan-9-starter", true);
    await page.getByRole("button", { name: "Issue them now" }).click();
    await page.getByText("2 documents issued").first().waitFor();
    await page.getByText("32 of 250 documents issued").waitFor();
    expect(await page.getByText("wait for your plan").count()).toBe(0);
    await picture(page, "plan-10-issued", true);
    await phonePicture("plan-10-issued-phone");
    const numbers = [];
    for (const order of waiting) numbers.push((await running().untilIssued(order)).number);
    expect(numbers).toEqual(
      ["2026-0002", "2026-0003"].map((number) => number.replace("2026", YEAR)),
    );
    expect(browser.pageErrors).toEqual([]);
  });

  it("a subscription that is gone there stays to the end of what was paid for", async () => {
    await marketplaceTells({ ...starter, product_id: 7 });
    // The merchant looked a moment ago: WooCommerce's reading anew is what tells.
    await site().runActions();
    await openDocket("screen=plan");
    await page.getByText(/^Ends on /).waitFor();
    await page.getByText("After that you are on Free").waitFor();
    await picture(page, "plan-11-ending", true);
  });
});

describe("where Docket itself bills", () => {
  const direct = useWooStack();

  it("a choice is a wish that is noted, shown with its day, and taken back", async () => {
    await connectForSeller(direct().stack.site);
    const admin = await browser.newPage();
    await logIn(admin, direct().url, { user: "admin", password: "password" });
    await openDocket("screen=plan", admin, direct());
    await admin.getByText("No charges so far.").waitFor();
    await admin.getByRole("button", { name: "Select Starter" }).click();
    const dialog = admin.getByRole("dialog", { name: "Choose Starter" });
    await dialog.getByText("nothing changes until then").waitFor();
    await picture(admin, "plan-12-select");
    await dialog.getByRole("button", { name: "Send the request" }).click();
    await admin.getByText(/You asked for Starter, paid monthly, on /).waitFor();
    await admin.getByText(/^Asked for on /).waitFor();
    expect(await admin.getByRole("button", { name: "Select Starter" }).count()).toBe(0);
    await picture(admin, "plan-13-asked", true);

    await admin.reload();
    await admin.getByRole("button", { name: "Withdraw the request" }).click();
    await admin.getByRole("button", { name: "Select Starter" }).waitFor();
    expect(await admin.getByText("You asked for").count()).toBe(0);
    expect(await admin.getByText("0 of 30 documents issued").count()).toBe(1);
  });
});

const YEAR = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format().slice(0, 4);

const untilHeld = (count: number) =>
  until(
    async () => {
      const home = await restOf(site())("GET", "docket/v1/service/home");
      return JSON.stringify(home).includes(`"held":${count}`) ? true : undefined;
    },
    { seconds: 30, what: `${count} drafts that wait` },
  );
