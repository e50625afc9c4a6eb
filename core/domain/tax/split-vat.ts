import {
  decimal,
  money,
  roundToMoney,
  subtract,
  add,
  toDecimal,
  zero,
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
 * `ratePercent` is a plain decimal such as "21". At some rates no such amount exists; then the residue says by how much.
 */
export function splitVat(chargedWithVat: Money, ratePercent: string): VatSplit {
  const { currency } = chargedWithVat;
  const rate = decimal(ratePercent).div(100);
  const nearest = roundToMoney(toDecimal(chargedWithVat).div(rate.plus(1)), currency);
  const candidates = [0n, -1n, 1n].map((shift) => {
    const taxableAmount = money(nearest.minor + shift, currency);
    const taxAmount = roundToMoney(toDecimal(taxableAmount).times(rate), currency); // BR-CO-17
    const residue = subtract(chargedWithVat, add(taxableAmount, taxAmount));
    return { taxableAmount, taxAmount, residue };
  });
  const exact = candidates.find(({ residue }) => residue.minor === 0n);
  return (
    exact ??
    candidates[0] ?? { taxableAmount: nearest, taxAmount: zero(currency), residue: zero(currency) }
  );
}
