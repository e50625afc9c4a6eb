import type { Locator, Page } from "playwright-core";

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Logs in at WordPress's own form and ends in wp-admin, or where the role may go. */
export async function logIn(page: Page, siteUrl: string, login: Login): Promise<void> {
  await page.goto(`${siteUrl}/wp-login.php`);
  // The form takes the focus to its first field 200 ms after it came, and with it what is being typed.
  await page.locator("#user_login:focus").waitFor();
  await page.locator("#user_login").fill(login.user);
  await page.locator("#user_pass").fill(login.password);
  await Promise.all([
    page.waitForURL(/\/(wp-admin|my-account)\//),
    page.locator("#wp-submit").click(),
  ]);
}

export const orderList = (siteUrl: string) => `${siteUrl}/wp-admin/admin.php?page=wc-orders`;
export const orderScreen = (siteUrl: string, orderId: number) =>
  `${orderList(siteUrl)}&action=edit&id=${orderId}`;

/** The row of an order in WooCommerce's list, where orders have tables and where they are posts. */
export const orderRow = (page: Page, orderId: number): Locator =>
  page.locator(`#order-${orderId}, #post-${orderId}`);

/** Sets the state on the order's screen, which is open, and saves. */
export async function setOrderStatus(page: Page, status: string): Promise<void> {
  await page.locator("#order_status").selectOption(`wc-${status}`, { force: true });
  await saveOrder(page);
}

async function saveOrder(page: Page): Promise<void> {
  await page.locator("button.save_order").click();
  await page.getByText("Order updated.").waitFor();
}

/** Chooses one of "Order actions" and runs it. */
export async function runOrderAction(page: Page, action: string): Promise<void> {
  await page.locator("select[name='wc_order_action']").selectOption(action);
  await page.locator("button.save_order").click();
}

/** Refunds all of the order's first line by hand, on the order's screen, which is open. */
export async function refundFirstLine(page: Page): Promise<void> {
  await page.locator("button.refund-items").click();
  const line = page.locator("#order_line_items tr.item").first();
  const quantity = line.locator("input.refund_order_item_qty");
  await quantity.fill("1");
  await quantity.dispatchEvent("change");
  await page.locator("#refund_reason").fill("Broken on arrival");
  page.once("dialog", (dialog) => void dialog.accept());
  await Promise.all([
    page.waitForResponse(
      (answer) =>
        answer.url().includes("admin-ajax.php") &&
        answer.request().postData()?.includes("woocommerce_refund_line_items") === true,
    ),
    page.locator("button.do-manual-refund").click(),
  ]);
  await page.locator("#order_refunds tr.refund").first().waitFor();
}
