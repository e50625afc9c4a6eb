import { decimal, decimalText, isZero, roundToMoney, sumOf, type Decimal } from "#domain/money";
import type { NormalisedOrder, OrderCharge, OrderLine, OrderTax } from "#domain/order";
import type { ChargedPart, VatTreatment } from "#domain/tax";

/** A line with the numbers that its document line needs, still exact. */
export interface PricedLine extends ChargedPart {
  readonly line: OrderLine;
  readonly unitPriceNet: Decimal;
  readonly unitPriceWithVat: Decimal;
  /** Without VAT, one per allowance of the line. */
  readonly allowanceNets: readonly Decimal[];
}

export interface PricedCharge extends ChargedPart {
  readonly charge: OrderCharge;
}

/** What the shop charged for one line, with VAT and net, from its own prices, discounts and taxes. */
export function priceLine(line: OrderLine, order: NormalisedOrder): PricedLine {
  const price = decimal(line.unitPrice);
  const amount = price
    .times(line.quantity)
    .minus(sumOf(line.allowances.map((allowance) => decimal(allowance.amount))));
  const part = chargedPart(amount, line.taxes, order);
  const rate = decimal(part.vat.ratePercent).div(100).plus(1);
  return {
    ...part,
    line,
    unitPriceNet: order.pricesIncludeVat ? price.div(rate) : price,
    unitPriceWithVat: order.pricesIncludeVat ? price : price.times(rate),
    allowanceNets: line.allowances.map((allowance) =>
      order.pricesIncludeVat ? decimal(allowance.amount).div(rate) : decimal(allowance.amount),
    ),
  };
}

export const priceCharge = (charge: OrderCharge, order: NormalisedOrder): PricedCharge => ({
  ...chargedPart(decimal(charge.amount), charge.taxes, order),
  charge,
});

function chargedPart(
  amount: Decimal,
  taxes: readonly OrderTax[],
  order: NormalisedOrder,
): ChargedPart {
  const tax = sumOf(taxes.map((each) => decimal(each.amount)));
  const vat = vatTreatmentOf(amount, taxes, order);
  const rate = decimal(vat.ratePercent).div(100).plus(1);
  const withVat = order.pricesIncludeVat ? amount : amount.plus(tax);
  return {
    vat,
    chargedWithVat: roundToMoney(withVat, order.currency),
    idealNet: order.pricesIncludeVat ? amount.div(rate) : amount,
  };
}

/**
 * The rate the shop charged. One that brought no tax on an amount large enough to bear some was waived and does not count. Untaxed without a 0 % tax line is exempt (E); with one, zero rated (Z).
 */
function vatTreatmentOf(
  amount: Decimal,
  taxes: readonly OrderTax[],
  order: NormalisedOrder,
): VatTreatment {
  const isBorne = ({ ratePercent, amount: tax }: OrderTax): boolean => {
    const rate = decimal(ratePercent);
    const expected = roundToMoney(amount.times(rate).div(rate.plus(100)), order.currency);
    return !decimal(tax).eq(0) || isZero(expected);
  };
  const borne = taxes.filter(isBorne);
  const rate = sumOf(borne.map((tax) => decimal(tax.ratePercent)));
  if (rate.gt(0)) return { category: "S", ratePercent: decimalText(rate) };
  return { category: borne.length > 0 ? "Z" : "E", ratePercent: "0" };
}
