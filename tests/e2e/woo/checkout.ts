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
export async function placeOrder(
  page: Page,
  shopUrl: string,
  purchase: Purchase,
): Promise<number> {
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
  // A customer who ordered before finds the address filled in and folded away.
  const edit = page.getByRole("button", { name: "Edit shipping address" });
  await page.getByText(payment, { exact: true }).waitFor();
  if (!(await edit.isVisible())) {
    for (const [label, value] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).first().fill(value);
    }
  }
  await page.getByText(payment, { exact: true }).click();
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
