import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import {
  asJson,
  DEMO,
  installDocket,
  useDatabase,
  verifyAll,
  type Ask,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { ACCOUNT } from "../standins/stack.ts";
import { until, useStack } from "./stack-for-tests.ts";

/** Pictures of the walk, to look at. */
const PICTURES = process.env["E2E_PICTURES"];
const PHONE = { width: 390, height: 844 };
const DIRECT_SHOP = "peeters.myshopify.com";
const TRYING_SHOP = "try.myshopify.com";
const FREE_DOCUMENTS = 30;
const TOO_MANY = 4;

const running = useStack();
const database = useDatabase(running);
const browser = useBrowser();
const prisma = () => database().prisma;

let ask: Ask;

beforeAll(async () => {
  ask = await installDocket(running());
});

const appOf = (page: Page): FrameLocator => page.frameLocator("#app-iframe");

/** A place of Docket in a shop's admin. */
async function openDocket(page: Page, place: string, handle = "demo"): Promise<FrameLocator> {
  const { stack, appPath } = running();
  await page.goto(stack.adminUrl + appPath.replace("/demo/", `/${handle}/`) + place);
  return appOf(page);
}

async function openPlan(handle?: string): Promise<{ page: Page; app: FrameLocator }> {
  const page = await browser.newPage();
  const app = await openDocket(page, "/plan", handle);
  await app.getByRole("heading", { name: "Your plan", exact: true }).waitFor();
  return { page, app };
}

/** As the page is, and again as a phone shows it. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  const size = page.viewportSize();
  for (const [suffix, viewport] of [
    ["", { width: 1280, height: 1500 }],
    ["-phone", { ...PHONE, height: 2600 }],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(PICTURES, `plan-${name}${suffix}.png`) });
  }
  if (size) await page.setViewportSize(size);
}

/** Chooses a plan and goes on to Shopify's approval. */
async function select(page: Page, plan: string): Promise<void> {
  const app = appOf(page);
  await app.getByRole("button", { name: `Select ${plan}` }).click();
  await app.getByRole("button", { name: "Continue to Shopify" }).click();
  await page.locator("#charge-title").waitFor();
}

const approve = (page: Page) => page.locator("#approve").click();
const shown = (app: FrameLocator, text: string | RegExp) => app.getByText(text).first().waitFor();

const subscriptionsOf = async (shop: string) => {
  const { subscriptions } = await running().control<{
    subscriptions: readonly { readonly name: string; readonly status: string }[];
  }>("state", { shop });
  return subscriptions.map(({ name, status }) => ({ name, status }));
};

describe("a merchant on the free plan", () => {
  it("sees what it is, what is used of it, and the prices of the others", async () => {
    const { page, app } = await openPlan();
    await shown(app, "0 of 30 documents issued");
    await shown(app, "No subscription and no bill.");
    await shown(app, "US$9.00 a month");
    await shown(app, "14 days free, then US$9.00 a month");
    await picture(page, "1-free");
    await app.getByRole("button", { name: "Yearly, two months free" }).click();
    await shown(app, "US$90.00 a year");
    // What one has cannot be selected.
    expect(await app.getByRole("button", { name: "Select Free" }).count()).toBe(0);
    await page.close();
  });

  it("asks for a plan and declines: nothing was changed", async () => {
    const { page } = await openPlan();
    await select(page, "Starter");
    await picture(page, "2-approval");
    await page.locator("#decline").click();
    await page.waitForURL(/declined=/);
    const app = await openDocket(page, "/plan");
    await shown(app, "No subscription and no bill.");
    expect(await subscriptionsOf(DEMO)).toEqual([{ name: "Docket Starter", status: "DECLINED" }]);
    await page.close();
  });

  it("closes the approval, and gets nothing by an address that claims one", async () => {
    const first = await openPlan();
    await select(first.page, "Business");
    await first.page.close();

    const page = await browser.newPage();
    const app = await openDocket(page, "/plan?asked=business.monthly&charge_id=4711");
    await shown(app, "Nothing was changed");
    await shown(app, "No subscription and no bill.");
    await picture(page, "3-nothing-changed");
    expect(await subscriptionsOf(DEMO)).toContainEqual({
      name: "Docket Business",
      status: "PENDING",
    });
    await page.close();
  });

  it("types a limit that is none: the field says so, and Shopify is not asked", async () => {
    const { page, app } = await openPlan();
    await app.getByRole("button", { name: "Select Starter" }).click();
    await app.getByText("Charge US$0.08 for each").click();
    await app.getByLabel("At most, in 30 days").fill("-5");
    await app.getByRole("button", { name: "Continue to Shopify" }).click();
    await shown(app, "Give an amount between 0.01 and 10000, such as 25.00.");
    await picture(page, "4-select");
    const post = (command: object) =>
      ask("/app/plan?_data=routes/app.plan", asJson("POST", command));
    const wanted = { intent: "select", planId: "starter", interval: "monthly", cap: "0" };
    expect(await (await post(wanted)).json()).toMatchObject({ field: "cap" });
    expect((await post({ ...wanted, planId: "gold", cap: null })).status).toBe(400);
    expect((await post({ ...wanted, intent: "grant" })).status).toBe(400);
    expect(await subscriptionsOf(DEMO)).toHaveLength(2);
    await page.close();
  });
});

describe("the limit", () => {
  const orders: PlacedOrder[] = [];

  it("lets documents wait as drafts, and says so everywhere", async () => {
    for (let count = 0; count < FREE_DOCUMENTS + TOO_MANY; count += 1) {
      orders.push(await running().control("createOrder", { kind: "plain", paid: true }));
    }
    const settled = async () => {
      const issued = await prisma().document.count({ where: { state: "issued" } });
      const held = await prisma().document.count({ where: { heldAs: { not: null } } });
      return (issued === FREE_DOCUMENTS && held === TOO_MANY) || undefined;
    };
    await until(settled, { seconds: 90, what: "30 documents issued and 4 that wait" });

    const page = await browser.newPage();
    const home = await openDocket(page, "");
    await shown(home, "All 30 documents of the Free plan are used for this month");
    await shown(home, "documents wait for your plan");
    await picture(page, "5-home-full");
    const list = await openDocket(page, "/documents?view=drafts");
    await shown(list, "Waits for your plan");
    expect(await list.getByText("Waits for your plan").count()).toBe(TOO_MANY);
    await picture(page, "6-drafts");
    await list.getByRole("link", { name: "Draft invoice" }).first().click();
    await shown(list, "This document waits for your plan");
    await picture(page, "7-draft");
    await page.close();
  });

  it("refuses a document by hand and leads to the plans", async () => {
    const page = await browser.newPage();
    const draft = await prisma().document.findFirstOrThrow({ where: { heldAs: { not: null } } });
    const app = await openDocket(page, `/documents/${draft.id}`);
    await shown(app, "This document waits for your plan");
    await page.locator("#title-actions").getByText("Issue", { exact: true }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Issue" }).click();
    await shown(app, /All 30 documents of the Free plan are used/);
    await picture(page, "8-refused");
    await app.getByRole("link", { name: "See your plan" }).last().click();
    await shown(app, "4 documents wait for your plan");
    await shown(app, /Choose a larger plan below/);
    await picture(page, "9-held");
    expect(await app.getByRole("button", { name: "Issue them now" }).count()).toBe(0);
    await page.close();
  });

  it("shows an e-invoice as part of a plan, and not as a download", async () => {
    const page = await browser.newPage();
    const invoice = await prisma().document.findFirstOrThrow({ where: { state: "issued" } });
    const app = await openDocket(page, `/documents/${invoice.id}`);
    await shown(app, "Part of the Starter plan");
    await app.getByRole("link", { name: "See plans with E-invoice (UBL)" }).waitFor();
    expect(await app.getByRole("button", { name: "Download PDF", exact: true }).count()).toBe(1);
    await picture(page, "10-e-invoice");
    await page.close();
  });

  it("is lifted by an upgrade: two tabs ask, one subscription comes of it", async () => {
    const [one, two] = [await openPlan(), await openPlan()];
    await select(one.page, "Starter");
    await select(two.page, "Starter");
    await approve(one.page);
    await shown(one.app, "You are on Starter now");
    await shown(one.app, "Billed by Shopify on your Shopify bill, in US dollars.");
    await picture(one.page, "11-upgraded");
    await approve(two.page);
    await shown(two.app, "You are on Starter now");
    const active = (await subscriptionsOf(DEMO)).filter(({ status }) => status === "ACTIVE");
    expect(active).toEqual([{ name: "Docket Starter", status: "ACTIVE" }]);
    await one.page.close();
    await two.page.close();
  });

  it("what waited is issued, the oldest order first, and its numbers follow", async () => {
    const waiting = await prisma().document.findMany({
      where: { heldAs: { not: null } },
      orderBy: { orderId: "asc" },
    });
    const { page, app } = await openPlan();
    await shown(app, "4 documents wait for your plan");
    await app.getByRole("button", { name: "Issue them now" }).click();
    await page.locator("#toast").getByText("4 documents issued").waitFor();
    await shown(app, "34 of 250 documents issued");
    await picture(page, "12-issued");
    const issued = await prisma().document.findMany({
      where: { state: "issued" },
      orderBy: { sequence: "asc" },
    });
    expect(issued.map(({ sequence }) => sequence)).toEqual(orders.map((_, index) => index + 1));
    expect(issued.slice(FREE_DOCUMENTS).map(({ id }) => id)).toEqual(waiting.map(({ id }) => id));
    expect(await verifyAll(database(), running())).toEqual([]);
    await page.close();
  });
});

describe("a merchant on a paid plan", () => {
  it("lets documents above it cost something, and changes that again", async () => {
    const { page, app } = await openPlan();
    await app.getByText("Charge US$0.08 for each").click();
    await app.getByLabel("At most, in 30 days").fill("25");
    await app.getByRole("button", { name: "Save" }).click();
    await page.locator("#charge-title").waitFor();
    await picture(page, "13-limit-approval");
    await approve(page);
    await shown(app, "Documents above the plan cost at most US$25.00 in 30 days.");
    await shown(app, "Above your plan a document costs US$0.08, for up to 312 documents.");
    await picture(page, "14-limit");
    await app.getByText("Let them wait").click();
    await app.getByRole("button", { name: "Save" }).click();
    await shown(app, /When all are used, further documents wait as drafts/);
    expect(await app.getByRole("radio", { name: "Let them wait" }).isChecked()).toBe(true);
    await page.close();
  });

  it("asks for a direct subscription, and takes that back", async () => {
    const { page, app } = await openPlan();
    await app.getByRole("button", { name: "Ask for a direct subscription" }).click();
    await app.getByRole("button", { name: "Send the request" }).click();
    await shown(app, /You asked for a direct subscription on .*: Starter, paid monthly/);
    await picture(page, "15-direct-asked");
    await app.getByRole("button", { name: "Withdraw the request" }).click();
    await app.getByRole("button", { name: "Ask for a direct subscription" }).waitFor();
    expect(await app.getByText("You asked for a direct subscription").count()).toBe(0);
    await page.close();
  });

  it("cancels with one question, and keeps the plan to its end", async () => {
    const late = await openPlan();
    const { page, app } = await openPlan();
    await app.getByRole("button", { name: "Cancel subscription" }).click();
    await shown(app, "Cancel Starter?");
    await picture(page, "16-cancel");
    await app.getByRole("dialog").getByRole("button", { name: "Cancel subscription" }).click();
    await shown(app, /^Ends on /);
    await shown(app, "34 of 250 documents issued");
    await picture(page, "17-cancelled");
    expect((await subscriptionsOf(DEMO)).filter(({ status }) => status === "ACTIVE")).toEqual([]);
    // The other tab does not know yet.
    await late.app.getByRole("button", { name: "Select Free" }).click();
    await late.app.getByRole("dialog").getByRole("button", { name: "Cancel subscription" }).click();
    await shown(late.app, /There is no subscription that would be renewed/);
    await shown(late.app, /^Ends on /);
    await picture(late.page, "17b-cancelled-twice");
    await late.page.close();
    await page.close();
  });
});

describe("a merchant with a direct subscription that ends next week", () => {
  it("keeps it, sees the Shopify prices, and chooses what follows without paying twice", async () => {
    await installDocket(running(), DIRECT_SHOP);
    const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await docket(
      "subscription",
      "grant",
      "--shop",
      DIRECT_SHOP,
      "--plan",
      "starter",
      "--until",
      nextWeek,
    );
    const { page, app } = await openPlan("peeters");
    await shown(
      app,
      /Your direct Docket subscription until .* After that the type is Shopify subscription/,
    );
    await shown(app, "Shopify subscription: prices in US dollars, on your Shopify bill.");
    await shown(app, /Costs nothing until .*, then US\$9.00 a month/);
    await picture(page, "18-direct");
    await select(page, "Starter");
    expect(await page.locator("#charge-trial").textContent()).toMatch(/^[78] days$/);
    await approve(page);
    await shown(app, "You are on Starter now");
    await picture(page, "19-direct-then-shopify");
    await page.close();
  });
});

describe("a development store", () => {
  it("tries a plan, and the page says that nobody pays", async () => {
    await running().control("settings", {
      shop: TRYING_SHOP,
      profile: { isDevelopmentStore: true },
    });
    await installDocket(running(), TRYING_SHOP);
    const { page, app } = await openPlan("try");
    await select(page, "Business");
    await approve(page);
    await shown(app, "You are on Business now");
    await shown(app, "This is a development store: the charge is a test, and nobody pays.");
    expect(await app.getByText("Test", { exact: true }).count()).toBe(2);
    await page.close();
  });

  it("is told when Shopify has frozen it, and when Shopify does not answer", async () => {
    const { control } = running();
    await control("freeze", { shop: TRYING_SHOP, api: "open" });
    const { page, app } = await openPlan("try");
    await shown(app, "Paid plan frozen");
    await shown(app, /Shopify has stopped your paid plan because a bill of your shop is open/);
    expect(await app.getByRole("link", { name: "Open your Shopify bills" }).count()).toBe(1);
    await picture(page, "20-frozen");
    await control("unfreeze", { shop: TRYING_SHOP });
    await control("faults", { unavailableNext: 20 });
    await page.reload();
    await shown(app, /^(What you see may be old|Your plan could not be loaded)$/);
    await picture(page, "21-no-answer");
    await control("faults", { unavailableNext: 0 });
    await page.close();
  });

  it("no page had an error", () => {
    expect(browser.pageErrors).toEqual([]);
  });
});

/** The operator's command, beside the running product. */
const docket = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ["core/server/cli/docket.ts", ...args], {
    env: { ...process.env, ...ACCOUNT, DATA_FOLDER: running().dataFolder },
  });
