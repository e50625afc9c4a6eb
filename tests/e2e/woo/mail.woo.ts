import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { connectForSeller, letTheWaitBeOver } from "../../standins/woo-shop.ts";
import { useBrowser } from "../browser.ts";
import { until } from "../stack-for-tests.ts";
import { placeOrder } from "./checkout.ts";
import { picture } from "./pictures.ts";
import { useWooStack } from "./woo-stack-for-tests.ts";
import { logIn, orderScreen, refundFirstLine } from "./wp-admin.ts";

const running = useWooStack();
const browser = useBrowser({ patienceSeconds: 60 });
const site = () => running().stack.site;

/** What a customer found in the mailbox: subjects, and the names of what was attached. */
const mailsTo = async (email: string): Promise<readonly (readonly [string, string])[]> =>
  (await running().mails())
    .filter(({ to }) => to[0]?.address === email)
    .map(({ subject, attachments }) => [
      subject,
      (attachments ?? []).map(({ fileName }) => fileName).join(),
    ]);
const untilMailTo = (email: string, subject: RegExp) =>
  until(async () => (await mailsTo(email)).find(([found]) => subject.test(found)), {
    seconds: 30,
    what: `a mail to ${email} about ${String(subject)}`,
  });

const WOO_PROCESSING = /order has been received/;
const WOO_REFUNDED = /order #\d+ has been partially refunded/;

let page: Page;
beforeAll(async () => {
  await connectForSeller(site());
  page = await browser.newPage();
  await logIn(page, running().url, { user: "manager", password: "password" });
});

const buy = async (email: string) => placeOrder(await browser.newPage(), running().url, { email });

/** Everything that is due, in the shop and in Docket, and a moment for a mail that should not come. */
async function settle(orderId: number): Promise<void> {
  await running().untilIssued(orderId);
  await letTheWaitBeOver(site());
  await site().runActions();
  await new Promise((resolve) => setTimeout(resolve, 2000));
}

const openSettings = () =>
  page.goto(`${running().url}/wp-admin/admin.php?page=wc-settings&tab=docket`);

async function saveSettings(): Promise<void> {
  await page.locator(".woocommerce-save-button").click();
  await page.getByText("Your settings have been saved.").waitFor();
}

describe("Docket e-mails the documents", () => {
  it("beside WooCommerce's own mail, until that is switched off in the settings", async () => {
    const first = await buy("both@example.be");
    await settle(first);
    expect((await mailsTo("both@example.be")).toSorted()).toEqual([
      ["Invoice 2026-0001 from Winkel Peeters", "invoice-2026-0001.pdf"],
      ["Your Winkel Peeters order has been received!", ""],
    ]);

    await openSettings();
    await page
      .locator("select[name='docket_mails_off[]']")
      .selectOption("customer_processing_order", { force: true });
    await saveSettings();
    await picture(page, "mail-1-settings", true);
    const second = await buy("docket@example.be");
    await settle(second);
    expect(await mailsTo("docket@example.be")).toEqual([
      ["Invoice 2026-0002 from Winkel Peeters", "invoice-2026-0002.pdf"],
    ]);
  });
});

describe("WooCommerce e-mails the documents", () => {
  beforeAll(async () => {
    await openSettings();
    await page.locator("input[name='docket_mail_mode'][value='woocommerce']").check();
    for (const [mail, kind] of [
      ["customer_processing_order", "invoice"],
      ["customer_refunded_order", "creditNote"],
    ] as const) {
      await page.locator(`select[name='docket_mails_attach[${mail}]']`).selectOption(kind);
    }
    await saveSettings();
  });

  it("attached to its own mail, and Docket sends none", async () => {
    const order = await buy("attached@example.be");
    await untilMailTo("attached@example.be", WOO_PROCESSING);
    await settle(order);
    const { number } = await running().untilIssued(order);
    expect(await mailsTo("attached@example.be")).toEqual([
      ["Your Winkel Peeters order has been received!", `invoice-${number}.pdf`],
    ]);
  });

  it("a credit note to the mail about the refund", async () => {
    const order = await buy("refunded@example.be");
    await untilMailTo("refunded@example.be", WOO_PROCESSING);
    await settle(order);
    await page.goto(orderScreen(running().url, order));
    await refundFirstLine(page);
    await untilMailTo("refunded@example.be", WOO_REFUNDED);
    await settle(order);
    const { number } = await running().untilIssued(order, "creditNote");
    expect((await mailsTo("refunded@example.be")).map(([, files]) => files)).toEqual([
      expect.stringMatching(/^invoice-/),
      `credit-note-${number.toLowerCase()}.pdf`,
    ]);
  });

  it("and where Docket is away the mail goes without, and the document follows by Docket's", async () => {
    await running().stack.killDocket();
    const order = await buy("late@example.be");
    expect(await untilMailTo("late@example.be", WOO_PROCESSING)).toEqual([expect.any(String), ""]);
    await running().stack.startDocket();
    await letTheWaitBeOver(site());
    await site().runActions();
    const { number } = await running().untilIssued(order);
    expect(await untilMailTo("late@example.be", /Invoice/)).toEqual([
      `Invoice ${number} from Winkel Peeters`,
      `invoice-${number}.pdf`,
    ]);
    await settle(order);
    expect(await mailsTo("late@example.be")).toHaveLength(2);
  });
});
