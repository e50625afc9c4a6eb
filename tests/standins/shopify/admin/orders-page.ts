import type { Reply } from "../http.ts";
import { ORDER_KINDS } from "../orders/order-kinds.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import { currentTotal } from "../orders/order-totals.ts";
import { markup, type Markup } from "./html.ts";
import { adminPage, type PageContext } from "./layout.ts";
import { amountText, buyerText, dateText, fulfillmentBadge, paymentBadge } from "./order-texts.ts";

/** `/store/:handle/orders`: the list, and an order of any kind at a click. */
export function ordersPage(context: PageContext): Reply {
  const orders = context.shop.orders.toReversed();
  return adminPage(context, {
    title: "Orders",
    section: "orders",
    content: markup`<div class="page-head"><h1>Orders</h1></div>
${createOrderForm(context)}
<section class="card is-flush">
<div class="table-scroll">
<table class="orders" id="orders">
<thead><tr><th>Order</th><th>Date</th><th>Customer</th><th class="is-number">Total</th><th>Payment</th><th>Fulfilment</th></tr></thead>
<tbody>${orders.map((order) => orderRow(context, order))}</tbody>
</table>
</div>
</section>`,
  });
}

function createOrderForm({ handle }: PageContext): Markup {
  const options = Object.entries(ORDER_KINDS).map(
    ([name, { label }]) => markup`<option value="${name}">${label}</option>`,
  );
  return markup`<form class="card create-order" id="create-order" method="post" action="/store/${handle}/orders">
<h2>Create order</h2>
<p class="hint">Plays a customer at the checkout. Shopify then tells the app.</p>
<div class="form-row">
<label class="field">Kind of order
<select name="kind" id="order-kind">${options}</select></label>
<label class="check"><input type="checkbox" name="paid" id="order-paid" value="true"> Already paid</label>
<button class="button is-primary" data-action="create-order">Create order</button>
</div>
</form>`;
}

function orderRow({ handle, shop }: PageContext, order: OrderRecord): Markup {
  const total = amountText(currentTotal(order).presentment, order.currencies.presentment);
  const isCancelled = order.cancelledAt !== null;
  return markup`<tr data-order="${order.name}"${isCancelled && markup` class="is-cancelled"`}>
<td class="cell-name"><a href="/store/${handle}/orders/${order.id}">${order.name}</a></td>
<td class="cell-date">${dateText(order.createdAt, shop.profile.ianaTimezone)}</td>
<td class="cell-buyer">${buyerText(order)}</td>
<td class="cell-total is-number">${total}</td>
<td class="cell-payment">${paymentBadge(order)}</td>
<td class="cell-fulfillment">${fulfillmentBadge(order)}</td>
</tr>`;
}
