import { gid } from "../ids.ts";
import { formatFixed, sumBags, type Bag } from "../orders/money.ts";
import type { EditOutcome } from "../orders/edit-order.ts";
import type { AddressInput } from "../orders/order-input.ts";
import type { TaxRate } from "../orders/order-math.ts";
import type { OrderRecord, RefundRecord, TransactionRecord } from "../orders/order-record.ts";
import * as totals from "../orders/order-totals.ts";
import { linePayload, shippingPayload } from "./line-payloads.ts";
import { moneySet, taxLinePayload } from "./money-payloads.ts";

/** An order as Shopify posts it: the old REST shape, amounts as text with all digits. */
export function orderPayload(order: OrderRecord, shopDomain: string) {
  const { shop } = order.currencies;
  return {
    id: order.id,
    admin_graphql_api_id: gid("Order", order.id),
    name: order.name,
    number: order.number - 1_000,
    order_number: order.number,
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    test: false,
    email: order.email ?? "",
    contact_email: order.email,
    phone: order.phone,
    created_at: order.createdAt,
    processed_at: order.createdAt,
    updated_at: order.updatedAt,
    closed_at: order.closedAt,
    cancelled_at: order.cancelledAt,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    currency: shop,
    presentment_currency: order.currencies.presentment,
    customer_locale: order.locale,
    financial_status: totals.financialStatus(order).toLowerCase(),
    fulfillment_status: restFulfillmentStatus(order),
    taxes_included: order.taxesIncluded,
    tax_exempt: order.taxExempt,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    po_number: order.poNumber,
    tags: order.tags.join(", "),
    payment_gateway_names: [...new Set(order.transactions.map(({ gateway }) => gateway))],
    order_status_url: `https://${shopDomain}/orders/${order.confirmationNumber}`,
    ...moneyFields(order),
    tax_lines: totals
      .taxTotals(order, "before")
      .map((tax) => taxLinePayload(order, tax satisfies TaxRate, tax.amount)),
    discount_codes: order.discounts
      .filter(({ type }) => type === "code")
      .map(({ title, target }) => ({
        code: title,
        type: target === "shipping" ? "shipping" : "percentage",
      })),
    billing_address: addressPayload(order.billingAddress),
    shipping_address: addressPayload(order.shippingAddress),
    customer: customerPayload(order),
    company:
      order.company === null ? null : { id: order.company.id, location_id: order.company.id },
    line_items: order.lines.map((_, index) => linePayload(order, index)),
    shipping_lines: order.shipping.map((_, index) => shippingPayload(order, index)),
    fulfillments: order.fulfillments.map(({ id, createdAt }) => ({
      id,
      admin_graphql_api_id: gid("Fulfillment", id),
      order_id: order.id,
      status: "success",
      created_at: createdAt,
    })),
    refunds: order.refunds.map((refund) => refundPayload(order, refund)),
    source_name: "web",
  };
}

function moneyFields(order: OrderRecord) {
  const amount = (bag: Bag) => formatFixed(bag.shop, order.currencies.shop);
  const priced = (figure: Parameters<typeof totals.pricedBag>[1]) =>
    totals.pricedBag(order, figure);
  return {
    subtotal_price: amount(priced("subtotal")),
    subtotal_price_set: moneySet(order, priced("subtotal")),
    current_subtotal_price: amount(totals.currentSubtotal(order)),
    total_price: amount(priced("total")),
    total_price_set: moneySet(order, priced("total")),
    current_total_price: amount(totals.currentTotal(order)),
    current_total_price_set: moneySet(order, totals.currentTotal(order)),
    total_tax: amount(priced("tax")),
    current_total_tax: amount(totals.currentTax(order)),
    total_discounts: amount(priced("discounts")),
    total_outstanding: amount(totals.outstanding(order)),
    total_tip_received: amount(priced("tips")),
    total_shipping_price_set: moneySet(order, priced("shippingTotal")),
  };
}

const ADJUSTMENT_REASONS = {
  REFUND_DISCREPANCY: "Refund discrepancy",
  RESTOCK: "Restock",
  FULL_RETURN_BALANCING_ADJUSTMENT: "Full return balancing adjustment",
} as const;

export function refundPayload(order: OrderRecord, refund: RefundRecord) {
  const { shop } = order.currencies;
  const amount = (bag: Bag) => formatFixed(bag.shop, shop);
  const taxOf = (taxes: readonly Bag[]) =>
    formatFixed(
      taxes.reduce((sum, tax) => sum + tax.shop, 0n),
      shop,
    );
  return {
    id: refund.id,
    admin_graphql_api_id: gid("Refund", refund.id),
    order_id: order.id,
    created_at: refund.createdAt,
    processed_at: refund.createdAt,
    note: refund.note,
    restock: refund.lines.some(({ restockType }) => restockType !== "NO_RESTOCK"),
    duties: [],
    refund_line_items: refund.lines.map((item) => ({
      id: item.id,
      line_item_id: order.lines[item.line]?.id ?? null,
      quantity: item.quantity,
      restock_type: item.restockType.toLowerCase(),
      subtotal: amount(item.subtotal),
      subtotal_set: moneySet(order, item.subtotal),
      total_tax: taxOf(item.taxes),
      total_tax_set: moneySet(order, sumBags(item.taxes)),
    })),
    refund_shipping_lines: refund.shipping.map((item) => ({
      id: item.id,
      shipping_line: shippingPayload(order, item.shipping),
      shipping_line_id: order.shipping[item.shipping]?.id ?? null,
      subtotal_amount_set: moneySet(order, totals.refundedWithoutTax(order, item)),
    })),
    order_adjustments:
      refund.adjustment === null
        ? []
        : [
            {
              id: refund.adjustment.id,
              refund_id: refund.id,
              kind: "refund_discrepancy",
              reason: ADJUSTMENT_REASONS[refund.adjustment.reason],
              amount: amount(refund.adjustment.amount),
              tax_amount: formatFixed(0n, shop),
            },
          ],
    transactions: refund.transactions.map((transaction) => transactionPayload(order, transaction)),
  };
}

/** The body of `orders/edited`: the edit, without its order. */
export function editPayload(order: OrderRecord, edit: EditOutcome & { readonly id: number }) {
  return {
    order_edit: {
      id: edit.id,
      app_id: null,
      created_at: order.updatedAt,
      committed_at: order.updatedAt,
      notify_customer: false,
      order_id: order.id,
      reason: null,
      staff_note: null,
      user_id: null,
      line_items: { additions: edit.additions, removals: edit.removals },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}

function transactionPayload(order: OrderRecord, transaction: TransactionRecord) {
  return {
    id: transaction.id,
    admin_graphql_api_id: gid("OrderTransaction", transaction.id),
    order_id: order.id,
    parent_id: transaction.parentId,
    kind: transaction.kind.toLowerCase(),
    status: transaction.status.toLowerCase(),
    gateway: transaction.gateway,
    amount: formatFixed(transaction.amount.presentment, order.currencies.presentment),
    currency: order.currencies.presentment,
    created_at: transaction.createdAt,
    test: true,
  };
}

function customerPayload({ customer, createdAt }: OrderRecord) {
  if (customer === null) return null;
  return {
    id: customer.id,
    admin_graphql_api_id: gid("Customer", customer.id),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    phone: customer.phone ?? null,
    tax_exempt: customer.taxExempt ?? false,
    created_at: createdAt,
    currency: "EUR",
  };
}

function addressPayload(address: AddressInput | null) {
  if (address === null) return null;
  return {
    first_name: address.firstName ?? null,
    last_name: address.lastName ?? null,
    name: [address.firstName, address.lastName].filter(Boolean).join(" "),
    company: address.company ?? null,
    address1: address.address1 ?? null,
    address2: address.address2 ?? null,
    zip: address.zip ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    province_code: address.provinceCode ?? null,
    country: address.country,
    country_code: address.countryCode,
    phone: address.phone ?? null,
  };
}

function restFulfillmentStatus(order: OrderRecord): string | null {
  const status = totals.fulfillmentStatus(order);
  if (status === "FULFILLED") return "fulfilled";
  return status === "PARTIALLY_FULFILLED" ? "partial" : null;
}
