import { allocate, decimal, decimalText, roundToMoney, sumOf, toDecimal } from "#domain/money";
import type { OrderCharge } from "#domain/order";
import type { Charged } from "./normalise-lines.ts";
import type { WooCharge, WooOrder } from "./order-schema.ts";
import { plainText } from "./plain-text.ts";
import { splitDiscountFee, type FeeShare } from "./split-discount-fee.ts";
import { orderTaxes, taxesOf, type ReadTax } from "./tax-reader.ts";

/** What a charge needs to know of its order. */
export interface ChargeContext {
  readonly order: WooOrder;
  /** The taxes of each product and shipping line. */
  readonly goods: readonly (readonly ReadTax[])[];
}

/** Shipping or a fee. One that takes something off and bears the taxes of several rates becomes one charge for each, numbered. */
export function normaliseCharge(
  item: WooCharge,
  charged: Charged,
  { order, goods }: ChargeContext,
): readonly OrderCharge[] {
  const whole: FeeShare = { net: decimal(item.total), taxes: charged.taxes };
  const isDiscount = whole.net.lt(0) && whole.taxes.length > 0;
  const shares = isDiscount ? splitDiscountFee(whole, goods, order.currency) : [whole];
  const withVat = shares.map(({ net, taxes }) =>
    net.plus(sumOf(taxes.map(({ amount }) => amount))),
  );
  const parts = allocate(roundToMoney(charged.withVat, order.currency), withVat);
  const isShipping = "method_title" in item;
  return shares.map(({ net, taxes }, index) => {
    const amountWithVat = toDecimal(parts[index] ?? roundToMoney(charged.withVat, order.currency));
    const own = order.prices_include_tax ? taxes : taxesOf(taxes, amountWithVat.minus(net));
    return {
      chargeId: index === 0 ? item.id : `${item.id}#${index + 1}`,
      type: isShipping ? "shipping" : "fee",
      name: plainText(isShipping ? item.method_title : item.name),
      amount: decimalText(order.prices_include_tax ? amountWithVat : net, 8),
      taxes: orderTaxes(own),
    };
  });
}
