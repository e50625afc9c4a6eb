import { bagOf, subtractBags, sumBags, ZERO_BAG, type Bag } from "./money.ts";
import { shareOf, type PricedItem } from "./order-math.ts";
import type {
  OrderRecord,
  RefundRecord,
  RefundShippingRecord,
  TransactionRecord,
} from "./order-record.ts";

/** Both currencies of one figure of the priced order. */
export function pricedBag(
  order: OrderRecord,
  figure: "subtotal" | "shippingTotal" | "tips" | "discounts" | "tax" | "total",
): Bag {
  return bagOf((side) => order.priced[side][figure]);
}

/** Both currencies of one figure of a priced line or shipping line. */
export function itemBag(
  order: OrderRecord,
  items: "lines" | "shipping",
  pick: { readonly index: number; readonly figure: (item: PricedItem) => bigint },
): Bag {
  return bagOf((side) => {
    const item = order.priced[side][items][pick.index];
    return item === undefined ? 0n : pick.figure(item);
  });
}

export function refundedQuantity(order: OrderRecord, line: number): number {
  const given = order.refunds.flatMap((refund) => refund.lines);
  return total(given.filter((item) => item.line === line).map((item) => item.quantity));
}

export function currentQuantity(order: OrderRecord, line: number): number {
  return (order.lines[line]?.quantity ?? 0) - refundedQuantity(order, line);
}

export function fulfilledQuantity(order: OrderRecord, line: number): number {
  const shipped = order.fulfillments.flatMap((fulfillment) => fulfillment.lines);
  return total(shipped.filter((item) => item.line === line).map((item) => item.quantity));
}

/** Units still to be fulfilled. A tip never is. */
export function unfulfilledQuantity(order: OrderRecord, line: number): number {
  if (order.lines[line]?.input.isTip === true) return 0;
  return Math.max(0, currentQuantity(order, line) - fulfilledQuantity(order, line));
}

/** What a refund takes off the order's worth, whether or not money went back for it. */
function worthOf(order: OrderRecord, refund: RefundRecord): Bag {
  const items = [...refund.lines, ...refund.shipping];
  const taxes = order.taxesIncluded ? [] : items.flatMap((item) => item.taxes);
  const given = sumBags([...items.map((item) => item.subtotal), ...taxes]);
  return refund.adjustment === null ? given : subtractBags(given, refund.adjustment.amount);
}

export function currentTotal(order: OrderRecord): Bag {
  const given = order.refunds.map((refund) => worthOf(order, refund));
  return subtractBags(pricedBag(order, "total"), sumBags(given));
}

export function currentSubtotal(order: OrderRecord): Bag {
  const goods = order.refunds
    .flatMap((refund) => refund.lines)
    .filter((item) => order.lines[item.line]?.input.isTip !== true);
  return subtractBags(pricedBag(order, "subtotal"), sumBags(goods.map((item) => item.subtotal)));
}

export function currentShipping(order: OrderRecord): Bag {
  return subtractBags(pricedBag(order, "shippingTotal"), refundedShipping(order));
}

export function refundedShipping(order: OrderRecord): Bag {
  return sumBags(order.refunds.flatMap((refund) => refund.shipping).map((item) => item.subtotal));
}

/** What of a shipping line was not given back yet, in the order's own basis. */
export function shippingLeft(
  order: OrderRecord,
  index: number,
): { readonly subtotal: Bag; readonly taxes: readonly Bag[] } {
  const given = order.refunds
    .flatMap((refund) => refund.shipping)
    .filter((item) => item.shipping === index);
  const charged = (figure: (item: PricedItem) => bigint) =>
    itemBag(order, "shipping", { index, figure });
  const rates = order.shipping[index]?.rates ?? [];
  return {
    subtotal: subtractBags(
      charged((item) => item.afterAllDiscounts),
      sumBags(given.map((item) => item.subtotal)),
    ),
    taxes: rates.map((_, at) =>
      subtractBags(
        charged((item) => item.taxes[at] ?? 0n),
        sumBags(given.map((item) => item.taxes[at] ?? ZERO_BAG)),
      ),
    ),
  };
}

/** What Shopify shows of shipping that was given back: without its tax, where line items would include it. */
export function refundedWithoutTax(order: OrderRecord, item: RefundShippingRecord): Bag {
  return order.taxesIncluded ? subtractBags(item.subtotal, sumBags(item.taxes)) : item.subtotal;
}

export function currentTax(order: OrderRecord): Bag {
  const items = order.refunds.flatMap((refund) => [...refund.lines, ...refund.shipping]);
  return subtractBags(pricedBag(order, "tax"), sumBags(items.flatMap((item) => item.taxes)));
}

export function received(order: OrderRecord): Bag {
  return sumBags(order.transactions.filter(isPayment).map((transaction) => transaction.amount));
}

export function refunded(order: OrderRecord): Bag {
  return sumBags(
    order.refunds.flatMap((refund) => refund.transactions).map((transaction) => transaction.amount),
  );
}

export function netPayment(order: OrderRecord): Bag {
  return subtractBags(received(order), refunded(order));
}

export function outstanding(order: OrderRecord): Bag {
  return subtractBags(currentTotal(order), netPayment(order));
}

export interface TaxTotal {
  readonly title: string;
  readonly rate: string;
  readonly amount: Bag;
}

/** All tax of the order by title and rate: before returns, or what is left after them. */
export function taxTotals(order: OrderRecord, when: "before" | "after"): readonly TaxTotal[] {
  const totals = new Map<string, TaxTotal>();
  const add = (rate: { title: string; rate: string }, amount: Bag) => {
    const key = `${rate.title}|${rate.rate}`;
    totals.set(key, { ...rate, amount: sumBags([totals.get(key)?.amount ?? ZERO_BAG, amount]) });
  };
  for (const items of ["lines", "shipping"] as const)
    for (const [index, item] of order[items].entries())
      for (const [at, rate] of item.rates.entries())
        add(rate, taxLeft(order, { items, index, at, when }));
  return [...totals.values()];
}

function taxLeft(
  order: OrderRecord,
  tax: { items: "lines" | "shipping"; index: number; at: number; when: "before" | "after" },
): Bag {
  const charged = itemBag(order, tax.items, {
    index: tax.index,
    figure: (item) => item.taxes[tax.at] ?? 0n,
  });
  if (tax.when === "before") return charged;
  const given =
    tax.items === "lines"
      ? order.refunds.flatMap((refund) => refund.lines).filter((item) => item.line === tax.index)
      : order.refunds
          .flatMap((refund) => refund.shipping)
          .filter((item) => item.shipping === tax.index);
  return subtractBags(charged, sumBags(given.map((item) => item.taxes[tax.at] ?? ZERO_BAG)));
}

export function financialStatus(order: OrderRecord): string {
  const paid = received(order).presentment;
  const back = refunded(order).presentment;
  if (paid === 0n && order.cancelledAt !== null) return "VOIDED";
  if (paid > 0n && back >= paid) return "REFUNDED";
  if (back > 0n) return "PARTIALLY_REFUNDED";
  if (paid >= currentTotal(order).presentment) return "PAID";
  return paid === 0n ? "PENDING" : "PARTIALLY_PAID";
}

export function fulfillmentStatus(order: OrderRecord): string {
  const isDone = order.lines.every((_, line) => unfulfilledQuantity(order, line) === 0);
  if (isDone && order.fulfillments.length > 0) return "FULFILLED";
  return order.fulfillments.length > 0 ? "PARTIALLY_FULFILLED" : "UNFULFILLED";
}

/** All discounts on what is left after returns: of a line's discount, the share of its remaining pieces. */
export function currentDiscounts(order: OrderRecord): Bag {
  const ofLines = order.lines.map((line, index) => {
    const left = currentQuantity(order, index);
    const pieces = { already: line.quantity - left, count: left, quantity: line.quantity };
    const whole = itemBag(order, "lines", { index, figure: discountOf });
    return bagOf((side) => shareOf(whole[side], pieces));
  });
  const ofShipping = order.shipping.map((_, index) =>
    itemBag(order, "shipping", { index, figure: discountOf }),
  );
  return sumBags([...ofLines, ...ofShipping]);
}

function discountOf(item: PricedItem): bigint {
  return item.original - item.afterAllDiscounts;
}

function isPayment(transaction: TransactionRecord): boolean {
  return transaction.kind === "SALE" && transaction.status === "SUCCESS";
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
