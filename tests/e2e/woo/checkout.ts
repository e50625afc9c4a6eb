import type { Page } from "playwright-core";

export interface Purchase {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** How many different goods. */
  readonly goods?: number;
  /** A gateway as the checkout calls it: Card pays at once. */
  readonly payment?: string;
}

/** Puts the shop's first goods into the cart, goes through the checkout block as a customer does, and answers the order's id. */
export async function placeOrder(page: Page, shopUrl: string, purchase: Purchase): Promise<number> {
  await page.goto(`${shopUrl}/shop/`);
  const buttons = page.locator(".add_to_cart_button[data-product_id]");
  for (let index = 0; index < (purchase.goods ?? 2); index += 1) {
    await Promise.all([
      page.waitForResponse((answer) => /\/cart\/add-item|\/batch|add-to-cart/.test(answer.url())),
      buttons.nth(index).click(),
    ]);
  }
  await page.goto(`${shopUrl}/checkout/`);
  await fillCheckout(page, purchase);
  await clickPlaceOrder(page);
  await page.waitForURL(/\/order-received\/\d+/);
  return Number(/\/order-received\/(\d+)/.exec(page.url())?.[1]);
}

async function fillCheckout(page: Page, purchase: Purchase): Promise<void> {
  const { email, firstName, lastName, payment = "Card" } = purchase;
  await page.getByLabel("Email address").fill(email);
  const fields = {
    "First name": firstName ?? "Sanne",
    "Last name": lastName ?? "Jansen",
    Address: "Kouter 8",
    "Postal code": "9000",
    City: "Gent",
  };
  await page.getByText(payment, { exact: true }).waitFor();
  // An address that WooCommerce knows, or thinks it knows while it still loads, is folded away.
  const edit = page.getByRole("button", { name: "Edit shipping address" });
  const first = page.getByLabel("First name", { exact: true }).first();
  await edit.or(first).first().waitFor();
  if (await edit.isVisible()) await edit.click();
  const saved = addressSaved(page, fields.Address);
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).first().fill(value);
  }
  await page.getByText(payment, { exact: true }).click();
  await saved;
}

/**
 * The checkout saves what is typed a moment later, and a half-typed address that arrives beside the order would take the
 * order's place. No longer than a customer would wait: an address that the shop knew already is not sent again.
 */
const addressSaved = (page: Page, street: string): Promise<unknown> =>
  page
    .waitForResponse(
      (answer) =>
        answer.url().includes("/wc/store/v1/batch") &&
        answer.request().postData()?.includes(street) === true,
      { timeout: 6000 },
    )
    .catch(() => undefined);

/** WooCommerce ignores a click while it saves the address: clicks until the shop has taken the order. */
async function clickPlaceOrder(page: Page): Promise<void> {
  let said = "nothing was sent";
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const sent = page
      .waitForRequest(
        (request) => request.method() === "POST" && request.url().includes("/wc/store/v1/checkout"),
        { timeout: 2000 },
      )
      .catch(() => undefined);
    await page.getByRole("button", { name: "Place Order" }).click();
    const answer = await (await sent)?.response();
    if (answer?.ok()) return;
    if (answer) said = `${answer.status()} ${await answer.text()}`;
  }
  throw new Error(`the checkout did not take the order: ${said}`);
}
