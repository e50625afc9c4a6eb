import { gid } from "../ids.ts";
import { formatFixed } from "../orders/money.ts";
import type { OrderRecord } from "../orders/order-record.ts";
import { currentQuantity, itemBag, unfulfilledQuantity } from "../orders/order-totals.ts";
import { moneySet, taxLinePayload } from "./money-payloads.ts";

export function linePayload(order: OrderRecord, index: number) {
  const line = order.lines[index];
  if (line === undefined) throw new Error(`order ${order.name} has no line ${index}`);
  const { input } = line;
  return {
    id: line.id,
    admin_graphql_api_id: gid("LineItem", line.id),
    product_id: line.productId,
    variant_id: line.variantId,
    title: input.title,
    variant_title: input.variantTitle ?? null,
    name: input.variantTitle === undefined ? input.title : `${input.title} - ${input.variantTitle}`,
    sku: input.sku ?? null,
    vendor: input.vendor ?? null,
    quantity: line.quantity,
    current_quantity: currentQuantity(order, index),
    fulfillable_quantity: unfulfilledQuantity(order, index),
    price: formatFixed(line.unitPrice.shop, order.currencies.shop),
    price_set: moneySet(order, line.unitPrice),
    gift_card: input.isGiftCard ?? false,
    taxable: (input.rates ?? []).length > 0,
    requires_shipping: input.requiresShipping ?? true,
    properties: (input.customAttributes ?? []).map(({ key, value }) => ({ name: key, value })),
    tax_lines: taxLines(order, { items: "lines", index }),
    discount_allocations: allocations(order, { items: "lines", index }),
  };
}

export function shippingPayload(order: OrderRecord, index: number) {
  const line = order.shipping[index];
  if (line === undefined) throw new Error(`order ${order.name} has no shipping line ${index}`);
  const price = itemBag(order, "shipping", { index, figure: (item) => item.original });
  const discounted = itemBag(order, "shipping", {
    index,
    figure: (item) => item.afterAllDiscounts,
  });
  return {
    id: line.id,
    title: line.input.title,
    code: line.input.code ?? line.input.title,
    price: formatFixed(price.shop, order.currencies.shop),
    price_set: moneySet(order, price),
    discounted_price: formatFixed(discounted.shop, order.currencies.shop),
    discounted_price_set: moneySet(order, discounted),
    source: "shopify",
    tax_lines: taxLines(order, { items: "shipping", index }),
    discount_allocations: allocations(order, { items: "shipping", index }),
  };
}

interface Item {
  readonly items: "lines" | "shipping";
  readonly index: number;
}

function taxLines(order: OrderRecord, { items, index }: Item) {
  return (order[items][index]?.rates ?? []).map((rate, at) =>
    taxLinePayload(
      order,
      rate,
      itemBag(order, items, { index, figure: (item) => item.taxes[at] ?? 0n }),
    ),
  );
}

function allocations(order: OrderRecord, { items, index }: Item) {
  const inShop = order.priced.shop[items][index]?.allocations ?? [];
  return inShop.map(({ discount, amount }) => ({
    amount: formatFixed(amount, order.currencies.shop),
    discount_application_index: discount,
  }));
}
