import type { Reply } from "../http.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import {
  currentQuantity,
  currentTotal,
  outstanding,
  pricedBag,
  received,
  refunded,
  taxTotals,
  unfulfilledQuantity,
} from "../orders/order-totals.ts";
import { addressLines, customerName } from "../orders/party-nodes.ts";
import type { AddressInput } from "../orders/order-input.ts";
import { editCard, refundCard } from "./change-cards.ts";
import { markup, type Markup } from "./html.ts";
import { adminPage, type PageContext } from "./layout.ts";
import { amountText, buyerText, dateText, fulfillmentBadge, paymentBadge } from "./order-texts.ts";

/** `/store/:handle/orders/:id`: what was ordered, and what can happen to it. */
export function orderPage(
  context: PageContext,
  order: OrderRecord,
  refused: string | null = null,
): Reply {
  const { handle, shop } = context;
  return adminPage(context, {
    title: order.name,
    section: "orders",
    content: markup`<div class="page-head">
<a class="back" href="/store/${handle}/orders" aria-label="Back to orders">←</a>
<div><h1>${order.name} ${paymentBadge(order)} ${fulfillmentBadge(order)}${order.cancelledAt !== null && markup` <span class="badge">Cancelled</span>`}</h1>
<p class="hint">${dateText(order.createdAt, shop.profile.ianaTimezone)} · ${buyerText(order)}</p></div>
<div class="page-actions">${actionButtons(order)}</div>
</div>
${refused !== null && markup`<p class="card is-critical" role="alert" id="refused">${refused}</p>`}
<div class="columns">
<div>
${linesCard(order)}
${totalsCard(order)}
${refundCard(order)}
${editCard(order)}
</div>
<aside>${noteCard(order)}${customerCard(order)}</aside>
</div>`,
  });
}

function actionButtons(order: OrderRecord): Markup {
  const canPay = outstanding(order).presentment > 0n && order.cancelledAt === null;
  const canShip = order.lines.some((_, line) => unfulfilledQuantity(order, line) > 0);
  return markup`${order.cancelledAt === null && actionButton("cancel", "Cancel order")}
${canShip && actionButton("fulfil", "Fulfil items", !canPay)}
${canPay && actionButton("pay", "Mark as paid", true)}`;
}

function actionButton(action: string, label: string, isPrimary = false): Markup {
  return markup`<form method="post"><input type="hidden" name="action" value="${action}"><button class="button${isPrimary && " is-primary"}" data-action="${action}">${label}</button></form>`;
}

function linesCard(order: OrderRecord): Markup {
  const currency = order.currencies.presentment;
  const rows = order.lines.map((line, index) => {
    const left = currentQuantity(order, index);
    const priced = order.priced.presentment.lines[index];
    const variant = [line.input.variantTitle, line.input.sku].filter(Boolean).join(" · ");
    return markup`<tr>
<td><strong>${line.input.title}</strong>${variant !== "" && markup`<br><span class="hint">${variant}</span>`}</td>
<td class="is-number is-quantity">${left === line.quantity ? markup`${line.quantity}` : markup`<del>${line.quantity}</del> ${left}`} × ${amountText(line.unitPrice.presentment, currency)}</td>
<td class="is-number">${amountText(priced?.afterAllDiscounts ?? 0n, currency)}</td></tr>`;
  });
  return markup`<section class="card is-flush"><table class="lines" id="lines"><tbody>${rows}</tbody></table></section>`;
}

function totalsCard(order: OrderRecord): Markup {
  const currency = order.currencies.presentment;
  const row = (label: string, minor: bigint, isStrong = false) =>
    markup`<tr${isStrong && markup` class="is-strong"`}><td>${label}</td><td class="is-number">${amountText(minor, currency)}</td></tr>`;
  const figure = (name: Parameters<typeof pricedBag>[1]) => pricedBag(order, name).presentment;
  const taxes = taxTotals(order, "before").map(({ title, rate, amount }) =>
    row(
      `${title} ${Number((Number(rate) * 100).toFixed(2))} %${order.taxesIncluded ? " (included)" : ""}`,
      amount.presentment,
    ),
  );
  return markup`<section class="card"><table class="totals" id="totals"><tbody>
${row("Subtotal", figure("subtotal"))}
${figure("discounts") > 0n && row(discountLabel(order), -figure("discounts"))}
${order.shipping.map((line, index) => row(`Shipping: ${line.input.title}`, order.priced.presentment.shipping[index]?.afterAllDiscounts ?? 0n))}
${figure("tips") > 0n && row("Tip", figure("tips"))}
${taxes}
${row("Total", figure("total"), true)}
${row("Paid", received(order).presentment)}
${refunded(order).presentment > 0n && row("Refunded", -refunded(order).presentment)}
${order.refunds.length > 0 && row("Current total", currentTotal(order).presentment)}
${row("Balance", outstanding(order).presentment, true)}
</tbody></table></section>`;
}

function discountLabel(order: OrderRecord): string {
  return `Of which discounts (${order.discounts.map(({ title }) => title).join(", ")})`;
}

function noteCard(order: OrderRecord): Markup {
  return markup`<section class="card"><h2>Note</h2>
<form method="post" class="stack"><input type="hidden" name="action" value="edit">
<label class="field"><span class="visually-hidden">Note</span><textarea name="note" id="note" rows="3" placeholder="No note from the customer">${order.note}</textarea></label>
<label class="field">E-mail<input name="email" id="email" type="email" value="${order.email}"></label>
<button class="button" data-action="edit">Save</button></form></section>`;
}

function customerCard(order: OrderRecord): Markup {
  const { customer, company } = order;
  return markup`<section class="card"><h2>Customer</h2>
<p>${customer === null ? "No customer" : customerName(customer)}</p>
${company !== null && markup`<p>${company.name}<br><span class="hint">${company.taxRegistrationId ?? "No VAT number"}</span></p>`}
${addressBlock("Shipping address", order.shippingAddress)}
${addressBlock("Billing address", order.billingAddress)}
</section>`;
}

function addressBlock(title: string, address: AddressInput | null): Markup {
  const lines = address === null ? ["None"] : addressLines(address);
  return markup`<h3>${title}</h3><p>${lines.map((line) => markup`${line}<br>`)}</p>`;
}
