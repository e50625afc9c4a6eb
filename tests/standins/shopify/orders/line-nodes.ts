import { gid } from "../ids.ts";
import { findProduct } from "./catalogue.ts";
import { bagOf, divideRounded, subtractBags, sumBags, type Bag } from "./money.ts";
import { shareOf, type PricedItem, type TaxRate } from "./order-math.ts";
import type { DiscountInput } from "./order-input.ts";
import { bagNode, type Node, type NodeContext } from "./node.ts";
import type { LineRecord, OrderRecord, ShippingRecord } from "./order-record.ts";
import {
  currentQuantity,
  fulfilledQuantity,
  itemBag,
  shippingLeft,
  unfulfilledQuantity,
} from "./order-totals.ts";

export function taxLineNode(order: OrderRecord, rate: TaxRate, amount: Bag): Node {
  const proportion = Number(rate.rate);
  return {
    title: rate.title,
    rate: proportion,
    ratePercentage: Number((proportion * 100).toFixed(4)),
    priceSet: bagNode(order, amount),
    channelLiable: false,
    source: "Shopify",
  };
}

export function lineNode(context: NodeContext, index: number): Node {
  const { order } = context;
  const line = order.lines[index];
  if (line === undefined) throw new Error(`order ${order.name} has no line ${index}`);
  const figure = (pick: (item: PricedItem) => bigint) =>
    itemBag(order, "lines", { index, figure: pick });
  const left = currentQuantity(order, index);
  const remainder = (whole: Bag) =>
    bagOf((side) =>
      shareOf(whole[side], { already: line.quantity - left, count: left, quantity: line.quantity }),
    );
  const perUnit = (whole: Bag) =>
    bagOf((side) => divideRounded(whole[side], BigInt(line.quantity)));
  const afterAll = figure((item) => item.afterAllDiscounts);
  const afterLine = figure((item) => item.afterLineDiscounts);
  const original = figure((item) => item.original);
  const taxes = line.rates.map((_, at) => figure((item) => item.taxes[at] ?? 0n));
  const withoutTax = order.taxesIncluded ? subtractBags(afterAll, sumBags(taxes)) : afterAll;
  const node = (bag: Bag) => bagNode(order, bag);
  return {
    ...identityOf(line),
    ...quantitiesOf(order, index),
    originalUnitPriceSet: node(line.unitPrice),
    discountedUnitPriceSet: node(perUnit(afterLine)),
    discountedUnitPriceAfterAllDiscountsSet: node(perUnit(afterAll)),
    originalTotalSet: node(original),
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) =>
      node(withCodeDiscounts === true ? afterAll : afterLine),
    totalDiscountSet: node(subtractBags(original, afterLine)),
    priceAfterAllDiscountsBeforeTaxesSet: node(remainder(withoutTax)),
    unfulfilledOriginalTotalSet: node(remainder(original)),
    unfulfilledDiscountedTotalSet: node(remainder(afterLine)),
    discountAllocations: allocationNodes(order, { items: "lines", index }),
    taxLines: line.rates.map((rate, at) =>
      taxLineNode(order, rate, taxes[at] ?? { shop: 0n, presentment: 0n }),
    ),
    duties: [],
  };
}

export function shippingNode(context: NodeContext, index: number): Node {
  const { order } = context;
  const line = order.shipping[index];
  if (line === undefined) throw new Error(`order ${order.name} has no shipping line ${index}`);
  const figure = (pick: (item: PricedItem) => bigint) =>
    itemBag(order, "shipping", { index, figure: pick });
  const price = figure((item) => item.afterAllDiscounts);
  return {
    ...shippingIdentity(line),
    originalPriceSet: bagNode(
      order,
      figure((item) => item.original),
    ),
    discountedPriceSet: bagNode(order, price),
    currentDiscountedPriceSet: bagNode(order, shippingLeft(order, index).subtotal),
    discountAllocations: allocationNodes(order, { items: "shipping", index }),
    taxLines: line.rates.map((rate, at) =>
      taxLineNode(
        order,
        rate,
        figure((item) => item.taxes[at] ?? 0n),
      ),
    ),
    isRemoved: false,
  };
}

const DISCOUNT_TYPES = {
  code: "DiscountCodeApplication",
  manual: "ManualDiscountApplication",
  automatic: "AutomaticDiscountApplication",
} as const;

export function discountNode(order: OrderRecord, discount: DiscountInput, index: number): Node {
  const isAmount = "amount" in discount.value;
  return {
    __typename: DISCOUNT_TYPES[discount.type],
    index,
    ...(discount.type === "code" ? { code: discount.title } : { title: discount.title }),
    ...(discount.type === "manual" ? { description: discount.title } : {}),
    allocationMethod: discount.lines === undefined ? "ACROSS" : "EACH",
    targetSelection: discount.lines === undefined ? "ALL" : "EXPLICIT",
    targetType: discount.target === "shipping" ? "SHIPPING_LINE" : "LINE_ITEM",
    value: isAmount
      ? {
          __typename: "MoneyV2",
          amount: Number(discount.value.amount).toFixed(1),
          currencyCode: order.currencies.shop,
        }
      : { __typename: "PricingPercentageValue", percentage: Number(discount.value.percentage) },
  };
}

function identityOf(line: LineRecord): Node {
  const { input } = line;
  const product =
    line.productId === null
      ? null
      : {
          id: gid("Product", line.productId),
          legacyResourceId: String(line.productId),
          title: input.title,
          vendor: input.vendor ?? "",
        };
  return {
    id: gid("LineItem", line.id),
    title: input.title,
    name: input.variantTitle === undefined ? input.title : `${input.title} - ${input.variantTitle}`,
    variantTitle: input.variantTitle ?? null,
    sku: input.sku ?? null,
    vendor: input.vendor ?? null,
    taxable: (input.rates ?? []).length > 0,
    requiresShipping: input.requiresShipping ?? true,
    isGiftCard: input.isGiftCard ?? false,
    customAttributes: input.customAttributes ?? [],
    product,
    variant:
      line.variantId === null
        ? null
        : {
            id: gid("ProductVariant", line.variantId),
            legacyResourceId: String(line.variantId),
            title: input.variantTitle ?? "Default Title",
            sku: input.sku ?? null,
            barcode: findProduct(input.sku)?.barcode ?? null,
            price: input.unitPrice,
            product,
          },
  };
}

function quantitiesOf(order: OrderRecord, index: number): Node {
  const current = currentQuantity(order, index);
  const unfulfilled = unfulfilledQuantity(order, index);
  return {
    quantity: order.lines[index]?.quantity ?? 0,
    currentQuantity: current,
    refundableQuantity: current,
    unfulfilledQuantity: unfulfilled,
    fulfillableQuantity: unfulfilled,
    nonFulfillableQuantity:
      (order.lines[index]?.quantity ?? 0) - unfulfilled - fulfilledQuantity(order, index),
    restockable: current > 0,
    canRestock: current > 0,
    merchantEditable: order.cancelledAt === null,
  };
}

function shippingIdentity(line: ShippingRecord): Node {
  return {
    id: gid("ShippingLine", line.id),
    title: line.input.title,
    code: line.input.code ?? line.input.title,
    source: "shopify",
    carrierIdentifier: null,
    custom: false,
  };
}

function allocationNodes(
  order: OrderRecord,
  item: { readonly items: "lines" | "shipping"; readonly index: number },
): Node[] {
  const inShop = order.priced.shop[item.items][item.index]?.allocations ?? [];
  const seen = order.priced.presentment[item.items][item.index]?.allocations ?? [];
  return inShop.flatMap(({ discount, amount }, at) => {
    const application = order.discounts[discount];
    if (application === undefined) return [];
    const bag = { shop: amount, presentment: seen[at]?.amount ?? 0n };
    return {
      allocatedAmountSet: bagNode(order, bag),
      discountApplication: discountNode(order, application, discount),
    };
  });
}
