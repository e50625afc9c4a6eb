import { CATALOGUE, type Product } from "../orders/catalogue.ts";
import { formatFixed } from "../orders/money.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import { currentQuantity, received, refunded, shippingLeft } from "../orders/order-totals.ts";
import { markup, type Markup } from "./html.ts";
import { amountText } from "./order-texts.ts";

export function refundCard(order: OrderRecord): Markup | null {
  const lines = lineOptions(order);
  const paid = received(order).presentment - refunded(order).presentment;
  if (order.cancelledAt !== null || (paid <= 0n && lines.length === 0)) return null;
  const currency = order.currencies.presentment;
  const shipping = shippingRefundable(order);
  const amount = (name: string, label: string, placeholder: bigint) =>
    markup`<label class="field is-short">${label}<input name="${name}" inputmode="decimal" placeholder="${formatFixed(placeholder, currency)}"></label>`;
  return markup`<section class="card" id="refund"><h2>${paid > 0n ? "Refund" : "Remove items"}</h2>
<div class="stack">
${actionForm(
  "refund-line",
  paid > 0n ? "Refund line" : "Remove",
  markup`<label class="field">One line<select name="line">${lines}</select></label>
<label class="field is-short">Pieces<input name="quantity" type="number" min="1" value="1"></label>
${paid > 0n && amount("fee", "Restocking fee", 0n)}`,
)}
${paid > 0n && shipping > 0n && actionForm("refund-shipping", "Refund shipping", amount("amount", `Shipping (${currency})`, shipping))}
${paid > 0n && actionForm("refund-amount", "Refund amount", amount("amount", `Amount (${currency})`, paid))}
${paid > 0n && markup`<form method="post"><input type="hidden" name="action" value="refund-all"><button class="button is-critical" data-action="refund-all">Refund everything (${amountText(paid, currency)})</button></form>`}
</div></section>`;
}

/** As in Shopify, an edit changes what is owed; money follows as a payment or a refund of its own. */
export function editCard(order: OrderRecord): Markup | null {
  if (order.cancelledAt !== null) return null;
  const products = Object.values<Product>(CATALOGUE).map(
    ({ sku, title }) => markup`<option value="${sku}">${title}</option>`,
  );
  return markup`<section class="card" id="edit-items"><h2>Edit items</h2>
<div class="stack">
<form method="post" class="form-row"><input type="hidden" name="action" value="edit-line">
<label class="field">Line<select name="line">${lineOptions(order)}</select></label>
<label class="field is-short">Pieces left<input name="quantity" type="number" min="0" value="0"></label>
<button class="button" data-action="edit-line">Change</button></form>
<form method="post" class="form-row"><input type="hidden" name="action" value="add-line">
<label class="field">Product<select name="sku">${products}</select></label>
<label class="field is-short">Pieces<input name="quantity" type="number" min="1" value="1"></label>
<button class="button" data-action="add-line">Add</button></form>
</div></section>`;
}

function lineOptions(order: OrderRecord): Markup[] {
  return order.lines.flatMap((line, index) => {
    const left = currentQuantity(order, index);
    return left > 0
      ? [markup`<option value="${index}">${line.input.title} (${left})</option>`]
      : [];
  });
}

function shippingRefundable(order: OrderRecord): bigint {
  return order.shipping.reduce(
    (left, _, index) => left + shippingLeft(order, index).subtotal.presentment,
    0n,
  );
}

function actionForm(action: string, label: string, fields: Markup): Markup {
  return markup`<form method="post" class="form-row"><input type="hidden" name="action" value="${action}">
${fields}<button class="button" data-action="${action}">${label}</button></form>`;
}
