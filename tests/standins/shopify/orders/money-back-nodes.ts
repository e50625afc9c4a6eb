import { gid } from "../ids.ts";
import { formatFixed, money, sumBags, ZERO_BAG } from "./money.ts";
import { lineNode, shippingNode } from "./line-nodes.ts";
import { bagNode, type Node, type NodeContext } from "./node.ts";
import type { FulfillmentRecord, RefundRecord, TransactionRecord } from "./order-record.ts";
import { itemBag, refundedWithoutTax } from "./order-totals.ts";

const GATEWAY_NAMES: Record<string, string> = {
  shopify_payments: "Shopify Payments",
  shopify_store_credit: "Store credit",
  manual: "Manual",
};

export function transactionNode(context: NodeContext, record: TransactionRecord): Node {
  const { order } = context;
  const isManual = record.gateway !== "shopify_payments";
  const parent = order.transactions.find(({ id }) => id === record.parentId);
  return {
    id: gid("OrderTransaction", record.id),
    kind: record.kind,
    status: record.status,
    gateway: record.gateway,
    formattedGateway: GATEWAY_NAMES[record.gateway] ?? record.gateway,
    manualPaymentGateway: isManual,
    amountSet: bagNode(order, record.amount),
    amount: formatFixed(record.amount.shop, order.currencies.shop),
    amountV2: money(record.amount.shop, order.currencies.shop),
    createdAt: record.createdAt,
    processedAt: record.status === "SUCCESS" ? record.createdAt : null,
    test: true,
    parentTransaction: parent === undefined ? null : () => transactionNode(context, parent),
    order: context.whole,
    paymentId: `${order.name}.${order.transactions.indexOf(record) + 1}`,
    fees: [],
  };
}

export function refundNode(context: NodeContext, refund: RefundRecord): Node {
  const { order } = context;
  const amount = sumBags(refund.transactions.map((transaction) => transaction.amount));
  return {
    id: gid("Refund", refund.id),
    legacyResourceId: String(refund.id),
    createdAt: refund.createdAt,
    processedAt: refund.createdAt,
    updatedAt: refund.createdAt,
    note: refund.note ?? "",
    order: context.whole,
    totalRefundedSet: bagNode(order, amount),
    totalRefunded: money(amount.shop, order.currencies.shop),
    duties: [],
    refundLineItems: refund.lines.map((item) => ({
      id: gid("RefundLineItem", item.id),
      lineItem: () => lineNode(context, item.line),
      quantity: item.quantity,
      restocked: item.restockType !== "NO_RESTOCK",
      restockType: item.restockType,
      priceSet: bagNode(order, order.lines[item.line]?.unitPrice ?? ZERO_BAG),
      subtotalSet: bagNode(order, item.subtotal),
      totalTaxSet: bagNode(order, sumBags(item.taxes)),
    })),
    refundShippingLines: refund.shipping.map((item) => ({
      id: gid("RefundShippingLine", item.id),
      shippingLine: () => shippingNode(context, item.shipping),
      subtotalAmountSet: bagNode(order, refundedWithoutTax(order, item)),
      taxAmountSet: bagNode(order, sumBags(item.taxes)),
    })),
    orderAdjustments:
      refund.adjustment === null
        ? []
        : [
            {
              id: gid("OrderAdjustment", refund.adjustment.id),
              reason: refund.adjustment.reason,
              amountSet: bagNode(order, refund.adjustment.amount),
              taxAmountSet: bagNode(order, ZERO_BAG),
            },
          ],
    transactions: refund.transactions.map((transaction) => transactionNode(context, transaction)),
  };
}

export function fulfillmentNode(context: NodeContext, record: FulfillmentRecord): Node {
  const { order } = context;
  return {
    id: gid("Fulfillment", record.id),
    legacyResourceId: String(record.id),
    name: `${order.name}-F${order.fulfillments.indexOf(record) + 1}`,
    createdAt: record.createdAt,
    updatedAt: record.createdAt,
    status: "SUCCESS",
    displayStatus: "FULFILLED",
    requiresShipping: true,
    totalQuantity: record.lines.reduce((count, line) => count + line.quantity, 0),
    trackingInfo: [
      { company: "bpost", number: `3232${record.id}`, url: "https://track.bpost.cloud/btr/web/" },
    ],
    order: context.whole,
    fulfillmentLineItems: record.lines.map((item) => ({
      id: gid("FulfillmentLineItem", item.id),
      lineItem: () => lineNode(context, item.line),
      quantity: item.quantity,
      originalTotalSet: bagNode(
        order,
        itemBag(order, "lines", { index: item.line, figure: (line) => line.original }),
      ),
      discountedTotalSet: bagNode(
        order,
        itemBag(order, "lines", { index: item.line, figure: (line) => line.afterLineDiscounts }),
      ),
    })),
  };
}
