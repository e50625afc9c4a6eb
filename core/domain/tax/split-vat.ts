import {
  add,
  decimal,
  money,
  roundToMoney,
  subtract,
  toDecimal,
  type Decimal,
  type Money,
} from "#domain/money";

export interface VatSplit {
  readonly taxableAmount: Money;
  readonly taxAmount: Money;
  /** Charged minus (taxable + tax): not zero only when no taxable amount of whole cents meets the charge. */
  readonly residue: Money;
}

/**
 * Finds the taxable amount whose VAT by BR-CO-17 (rounded once, on the sum) gives back what the shop charged with VAT.
 * `ratePercent` is a plain decimal such as "21". At some rates no such amount exists; then the taxable amount is `idealNet`
 * rounded, so that a shop with prices without VAT keeps its prices, and the residue says what is left over.
 */
export function splitVat(chargedWithVat: Money, ratePercent: string, idealNet: Decimal): VatSplit {
  const { currency } = chargedWithVat;
  const rate = decimal(ratePercent).div(100);
  const split = (taxableAmount: Money): VatSplit => {
    const taxAmount = roundToMoney(toDecimal(taxableAmount).times(rate), currency); // BR-CO-17
    const residue = subtract(chargedWithVat, add(taxableAmount, taxAmount));
    return { taxableAmount, taxAmount, residue };
  };
  const ideal = split(roundToMoney(idealNet, currency));
  const nearest = split(roundToMoney(toDecimal(chargedWithVat).div(rate.plus(1)), currency));
  const { minor } = nearest.taxableAmount;
  const candidates = [
    ideal,
    nearest,
    split(money(minor - 1n, currency)),
    split(money(minor + 1n, currency)),
  ];
  const exact = candidates.find(({ residue }) => residue.minor === 0n);
  return exact ?? (isOneUnit(ideal.residue) ? ideal : nearest);
}

const isOneUnit = ({ minor }: Money): boolean => minor >= -1n && minor <= 1n;
