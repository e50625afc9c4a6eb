import { allocate, decimal, decimalText, roundToMoney, toDecimal } from "#domain/money";
import type { OrderCharge } from "#domain/order";
import type { Charged } from "./normalise-lines.ts";
import type { WooCharge, WooOrder } from "./order-schema.ts";
import { plainText } from "./plain-text.ts";
import { splitDiscountFee, type FeeShare } from "./split-discount-fee.ts";
import { asCharged, meeting, orderTaxes, sumOfTaxes, type ReadTax } from "./tax-reader.ts";

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
  const { currency, prices_include_tax: isWithVat } = order;
  const shares = sharesOf(item, charged, { order, goods });
  const ideals = shares.map(({ net, taxes }) => net.plus(sumOfTaxes(taxes)));
  const parts = allocate(roundToMoney(charged.withVat, currency), ideals).map(toDecimal);
  const isShipping = "method_title" in item;
  return shares.map(({ net, taxes }, index) => {
    const withVat = parts[index] ?? decimal("0");
    return {
      chargeId: index === 0 ? item.id : `${item.id}#${index + 1}`,
      type: isShipping ? "shipping" : "fee",
      name: plainText(isShipping ? item.method_title : item.name),
      amount: decimalText(isWithVat ? withVat : net, NET_DIGITS),
      taxes: orderTaxes(isWithVat ? taxes : meeting(taxes, net, { withVat, currency })),
    };
  });
}

/** Of a share's net, which is a tax divided by its rate. */
const NET_DIGITS = 8;

function sharesOf(
  item: WooCharge,
  charged: Charged,
  { order, goods }: ChargeContext,
): readonly FeeShare[] {
  const net = decimal(item.total);
  const taxes = asCharged(charged.taxes, decimal(item.total_tax));
  if (net.gte(0) || taxes.length === 0) return [{ net, taxes }];
  const shares = splitDiscountFee({ net, taxes: charged.taxes }, goods, order.currency);
  const isShared = ({ rateId }: ReadTax) =>
    shares.filter((share) => share.taxes.some((tax) => tax.rateId === rateId)).length > 1;
  return shares.map((share) => ({
    ...share,
    taxes: share.taxes.map((tax) =>
      isShared(tax) ? tax : (taxes.find(({ rateId }) => rateId === tax.rateId) ?? tax),
    ),
  }));
}
