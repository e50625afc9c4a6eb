import type { NormalisedOrder } from "#domain/order";
import { normaliseShopifyOrder } from "./index.ts";

export const eur = (amount: string) => ({ shopMoney: { amount, currencyCode: "EUR" } });
export const vat = (amount: string, rate = 0.21) => ({ title: "BTW", rate, priceSet: eur(amount) });

export const item = (changes: object = {}) => ({
  id: "gid://shopify/LineItem/1",
  title: "Stoel",
  quantity: 2,
  originalUnitPriceSet: eur("60.5"),
  taxLines: [vat("21.0")],
  ...changes,
});

export const node = (changes: object = {}) => ({
  id: "gid://shopify/Order/1",
  name: "#1001",
  createdAt: "2026-11-20T23:30:00Z",
  currencyCode: "EUR",
  taxesIncluded: true,
  totalPriceSet: eur("121.0"),
  displayFinancialStatus: "PAID",
  lineItems: { nodes: [item()] },
  ...changes,
});

export function normalise(changes: object = {}): NormalisedOrder {
  const order = normaliseShopifyOrder(node(changes), "Europe/Brussels");
  if (!order.ok) throw new Error(`${order.problem.field}: ${order.problem.message}`);
  return order.value;
}
