import { gid } from "../ids.ts";
import { formatFixed, money, subtractBags, sumBags, ZERO_BAG, type Bag } from "./money.ts";
import { discountNode, lineNode, shippingNode, taxLineNode } from "./line-nodes.ts";
import { fulfillmentNode, refundNode, transactionNode } from "./money-back-nodes.ts";
import { bagNode, metafieldFields, type Node, type NodeContext } from "./node.ts";
import type { OrderRecord } from "./order-record.ts";
import * as totals from "./order-totals.ts";
import { addressNode, orderCustomerNode, purchasingEntity } from "./party-nodes.ts";
import { BUSINESS_ENTITY } from "../shop-profile.ts";

/** An order as the Admin API 2026-10 shows it. Deprecated fields are left to the filler. */
export function orderNode(context: NodeContext): Node {
  const { order } = context;
  const id = gid("Order", order.id);
  return {
    __typename: "Order",
    id,
    legacyResourceId: String(order.id),
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    ...statusFields(order),
    ...partyFields(context),
    ...moneyFields(order),
    ...paymentFields(context),
    lineItems: order.lines.map((_, index) => () => lineNode(context, index)),
    shippingLine: order.shipping.length === 0 ? null : () => shippingNode(context, 0),
    shippingLines: order.shipping.map((_, index) => shippingNode(context, index)),
    discountApplications: order.discounts.map((discount, at) => discountNode(order, discount, at)),
    discountCode: codesOf(order)[0] ?? null,
    discountCodes: codesOf(order),
    taxLines: taxLineNodes(order, "before"),
    currentTaxLines: taxLineNodes(order, "after"),
    additionalFees: [],
    fulfillments: order.fulfillments.map((record) => fulfillmentNode(context, record)),
    fulfillmentsCount: exactly(order.fulfillments.length),
    requiresShipping: order.lines.some((line) => line.input.requiresShipping !== false),
    statusPageUrl: `https://${context.shopDomain}/orders/${order.confirmationNumber}`,
    sourceName: "web",
    ...metafieldFields(id, context.metafields),
  };
}

function statusFields(order: OrderRecord): Node {
  const goods = order.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.input.isTip !== true);
  return {
    createdAt: order.createdAt,
    processedAt: order.createdAt,
    updatedAt: order.updatedAt,
    closed: order.closedAt !== null,
    closedAt: order.closedAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    confirmed: true,
    test: false,
    edited: order.isEdited,
    currencyCode: order.currencies.shop,
    presentmentCurrencyCode: order.currencies.presentment,
    taxesIncluded: order.taxesIncluded,
    taxExempt: order.taxExempt,
    dutiesIncluded: false,
    estimatedTaxes: false,
    displayFinancialStatus: totals.financialStatus(order),
    displayFulfillmentStatus: totals.fulfillmentStatus(order),
    returnStatus: "NO_RETURN",
    merchantEditable: order.cancelledAt === null,
    refundable: totals.netPayment(order).presentment > 0n,
    restockable: order.lines.some((_, index) => totals.currentQuantity(order, index) > 0),
    fulfillable: order.lines.some((_, index) => totals.unfulfilledQuantity(order, index) > 0),
    subtotalLineItemsQuantity: goods.reduce((count, { line }) => count + line.quantity, 0),
    currentSubtotalLineItemsQuantity: goods.reduce(
      (count, { index }) => count + totals.currentQuantity(order, index),
      0,
    ),
  };
}

function partyFields(context: NodeContext): Node {
  const { order } = context;
  const billing = addressNode(order.billingAddress, gid("MailingAddress", order.id));
  const shipping = addressNode(order.shippingAddress, gid("MailingAddress", order.id + 1));
  const customer = orderCustomerNode(context);
  return {
    email: order.email,
    phone: order.phone,
    customer,
    purchasingEntity: purchasingEntity(context, customer),
    billingAddress: billing,
    shippingAddress: shipping,
    displayAddress: shipping ?? billing,
    billingAddressMatchesShippingAddress:
      billing !== null &&
      JSON.stringify(order.billingAddress) === JSON.stringify(order.shippingAddress),
    customerLocale: order.locale,
    note: order.note,
    poNumber: order.poNumber,
    customAttributes: order.customAttributes,
    tags: order.tags,
    localizedFields: order.localizedFields.map((field) => ({ ...field, purpose: "TAX" })),
    merchantBusinessEntity: BUSINESS_ENTITY,
  };
}

function moneyFields(order: OrderRecord): Node {
  const priced = (figure: Parameters<typeof totals.pricedBag>[1]) =>
    totals.pricedBag(order, figure);
  const orderLevel = orderLevelDiscount(order);
  const bags: Record<string, Bag> = {
    subtotalPriceSet: priced("subtotal"),
    currentSubtotalPriceSet: totals.currentSubtotal(order),
    totalPriceSet: priced("total"),
    originalTotalPriceSet: order.originalTotal,
    currentTotalPriceSet: totals.currentTotal(order),
    totalTaxSet: priced("tax"),
    currentTotalTaxSet: totals.currentTax(order),
    totalDiscountsSet: priced("discounts"),
    currentTotalDiscountsSet: totals.currentDiscounts(order),
    cartDiscountAmountSet: orderLevel,
    currentCartDiscountAmountSet: orderLevel,
    totalShippingPriceSet: priced("shippingTotal"),
    currentShippingPriceSet: totals.currentShipping(order),
    totalRefundedShippingSet: totals.refundedShipping(order),
    totalTipReceivedSet: priced("tips"),
    totalReceivedSet: totals.received(order),
    totalOutstandingSet: totals.outstanding(order),
    totalCapturableSet: ZERO_BAG,
    netPaymentSet: totals.netPayment(order),
    totalRefundedSet: totals.refunded(order),
    refundDiscrepancySet: sumBags(
      order.refunds.map((refund) => refund.adjustment?.amount ?? ZERO_BAG),
    ),
  };
  const zero = bagNode(order, ZERO_BAG);
  return {
    ...Object.fromEntries(Object.entries(bags).map(([name, bag]) => [name, bagNode(order, bag)])),
    totalPrice: formatFixed(priced("total").shop, order.currencies.shop),
    totalCashRoundingAdjustment: { paymentSet: zero, refundSet: zero },
    currentTotalDutiesSet: null,
    originalTotalDutiesSet: null,
    currentTotalAdditionalFeesSet: null,
    originalTotalAdditionalFeesSet: null,
  };
}

function paymentFields(context: NodeContext): Node {
  const { order } = context;
  const owed = totals.outstanding(order).presentment;
  const paid = totals.received(order).presentment;
  return {
    fullyPaid: paid >= totals.currentTotal(order).presentment,
    unpaid: paid === 0n,
    canMarkAsPaid: owed > 0n && order.cancelledAt === null,
    capturable: false,
    paymentGatewayNames: [...new Set(order.transactions.map(({ gateway }) => gateway))],
    paymentTerms: paymentTermsNode(order),
    transactions: order.transactions
      .concat(order.refunds.flatMap((refund) => refund.transactions))
      .map((transaction) => transactionNode(context, transaction)),
    transactionsCount: exactly(
      order.transactions.length + order.refunds.flatMap((refund) => refund.transactions).length,
    ),
    refunds: order.refunds.map((refund) => refundNode(context, refund)),
  };
}

function paymentTermsNode(order: OrderRecord): Node | null {
  if (order.paymentTerms === null) return null;
  const { name, dueInDays } = order.paymentTerms;
  const dueAt = new Date(Date.parse(order.createdAt) + dueInDays * 86_400_000);
  const owed = totals.outstanding(order).presentment;
  const currency = order.currencies.presentment;
  const isPaid = owed <= 0n;
  return {
    id: gid("PaymentTerms", order.id),
    paymentTermsName: name,
    paymentTermsType: "NET",
    translatedName: name,
    dueInDays,
    due: false,
    overdue: false,
    paymentSchedules: [
      {
        id: gid("PaymentSchedule", order.id),
        issuedAt: order.createdAt,
        dueAt: dueAt.toISOString().replace(".000Z", "Z"),
        completedAt: isPaid ? order.updatedAt : null,
        due: false,
        amount: money(totals.pricedBag(order, "total").presentment, currency),
        balanceDue: money(isPaid ? 0n : owed, currency),
        totalBalance: money(isPaid ? 0n : owed, currency),
      },
    ],
  };
}

function taxLineNodes(order: OrderRecord, when: "before" | "after"): Node[] {
  return totals.taxTotals(order, when).map((tax) => taxLineNode(order, tax, tax.amount));
}

function orderLevelDiscount(order: OrderRecord): Bag {
  const lineLevel = order.lines.map((_, index) => {
    const figure = (pick: "original" | "afterLineDiscounts") =>
      totals.itemBag(order, "lines", { index, figure: (item) => item[pick] });
    return subtractBags(figure("original"), figure("afterLineDiscounts"));
  });
  return subtractBags(totals.pricedBag(order, "discounts"), sumBags(lineLevel));
}

function codesOf(order: OrderRecord): string[] {
  return order.discounts.filter(({ type }) => type === "code").map(({ title }) => title);
}

function exactly(count: number): Node {
  return { count, precision: "EXACT" };
}
