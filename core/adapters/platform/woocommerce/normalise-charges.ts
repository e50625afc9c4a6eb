import { allocate, decimal, decimalText, roundToMoney, toDecimal } from "#domain/money";
import type { OrderCharge } from "#domain/order";
import type { Charged } from "./normalise-lines.ts";
import type { WooCharge, WooOrder } from "./order-schema.ts";
import { plainText } from "./plain-text.ts";
import { splitDiscountFee, type FeeShare } from "./split-discount-fee.ts";
import { meeting, orderTaxes, sumOfTaxes, type ReadTax } from "./tax-reader.ts";

/** What a charge needs to know of its order. */
export interface ChargeContext {
  readonly order: WooOrder;
  /** Its own taxes, unrounded. */
  readonly taxes: readonly ReadTax[];
  /** The unrounded taxes of each product and shipping line. */
  readonly goods: readonly (readonly ReadTax[])[];
}

/** Shipping or a fee. One that takes something off and bears the taxes of several rates becomes one charge for each, numbered. */
export function normaliseCharge(
  item: WooCharge,
  charged: Charged,
  context: ChargeContext,
): readonly OrderCharge[] {
  const { currency, prices_include_tax: isWithVat } = context.order;
  const shares = sharesOf(item, charged.taxes, context);
  const ideals = shares.map(({ net, taxes }) => net.plus(sumOfTaxes(taxes)));
  const parts = allocate(roundToMoney(charged.withVat, currency), ideals).map(toDecimal);
  const isShipping = "method_title" in item;
  return shares.map(({ net, taxes }, index) => {
    const withVat = parts[index] ?? decimal("0");
    // What is without VAT of a share was only found by its tax, so the tax stays as it was charged.
    const amount = shares.length === 1 ? net : withVat.minus(sumOfTaxes(taxes));
    return {
      chargeId: index === 0 ? item.id : `${item.id}#${index + 1}`,
      type: isShipping ? "shipping" : "fee",
      name: plainText(isShipping ? item.method_title : item.name),
      amount: decimalText(isWithVat ? withVat : amount),
      taxes: orderTaxes(isWithVat ? taxes : meeting(taxes, amount, { withVat, currency })),
    };
  });
}

function sharesOf(
  item: WooCharge,
  charged: readonly ReadTax[],
  { order, taxes, goods }: ChargeContext,
): readonly FeeShare[] {
  const net = decimal(item.total);
  if (net.gte(0) || taxes.length === 0) return [{ net, taxes: charged }];
  const shares = splitDiscountFee({ net, taxes }, goods, order.currency);
  const isInOne = ({ rateId }: ReadTax) =>
    shares.filter((share) => share.taxes.some((tax) => tax.rateId === rateId)).length === 1;
  return shares.map((share) => ({
    ...share,
    taxes: share.taxes.map(
      (tax) => charged.find(({ rateId }) => rateId === tax.rateId && isInOne(tax)) ?? tax,
    ),
  }));
}
