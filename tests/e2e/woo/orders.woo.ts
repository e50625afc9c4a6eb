import { unzipSync } from "fflate";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  connectForSeller,
  createOrder,
  letTheWaitBeOver,
  refundFirstLine,
} from "../../standins/woo-shop.ts";
import { useBrowser } from "../browser.ts";
import { placeOrder } from "./checkout.ts";
import { picture } from "./pictures.ts";
import { useWooStack } from "./woo-stack-for-tests.ts";
import { logIn, orderList, orderRow, orderScreen, runOrderAction } from "./wp-admin.ts";

const running = useWooStack();
const browser = useBrowser({ patienceSeconds: 60 });
const site = () => running().stack.site;

let page: Page;
beforeAll(async () => {
  await connectForSeller(site());
  page = await browser.newPage();
  await logIn(page, running().url, { user: "manager", password: "password" });
});

/** Ticks these orders in WooCommerce's list and runs a bulk action on them. */
async function runBulk(action: string, orderIds: readonly number[]): Promise<void> {
  await page.goto(orderList(running().url));
  for (const orderId of orderIds) {
    // WordPress 7 puts the box into a `td`, and a click on one opens the order in WooCommerce 10.5.
    const box = orderRow(page, orderId).locator("input[type='checkbox']");
    await box.evaluate((each: HTMLInputElement) => {
      each.checked = true;
    });
  }
  await page.locator("#bulk-action-selector-top").selectOption(`docket_bulk_${action}`);
  await page.locator("#doaction").click();
}
const bulkNotice = () => page.locator(".docket-bulk");

describe("the order list", () => {
  const orderIds: number[] = [];
  beforeAll(async () => {
    for (const email of ["a@example.be", "b@example.be", "c@example.be"]) {
      orderIds.push(await createOrder(site(), { email, isPaid: false }));
    }
    await site().runActions();
  });

  it("issues the invoices of several orders, oldest first, and shows how far it is", async () => {
    await runBulk("issue", orderIds);
    await bulkNotice().getByText("Done: 3").waitFor();
    for (const [index, orderId] of orderIds.entries()) {
      await orderRow(page, orderId)
        .getByText(`Invoice 2026-000${index + 1}`)
        .waitFor();
    }
    await picture(page, "orders-1-bulk-issued");
    expect(
      (await running().mails()).filter(({ subject }) => subject.startsWith("Invoice")),
    ).toEqual([]);
  });

  it("does nothing again when the page is reloaded or the same is asked twice", async () => {
    await page.reload();
    await orderRow(page, orderIds[0] ?? 0)
      .getByText("Invoice 2026-0001")
      .waitFor();
    expect(await bulkNotice().count()).toBe(0);
    await runBulk("issue", orderIds);
    await bulkNotice().getByText("Done: 3").waitFor();
    const documents = await Promise.all(orderIds.map((orderId) => running().documentsOf(orderId)));
    expect(documents.map((found) => found.length)).toEqual([1, 1, 1]);
  });

  it("sends those that were never sent", async () => {
    await runBulk("send", orderIds);
    await bulkNotice().getByText("Done: 3").waitFor();
    await Promise.all(orderIds.map((orderId) => running().untilIssued(orderId)));
    const recipients = (await running().mails())
      .filter(({ subject }) => subject.startsWith("Invoice"))
      .map(({ to }) => to[0]?.address);
    expect(recipients.toSorted()).toEqual(["a@example.be", "b@example.be", "c@example.be"]);
  });

  it("gives the PDFs in one ZIP", async () => {
    const [saved] = await Promise.all([page.waitForEvent("download"), runBulk("zip", orderIds)]);
    const files = unzipSync(await readFile(await saved.path()));
    expect(Object.keys(files).toSorted()).toEqual([
      "invoice-2026-0001.pdf",
      "invoice-2026-0002.pdf",
      "invoice-2026-0003.pdf",
    ]);
  });

  it("hands the pages to the printer", async () => {
    await runBulk("print", orderIds.slice(0, 2));
    await bulkNotice().getByRole("button", { name: "Print" }).waitFor();
    const pages = page.frameLocator("iframe.docket-print").locator("img");
    expect(await pages.count()).toBe(2);
    await picture(page, "orders-2-printed");
  });

  it("tells of an order without documents that there is nothing to print", async () => {
    const order = await createOrder(site(), { isPaid: false });
    await runBulk("zip", [order]);
    await bulkNotice().getByText("These orders have no issued documents.").waitFor();
  });
});

describe("the order screen", () => {
  it("makes a draft, shows it, and issues and sends it", async () => {
    const order = await createOrder(site(), { email: "draft@example.be", isPaid: false });
    await page.goto(orderScreen(running().url, order));
    const panel = page.locator("[data-docket-panel]");
    await panel.getByRole("button", { name: "Leave as a draft" }).click();
    await panel.getByRole("link", { name: "Preview" }).waitFor();
    await panel.scrollIntoViewIfNeeded();
    await picture(page, "orders-3-draft");
    const row = panel.locator(".docket-row").first();
    await row.getByRole("button", { name: "Issue and send" }).click();
    await panel.getByText(/Invoice 2026-\d{4}/).waitFor();
    const { number } = await running().untilIssued(order);
    await page.reload();
    await panel.getByText(`Invoice ${number}`).waitFor();
    await panel.getByText("Sent", { exact: false }).first().waitFor();
    await picture(page, "orders-4-issued");
  });

  it("issues by WooCommerce's own order actions, and a preview opens the PDF", async () => {
    const order = await createOrder(site(), { isPaid: false });
    await page.goto(orderScreen(running().url, order));
    await runOrderAction(page, "docket_issue_delivery_note");
    await page.getByText("Order updated.").waitFor();
    await page
      .locator("[data-docket-panel]")
      .getByText("Delivery note", { exact: false })
      .first()
      .waitFor();
    const issued = await running().documentsOf(order);
    expect(issued.map(({ kind, state }) => [kind, state])).toEqual([["deliveryNote", "issued"]]);

    const answer = page.waitForResponse((each) => each.url().includes("/file?"));
    await runOrderAction(page, "docket_preview_invoice").catch(() => {});
    expect((await answer).headers()["content-type"]).toBe("application/pdf");
  });

  it("has the credit note of a refund that another program made", async () => {
    const order = await createOrder(site());
    await running().untilIssued(order);
    await refundFirstLine(site(), order);
    const { number } = await running().untilIssued(order, "creditNote");
    await page.goto(orderScreen(running().url, order));
    await page.locator("[data-docket-panel]").getByText(`Credit note ${number}`).waitFor();
  });

  it("notes on the order what was issued and sent, once", async () => {
    const order = await createOrder(site());
    const { number } = await running().untilIssued(order);
    for (const _ of [1, 2]) {
      await letTheWaitBeOver(site());
      await site().runActions();
    }
    await page.goto(orderScreen(running().url, order));
    const notes = page.locator("#woocommerce-order-notes .note_content");
    const texts = (await notes.allTextContents()).map((text) => text.trim());
    expect(texts.filter((text) => text.startsWith("Docket:")).toSorted()).toEqual([
      `Docket: Invoice ${number} issued.`,
      `Docket: Invoice ${number} sent.`,
    ]);
    await picture(page, "orders-5-notes", true);
  });
});

describe("a customer", () => {
  it("opens the invoice of an order from My account; nobody else does", async () => {
    const customer = await browser.newPage();
    await logIn(customer, running().url, { user: "customer", password: "password" });
    const order = await placeOrder(customer, running().url, { email: "customer@shop.example" });
    const { number } = await running().untilIssued(order);
    await customer.goto(`${running().url}/my-account/orders/`);
    const button = customer.getByRole("link", { name: `Open Invoice ${number} of order ${order}` });
    await button.waitFor();
    await picture(customer, "orders-6-my-account");
    const link = (await button.getAttribute("href")) ?? "";
    const answer = await customer.request.get(link);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    expect(answer.url()).toContain(`${running().stack.serviceUrl}/d/`);

    const stranger = await browser.newPage();
    await stranger.goto(link);
    expect(new URL(stranger.url()).pathname).toMatch(/^\/my-account\//);
    expect((await stranger.request.get(`${answer.url()}x`)).status()).toBe(404);
  });

  it("finds My account as ever while Docket is away", async () => {
    await running().stack.killDocket();
    const customer = await browser.newPage();
    await logIn(customer, running().url, { user: "customer", password: "password" });
    const startedAt = Date.now();
    await customer.goto(`${running().url}/my-account/orders/`);
    await customer.getByRole("link", { name: "View order" }).first().waitFor();
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    await running().stack.startDocket();
  });
});
