import { decimal, decimalText, type Decimal } from "#domain/money";
import type { OrderCharge, OrderLine } from "#domain/order";
import { readGtin } from "./gtin.ts";
import type { MoneyReader } from "./money-reader.ts";
import type { ShopifyLineItem, ShopifyOrder } from "./order-schema.ts";

const ONE = decimal("1");

/** How many of a line item an invoice covers: what is left after edits, plus what was refunded later. */
function invoicedQuantity(item: ShopifyLineItem, order: ShopifyOrder): number {
  if (item.currentQuantity === null || item.currentQuantity === undefined) return item.quantity;
  const refunded = order.refunds
    .flatMap((refund) => refund.refundLineItems)
    .filter(({ lineItem }) => lineItem.id === item.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.min(item.quantity, item.currentQuantity + refunded);
}

/** Shopify's own part of an option's name begins with an underscore and is not for people. */
const optionsOf = (item: ShopifyLineItem): string[] => [
  ...(item.variantTitle === "" || item.variantTitle === "Default Title" ? [] : [item.variantTitle]),
  ...item.customAttributes
    .filter(({ key, value }) => !key.startsWith("_") && value !== "")
    .map(({ key, value }) => `${key}: ${value}`),
];

/** Taxes and discounts of a line item cover its first quantity, so an edited line takes its share of them. */
export function normaliseLine(
  item: ShopifyLineItem,
  index: number,
  read: { order: ShopifyOrder; money: MoneyReader },
): OrderLine[] {
  const { order, money } = read;
  const quantity = invoicedQuantity(item, order);
  if (quantity === 0) return [];
  const share = quantity === item.quantity ? ONE : decimal(String(quantity)).div(item.quantity);
  const field = `lineItems[${index}]`;
  return [
    {
      lineId: item.id,
      itemName: item.title === "" ? item.name : item.title,
      options: optionsOf(item),
      sku: item.sku,
      gtin: readGtin(item.variant?.barcode ?? ""),
      quantity: String(quantity),
      // Shopify sells pieces: weight and unit prices are for show.
      unitCode: "C62",
      unitPrice: decimalText(
        money.read(item.originalUnitPriceSet, `${field}.originalUnitPriceSet`),
      ),
      allowances: item.discountAllocations
        .map(({ allocatedAmountSet, discountApplication }, position) => ({
          reason: discountApplication?.code || discountApplication?.title || "",
          amount: money.text(
            money
              .read(
                allocatedAmountSet,
                `${field}.discountAllocations[${position}].allocatedAmountSet`,
              )
              .times(share),
          ),
        }))
        .filter(({ amount }) => amount !== "0"),
      taxes: money.taxes(item.taxLines, field, share),
      isGiftCard: item.isGiftCard ?? false,
      requiresShipping: item.requiresShipping ?? true,
    },
  ];
}

/**
 * Shopify keeps a tip as a line item that is neither taxable nor shippable and has the amount of the order's tips.
 * It is an addition to the order (BG-21), not a thing that was sold.
 */
export function findTip(order: ShopifyOrder, money: MoneyReader): ShopifyLineItem | undefined {
  if (!money.has(order.totalTipReceivedSet)) return undefined;
  const tip = money.read(order.totalTipReceivedSet, "totalTipReceivedSet");
  if (tip.lte(0)) return undefined;
  return order.lineItems.findLast((item) => {
    const isPlain =
      item.taxable === false && item.requiresShipping === false && item.isGiftCard !== true;
    if (!isPlain || item.sku !== "" || item.taxLines.length > 0) return false;
    const price = money.read(item.originalUnitPriceSet, "lineItems.originalUnitPriceSet");
    return price.times(item.quantity).eq(tip);
  });
}

export function normaliseCharges(
  order: ShopifyOrder,
  money: MoneyReader,
  tip: ShopifyLineItem | undefined,
): OrderCharge[] {
  return [
    ...shippingCharges(order, money),
    ...order.additionalFees.map((fee, index): OrderCharge => ({
      chargeId: fee.id || `fee-${index}`,
      type: "fee",
      name: fee.name,
      amount: decimalText(money.read(fee.price, `additionalFees[${index}].price`)),
      taxes: money.taxes(fee.taxLines, `additionalFees[${index}]`, ONE),
    })),
    ...dutyCharges(order, money),
    ...(tip === undefined
      ? []
      : [
          untaxed(
            { chargeId: tip.id, type: "tip", name: tip.title },
            money.read(order.totalTipReceivedSet, "totalTipReceivedSet"),
          ),
        ]),
  ];
}

function shippingCharges(order: ShopifyOrder, money: MoneyReader): OrderCharge[] {
  return order.shippingLines.flatMap((line, index): OrderCharge[] => {
    if (line.isRemoved === true) return [];
    const field = `shippingLines[${index}]`;
    const amount = money.read(
      line.discountedPriceSet ?? line.originalPriceSet,
      `${field}.discountedPriceSet`,
    );
    const taxes = money.taxes(line.taxLines, field, ONE);
    return [
      {
        chargeId: line.id || `shipping-${index}`,
        type: "shipping",
        name: line.title,
        amount: decimalText(amount),
        taxes,
      },
    ];
  });
}

/** Duties of the lines where the file has them, else the order's total of duties. None when prices include them. */
function dutyCharges(order: ShopifyOrder, money: MoneyReader): OrderCharge[] {
  if (order.dutiesIncluded === true) return [];
  const duties = order.lineItems.flatMap((item) => item.duties);
  if (duties.length > 0) {
    return duties.map((duty, index): OrderCharge => ({
      chargeId: duty.id,
      type: "duty",
      name: "",
      amount: decimalText(money.read(duty.price, `duties[${index}].price`)),
      taxes: money.taxes(duty.taxLines, `duties[${index}]`, ONE),
    }));
  }
  if (!money.has(order.currentTotalDutiesSet)) return [];
  const total = money.read(order.currentTotalDutiesSet, "currentTotalDutiesSet");
  return total.eq(0) ? [] : [untaxed({ chargeId: "duties", type: "duty", name: "" }, total)];
}

const untaxed = (
  charge: Pick<OrderCharge, "chargeId" | "type" | "name">,
  amount: Decimal,
): OrderCharge => ({
  ...charge,
  amount: decimalText(amount),
  taxes: [],
});
