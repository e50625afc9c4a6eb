import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "../browser.ts";
import { until } from "../stack-for-tests.ts";
import { placeOrder } from "./checkout.ts";
import { picture } from "./pictures.ts";
import { pluginZip } from "./plugin-zip.ts";
import { useShop } from "./shop-to-walk.ts";
import {
  logIn,
  orderList,
  orderRow,
  orderScreen,
  refundFirstLine,
  setOrderStatus,
} from "./wp-admin.ts";

/** The whole job in one walk, by clicks only: it runs against any shop (`BASE_URL`). */
const shop = useShop();
const browser = useBrowser({ patienceSeconds: 60 });

const NUMBER = /\d{4}-\d{4}/;
let page: Page;
let scratch: string;
let orderId: number;
let invoiceNumber: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "docket-walk-"));
  page = await browser.newPage();
  await logIn(page, shop().url, shop().login);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const wpAdmin = (place: string) => `${shop().url}/wp-admin/${place}`;
const openDocket = (screen: string) => page.goto(wpAdmin(`admin.php?page=docket&${screen}`));

/** Reloads WooCommerce's page until it says so; what the shop does meanwhile it does by itself. */
const untilShown = (text: RegExp, look: () => Promise<string | null>) =>
  until(
    async () => {
      const [found] = text.exec((await look()) ?? "") ?? [];
      if (found === undefined) {
        await shop().runActions();
        await page.reload();
      }
      return found;
    },
    { seconds: 90, what: String(text) },
  );

/** The words of a PDF in the order of reading. */
async function printedText(href: string): Promise<string> {
  const answer = await page.request.get(href);
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const file = path.join(scratch, "document.pdf");
  await writeFile(file, await answer.body());
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", file, "-"]);
  return stdout.replaceAll(/\s+/g, " ");
}

describe("a merchant", () => {
  it("installs the plugin from its ZIP", async () => {
    await page.goto(wpAdmin("plugins.php"));
    if ((await page.locator("tr.active[data-slug='docket']").count()) > 0) return;
    await page.goto(wpAdmin("plugin-install.php?tab=upload"));
    await page.locator("#pluginzip").setInputFiles(await pluginZip());
    await page.locator("#install-plugin-submit").click();
    await page.getByText("Plugin installed successfully.").waitFor();
    await picture(page, "main-1-installed");
    await page.getByRole("link", { name: "Activate Plugin" }).click();
    await page.getByText("Plugin activated.").waitFor();
  });

  it("connects the shop with one click and is told what to do first", async () => {
    await openDocket("");
    const connect = page.getByRole("link", { name: "Connect this shop" });
    const home = page.getByRole("heading", { name: "Home", exact: true });
    await connect.or(home).first().waitFor();
    await picture(page, "main-2-connect");
    if (await connect.isVisible()) await connect.click();
    await home.waitFor();
    await page.getByText("This month").waitFor();
    await picture(page, "main-3-home");
  });

  it("is told what is wrong in the details, and saves them", async () => {
    await openDocket("screen=settings&section=seller");
    const number = page.getByLabel("VAT number");
    await number.fill("BE0417497107");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("expected a VAT number with its country").first().waitFor();
    await picture(page, "main-4-seller-wrong");
    await number.fill("BE0417497106");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Settings saved").first().waitFor();
    await page.reload();
    await until(async () => ((await number.inputValue()) === "BE0417497106" ? true : undefined), {
      seconds: 10,
      what: "the VAT number after a reload",
    });
  });
});

describe("an order", () => {
  it("is placed by a customer in the shop and has no invoice while it is not paid", async () => {
    const customer = await browser.newPage();
    orderId = await placeOrder(customer, shop().url, {
      email: "sanne@example.nl",
      payment: shop().payment,
    });
    await picture(customer, "main-5-thank-you", true);
    await shop().runActions();
    await page.goto(orderScreen(shop().url, orderId));
    await page.getByText("No documents yet.").waitFor();
    expect(await page.locator("[data-docket-panel]").textContent()).not.toMatch(NUMBER);
  });

  it("is marked as processing, and its invoice number stands in the order list", async () => {
    await setOrderStatus(page, "processing");
    await page.goto(orderList(shop().url));
    invoiceNumber = await untilShown(NUMBER, () => orderRow(page, orderId).textContent());
    await picture(page, "main-6-order-list");
  });

  it("has its invoice in the order's panel, with its timeline and its PDF", async () => {
    await page.goto(orderScreen(shop().url, orderId));
    const panel = page.locator("[data-docket-panel]");
    await panel.getByText(`Invoice ${invoiceNumber}`).waitFor();
    await panel.getByText("Timeline").click();
    await panel.getByText("Issued", { exact: false }).first().waitFor();
    await panel.scrollIntoViewIfNeeded();
    await picture(page, "main-7-panel");
    const href = await panel.getByRole("link", { name: "Open PDF" }).getAttribute("href");
    const printed = await printedText(href ?? "");
    expect(printed).toContain(invoiceNumber);
    expect(printed).toContain("Sanne Jansen");
  });

  it("is completed without a second invoice", async () => {
    await setOrderStatus(page, "completed");
    await shop().runActions();
    await page.reload();
    const panel = page.locator("[data-docket-panel]");
    await panel.getByText(`Invoice ${invoiceNumber}`).waitFor();
    expect(
      await panel.getByText("Invoice ", { exact: false }).filter({ hasText: NUMBER }).count(),
    ).toBe(1);
  });

  it("has a line refunded and shows the credit note", async () => {
    await refundFirstLine(page);
    const panel = page.locator("[data-docket-panel]");
    const creditNote = await untilShown(/Credit note \S*\d{4}-\d{4}/, async () => {
      await panel.getByText(`Invoice ${invoiceNumber}`).waitFor();
      return panel.textContent();
    });
    await panel.scrollIntoViewIfNeeded();
    await picture(page, "main-8-credit-note");
    const row = panel.locator(".docket-row").filter({ hasText: creditNote });
    const href = await row.getByRole("link", { name: "Open PDF" }).getAttribute("href");
    expect(await printedText(href ?? "")).toContain(invoiceNumber);
    await page.goto(orderList(shop().url));
    await orderRow(page, orderId).getByText(creditNote).waitFor();
    await orderRow(page, orderId).getByText("Paid back").waitFor();
    await picture(page, "main-9-order-list");
  });

  it("is found in Docket's own list, and its document drawn page by page", async () => {
    await openDocket("screen=documents");
    await page.getByRole("link", { name: invoiceNumber, exact: true }).waitFor();
    await picture(page, "main-10-documents");
    await page.getByRole("link", { name: invoiceNumber, exact: true }).click();
    await page.locator("img[alt^='Page 1 of']").first().waitFor();
    await picture(page, "main-11-document", true);
    expect(browser.pageErrors).toEqual([]);
  });
});
