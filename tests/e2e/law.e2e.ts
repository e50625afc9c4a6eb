import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import {
  asJson,
  installDocket,
  untilEventsAreSettled,
  untilInvoiced,
  useDatabase,
  type Ask,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { useStack } from "./stack-for-tests.ts";

/** Pictures of the walk, to look at. */
const PICTURES = process.env["E2E_PICTURES"];

const running = useStack();
const database = useDatabase(running);
const browser = useBrowser();
const prisma = () => database().prisma;
let ask: Ask;

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

async function open(place: string): Promise<{ page: Page; app: FrameLocator }> {
  const { stack, appPath } = running();
  const page = await browser.newPage();
  await page.goto(stack.adminUrl + appPath + place);
  return { page, app: page.frameLocator("#app-iframe") };
}

const createOrder = (wish: object) =>
  running().control<PlacedOrder>("createOrder", { paid: true, ...wish });

const removeRule = (ruleId: string) =>
  ask(`/app/settings/rules/${ruleId}?_data=routes/app.settings.rules.$ruleId`, {
    method: "DELETE",
  });

beforeAll(async () => {
  ask = await installDocket(running());
  await grantLargestPlan(database());
  await removeRule("credit-note-when-refunded");
});

describe("a refund", () => {
  it("asks for its credit note on the invoice's page, and the two lead to each other", async () => {
    const order = await createOrder({ kind: "mixedRates" });
    const invoice = await untilInvoiced(prisma(), order);
    const refund = { lines: [{ line: 1, quantity: 1 }] };
    await running().control("refund", { order: order.id, refund });
    await untilEventsAreSettled(prisma());

    const { page, app } = await open(`/documents/${invoice.id}`);
    await app.getByText("€34.95 was refunded on", { exact: false }).waitFor();
    await app.getByRole("button", { name: "Make credit note" }).click();
    await picture(page, "law-1-credit-note-asked");
    await app.getByRole("dialog").getByRole("button", { name: "Make credit note" }).click();
    await app.getByRole("link", { name: /Credit note CN\d{4}-0001/ }).click();
    await app.getByText("Credits invoice").waitFor();
    await picture(page, "law-2-credit-note");
    for (const name of ["PDF", "E-invoice (UBL)", "E-invoice (CII)", "Factur-X PDF"]) {
      const button = app.getByRole("button", { name: `Download ${name}`, exact: true });
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(download.suggestedFilename()).toMatch(/^rechnungskorrektur-cn\d{4}-0001\./);
    }
    await app.getByRole("link", { name: invoice.number ?? "", exact: true }).click();
    await app.getByText("+++", { exact: false }).first().waitFor();
    expect(await app.getByText("was refunded on", { exact: false }).count()).toBe(0);
  });

  it("of an order with an invoice made elsewhere asks for its number and date", async () => {
    await removeRule("invoice-when-paid");
    const order = await createOrder({ kind: "plain", createdAt: "2026-10-31T10:00:00Z" });
    await running().control("refund", { order: order.id, refund: { amount: "2.50" } });
    const { page, app } = await open("/orders");
    await app.getByRole("button", { name: `Make credit note for order ${order.name}` }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("€2.50 was refunded on", { exact: false }).waitFor();
    await dialog.getByRole("button", { name: "Make credit note" }).click();
    await dialog.getByText("Give the number that stands on the invoice.").waitFor();
    await picture(page, "law-3-made-elsewhere");
    await dialog.getByLabel("Number of the invoice").fill("INV-77");
    await dialog.getByLabel("Date of the invoice").fill("2026-11-01");
    await dialog.getByRole("button", { name: "Make credit note" }).click();
    const row = app.getByRole("row").filter({ hasText: order.name });
    await row.getByRole("link", { name: /Credit note CN/ }).click();
    await app.getByText("INV-77 of 1 Nov 2026, made elsewhere").waitFor();
    expect(await app.getByText("was refunded on", { exact: false }).count()).toBe(0);
  });
});

describe("a refund while Docket's own invoice waits as a draft", () => {
  it("leads to that invoice, which says what comes after it", async () => {
    const order = await createOrder({ kind: "plain" });
    const wanted = { orderId: order.gid, kind: "invoice", how: "draft" };
    await ask("/app/orders?_data=routes/app.orders", asJson("POST", wanted));
    await running().control("refund", { order: order.id, refund: { amount: "2.50" } });
    await untilEventsAreSettled(prisma());

    const { page, app } = await open("/orders");
    await app.getByRole("button", { name: `Make credit note for order ${order.name}` }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByText("Issue the invoice first").waitFor();
    expect(await dialog.getByLabel("Number of the invoice").count()).toBe(0);
    await picture(page, "law-5-invoice-first");
    await dialog.getByRole("button", { name: "Open the draft" }).click();
    await app.getByText(`€2.50 of order ${order.name} was refunded`).waitFor();
    await picture(page, "law-6-refunded-before");
  });
});

describe("what the doctor refuses", () => {
  it("stays a draft without a number; the page says why and leads to where it is mended", async () => {
    const order = await createOrder({ kind: "wrongNumber" });
    const wanted = { orderId: order.gid, kind: "invoice", how: "issue" };
    const answer = await ask("/app/orders?_data=routes/app.orders", asJson("POST", wanted));
    expect(await answer.text()).toContain("PEPPOL-COMMON-R043");
    const { id } = await prisma().document.findFirstOrThrow({ where: { orderId: order.gid } });

    const { page, app } = await open(`/documents/${id}`);
    await app.getByText("This invoice cannot be issued yet").waitFor();
    await picture(page, "law-4-refused");
    await page.locator("#title-actions").getByText("Issue and send", { exact: true }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Check again" }).click();
    await page.locator("#toast").getByText("Checked again").waitFor();
    expect(await prisma().document.findUnique({ where: { id } })).toMatchObject({
      state: "draft",
      number: null,
    });
    await app.getByRole("link", { name: "Mend it" }).first().click();
    await page.waitForURL(`**/orders/${order.id}`);
  });

  it("had no error in the browser", () => {
    expect(browser.pageErrors).toEqual([]);
  });
});
