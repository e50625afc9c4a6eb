import { mkdir } from "node:fs/promises";
import path from "node:path";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { FrameLocator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { until, useStack } from "./stack-for-tests.ts";

/** Pictures of the walk, to look at. */
const PICTURES = process.env["E2E_PICTURES"];

const running = useStack();
const browser = useBrowser();

const docket = (page: Page): FrameLocator => page.frameLocator("#app-iframe");

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

async function openDocket(page: Page, place = ""): Promise<FrameLocator> {
  const { stack, appPath } = running();
  await page.goto(stack.adminUrl + appPath + place);
  return docket(page);
}

async function save(page: Page): Promise<void> {
  await page.locator("#save-bar-save").click();
  await page.locator("#toast").getByText("saved", { exact: false }).waitFor();
}

describe("a newcomer", () => {
  it("installs Docket by opening it and finishes the set-up steps", async () => {
    const page = await browser.newPage();
    const app = await openDocket(page);
    await app.getByText("Set up Docket").waitFor();
    await picture(page, "1-home-new");

    await app
      .getByRole("link", { name: "Add your details" })
      .or(app.getByRole("button", { name: "Add your details" }))
      .first()
      .click();
    await app.getByLabel("VAT number").fill("BE0417497107");
    await app.getByLabel("IBAN").fill("BE68 5390 0754 7034");
    await page.locator("#save-bar-save").click();
    await app.getByText("expected a VAT number with its country").waitFor();
    await picture(page, "2-seller-wrong-vat-number");
    await app.getByLabel("VAT number").fill("BE0417497106");
    await save(page);

    const sending = await openDocket(page, "/settings/sending");
    await sending.getByLabel("Answers go to").fill("hallo@ateliernoord.example");
    await save(page);
    await sending.getByLabel("Send it to").fill("me@ateliernoord.example");
    await sending.getByRole("button", { name: "Send test e-mail" }).click();
    await sending.getByText("The mail server took the e-mail").waitFor();
    await picture(page, "3-sending-tested");
    const mails = await running().mails();
    expect(mails.map(({ subject, replyTo }) => [subject, replyTo?.[0]?.address])).toEqual([
      [expect.stringMatching(/^Factuur \d{4}-0001 van /), "hallo@ateliernoord.example"],
    ]);
  });

  it("pays an order in the shop and sees its invoice in the list within five seconds", async () => {
    const { stack, control } = running();
    const order = await control<{ id: number; name: string }>("createOrder", { kind: "plain" });
    const shop = await browser.newPage();
    await shop.goto(`${stack.adminUrl}/store/demo/orders/${order.id}`);
    await shop.locator('[data-action="pay"]').click();
    const paidAt = Date.now();

    const page = await browser.newPage();
    const app = await openDocket(page, "/documents");
    const row = app.getByRole("row").filter({ hasText: order.name });
    await until(
      async () => {
        if ((await row.count()) > 0) return true;
        await page.reload();
        await app
          .getByRole("heading", { name: "Documents" })
          .or(app.getByRole("table"))
          .first()
          .waitFor();
        return undefined;
      },
      { seconds: 10, what: "the invoice in the list" },
    );
    expect(Date.now() - paidAt).toBeLessThan(5000);
    expect(await row.textContent()).toMatch(/\d{4}-0001/);
    await picture(page, "4-documents");
  });

  it("opens the document, sees its pages, downloads the PDF, and the mail carries the same bytes", async () => {
    const page = await browser.newPage();
    const app = await openDocket(page, "/documents");
    await app.getByRole("link", { name: /-0001/ }).first().click();
    await app.locator("img[src^='blob:']").first().waitFor();
    await app.getByText("Sent to", { exact: false }).first().waitFor();
    await picture(page, "5-document");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#title-actions").getByText("Download PDF").click(),
    ]);
    const downloaded = await readFile(await download.path());
    expect(downloaded.subarray(0, 5).toString()).toBe("%PDF-");

    const { mails, stack } = running();
    const mail = await until(
      async () => (await mails()).find(({ to }) => to[0]?.address === "sanne.jansen@example.nl"),
      { seconds: 10, what: "the customer's mail" },
    );
    const [attachment] = mail.attachments ?? [];
    expect(attachment?.fileName).toMatch(/^factuur-\d{4}-0001\.pdf$/);
    const response = await fetch(
      `${stack.mailboxUrl}/email/${mail.id}/attachment/${attachment?.generatedFileName}`,
    );
    const mailed = Buffer.from(await response.arrayBuffer());
    expect(sha256(mailed)).toBe(sha256(downloaded));
    expect(mail.html).toContain("Sanne Jansen");
    expect(mail.text).toContain("0001");
  });

  it("lets a draft wait without a number, then issues and sends it", async () => {
    const { control } = running();
    const order = await control<{ name: string }>("createOrder", { kind: "business" });
    const page = await browser.newPage();
    const app = await openDocket(page, "/orders");
    const row = app.getByRole("row").filter({ hasText: order.name });
    await row.getByRole("button", { name: `Make document for order ${order.name}` }).click();
    await picture(page, "6-orders-make");
    await app.getByText("Leave as a draft", { exact: true }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Make document" }).click();
    await row.getByRole("link", { name: "Draft invoice" }).click();
    await app.locator("img[src^='blob:']").first().waitFor();
    await picture(page, "7-draft");
    await page.locator("#title-actions").getByText("Issue and send", { exact: true }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Issue and send" }).click();
    await app.getByText("Issued as", { exact: false }).waitFor();
    await picture(page, "8-draft-issued");
    const mail = await until(
      async () =>
        (await running().mails()).find(
          ({ to }) => to[0]?.address === "boekhouding@brasserie-leie.example",
        ),
      { seconds: 10, what: "the mail of the draft" },
    );
    expect(mail.subject).toMatch(/^Factuur \d{4}-0002 van /);
  });

  it("had no error in the browser", () => {
    expect(browser.pageErrors).toEqual([]);
  });
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
