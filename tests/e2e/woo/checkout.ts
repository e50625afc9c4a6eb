import type { Page } from "playwright-core";

export interface Customer {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/** The labels in the shop's checkout; another shop than the rig's names its gateway otherwise. */
const PAYMENT = process.env["BASE_PAYMENT"] ?? "Card";

/** Puts the shop's first goods into the cart, goes through the checkout block as a customer does, and answers the order's id. */
export async function placeOrder(
  page: Page,
  shopUrl: string,
  { customer, goods = 2 }: { readonly customer: Customer; readonly goods?: number },
): Promise<number> {
  await page.goto(`${shopUrl}/shop/`);
  const buttons = page.locator(".add_to_cart_button[data-product_id]");
  for (let index = 0; index < goods; index += 1) {
    await Promise.all([
      page.waitForResponse((answer) => /\/cart\/add-item|\/batch|add-to-cart/.test(answer.url())),
      buttons.nth(index).click(),
    ]);
  }
  await page.goto(`${shopUrl}/checkout/`);
  await fillCheckout(page, customer);
  await clickPlaceOrder(page);
  await page.waitForURL(/\/order-received\/\d+/);
  return Number(/\/order-received\/(\d+)/.exec(page.url())?.[1]);
}

async function fillCheckout(page: Page, { email, firstName, lastName }: Customer): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  const fields = {
    "First name": firstName ?? "Sanne",
    "Last name": lastName ?? "Jansen",
    Address: "Kouter 8",
    "Postal code": "9000",
    City: "Gent",
  };
  // A customer who ordered before finds the address filled in and folded away.
  const edit = page.getByRole("button", { name: "Edit shipping address" });
  await page.getByText(PAYMENT, { exact: true }).waitFor();
  if (!(await edit.isVisible())) {
    for (const [label, value] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).first().fill(value);
    }
  }
  await page.getByText(PAYMENT, { exact: true }).click();
}

/** WooCommerce ignores a click while it saves the address: clicks until the order is on its way. */
async function clickPlaceOrder(page: Page): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const sent = page.waitForRequest(
      (request) => request.method() === "POST" && request.url().includes("/wc/store/v1/checkout"),
      { timeout: 2000 },
    );
    await page.getByRole("button", { name: "Place Order" }).click();
    if (await sent.then(() => true, () => false)) return;
  }
  throw new Error("the checkout did not take the order");
}
