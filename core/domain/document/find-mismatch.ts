import {
  add,
  decimal,
  formatAmount,
  minorDigits,
  parseAmount,
  roundToMoney,
  subtract,
  sumOf,
  zero,
  type Money,
} from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import type { Problem } from "#domain/result";
import { vatKey } from "#domain/tax";
import type { PricedCharge, PricedLine } from "./charged-parts.ts";
import type { Amounts } from "./compute-amounts.ts";

export type MismatchProblem = Problem<"order-does-not-add-up">;
type Part = PricedLine | PricedCharge;

/** Shops round per line, so the parts may be off by one minor unit each; more than that means that something is missing. */
export function findTotalMismatch(
  order: NormalisedOrder,
  parts: readonly Part[],
): MismatchProblem | undefined {
  const { currency } = order;
  const charged = add(zero(currency), ...parts.map((part) => part.chargedWithVat));
  const total = roundToMoney(decimal(order.total).minus(order.cashRounding), currency);
  if (isWithin(parts.length, subtract(total, charged))) return undefined;
  return {
    code: "order-does-not-add-up",
    field: "total",
    message:
      `Order ${order.orderNumber}: lines and charges come to ${formatAmount(charged)} ${currency}, ` +
      `but the shop's total is ${formatAmount(total)} ${currency}. Docket makes no document until they agree; ` +
      `check the order in the shop.`,
  };
}

/**
 * The VAT of each rate must be what the shop charged at it. Shops round each tax of each line, and one step more is lost
 * where no taxable amount meets the charge; more than that means that rate and tax do not belong together.
 */
export function findTaxMismatch(
  order: NormalisedOrder,
  parts: readonly Part[],
  vatBreakdown: Amounts["vatBreakdown"],
): MismatchProblem | undefined {
  const { currency } = order;
  const step = roundingStep(order, parts);
  for (const entry of vatBreakdown) {
    const taxes = taxesOf(parts.filter(({ vat }) => vatKey(vat) === vatKey(entry)));
    const charged = roundToMoney(sumOf(taxes.map(({ amount }) => decimal(amount))), currency);
    const computed = parseAmount(entry.taxAmount, currency);
    if (isWithin((taxes.length + 1) * step, subtract(charged, computed))) continue;
    return {
      code: "order-does-not-add-up",
      field: "taxLines",
      message:
        `Order ${order.orderNumber}: the shop charged ${formatAmount(charged)} ${currency} of VAT at ` +
        `${entry.ratePercent} %, but that rate of its lines and charges is ${formatAmount(computed)} ${currency}. ` +
        `Docket makes no document until they agree; check the taxes of the order in the shop.`,
    };
  }
  return undefined;
}

const taxesOf = (parts: readonly Part[]) => parts.flatMap(({ taxes }) => taxes);

/**
 * The minor units to which a shop rounds. Some round more coarsely than the currency's own digits: dinars to hundredths,
 * forints to whole ones.
 */
function roundingStep({ currency, total }: NormalisedOrder, parts: readonly Part[]): number {
  const digits = minorDigits(currency);
  const taxes = taxesOf(parts).map(({ amount }) => amount);
  // A tax that the shop split, over the rates of a fee or the parts of a piece, is not whole there either.
  const isWhole = isWholeNumber(total) && taxes.filter(isWholeNumber).length * 2 >= taxes.length;
  return 10 ** (isWhole ? digits : Math.max(0, digits - 2));
}

const isWholeNumber = (amount: string): boolean => decimal(amount).mod(1).eq(0);

const isWithin = (units: number, { minor }: Money): boolean =>
  minor <= BigInt(units) && minor >= -BigInt(units);
