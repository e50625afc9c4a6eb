import {
  decimal,
  money,
  roundToMoney,
  subtract,
  toDecimal,
  type Decimal,
  type Money,
} from "#domain/money";
import type { Share } from "./allocate-within.ts";
import type { VatSplit } from "./split-vat.ts";

/** What of one row of an invoice's VAT breakdown no credit note has taken yet. */
export interface UncreditedVat {
  readonly ratePercent: string;
  /** What the shop charged, with VAT. */
  readonly withVat: Money;
  readonly taxableAmount: Money;
  readonly taxAmount: Money;
}

/**
 * The tax of a part of the taxable amount that remains: by BR-CO-17, rounded on the sum. Only when many small parts would each
 * round in the same direction, so that what remains would no longer be taxable amount and its tax, is it one minor unit off:
 * tax and taxable × rate never come to differ by a whole unit, neither here nor in what remains, and neither runs out first.
 */
export function taxOfPart(taxableAmount: Money, remaining: UncreditedVat): Money {
  const { currency } = taxableAmount;
  const left = subtract(remaining.taxableAmount, taxableAmount);
  if (left.minor === 0n) return remaining.taxAmount;
  const exact = roundToMoney(taxOn(toDecimal(taxableAmount), remaining), currency);
  const drift = toDecimal(subtract(remaining.taxAmount, exact)).minus(
    taxOn(toDecimal(left), remaining),
  );
  if (drift.abs().lt(unitOf(currency))) return exact;
  const leaning = money(exact.minor + (drift.gt(0) ? 1n : -1n), currency);
  // Several invoices together can have drifted by more than a unit; still no tax runs out, or changes its sign.
  const isPart = withinWhole(taxableAmount, remaining.taxableAmount).minor === taxableAmount.minor;
  return isPart ? withinWhole(leaning, remaining.taxAmount) : leaning;
}

/** The nearest between nothing and the whole, whatever its sign. */
function withinWhole(part: Money, whole: Money): Money {
  const [least, most] = whole.minor < 0n ? [whole.minor, 0n] : [0n, whole.minor];
  if (part.minor < least) return money(least, part.currency);
  return part.minor > most ? money(most, part.currency) : part;
}

/**
 * Finds the taxable amount, within bounds, that with its tax (`taxOfPart`) is what is credited with VAT. At some rates no such
 * amount exists; then `residue` says what is left over, and the next part leans the other way.
 */
export function splitPartOfVat(
  withVat: Money,
  remaining: UncreditedVat,
  { ideal, least, most }: Share,
): VatSplit {
  const { currency } = withVat;
  const fitting = toDecimal(withVat).div(rateOf(remaining).plus(1));
  const near = [fitting, ideal].flatMap((exact) => {
    const { minor } = roundToMoney(exact, currency);
    return [minor - 1n, minor, minor + 1n];
  });
  const within = near.filter((minor) => minor >= least.minor && minor <= most.minor);
  const splits = [...within, least.minor, most.minor].map((minor) => {
    const taxableAmount = money(minor, currency);
    const taxAmount = taxOfPart(taxableAmount, remaining);
    return {
      taxableAmount,
      taxAmount,
      residue: residueOf(withVat, { taxableAmount, taxAmount }),
    };
  });
  const uncredited = residueOf(remaining.withVat, remaining);
  const [best] = splits
    .map((split) => ({ split, faults: faultsOf(split, { remaining, uncredited, ideal }) }))
    .toSorted((a, b) => compare(a.faults, b.faults));
  if (best === undefined) throw new Error("the bounds themselves are candidates");
  return best.split;
}

/** What speaks against a split, the worst first. */
function faultsOf(
  { taxableAmount, taxAmount, residue }: VatSplit,
  {
    remaining,
    uncredited,
    ideal,
  }: {
    readonly remaining: UncreditedVat;
    readonly uncredited: Money;
    readonly ideal: Decimal;
  },
): readonly Decimal[] {
  const tax = taxOn(toDecimal(taxableAmount), remaining);
  const off = subtract(taxAmount, roundToMoney(tax, taxAmount.currency)); // BR-CO-17
  const left = subtract(uncredited, residue);
  return [
    beyondUnits(1, residue),
    beyondUnits(2, left),
    toDecimal(off).abs(),
    beyondUnits(1, left),
    toDecimal(residue).abs(),
    toDecimal(left).abs(),
    toDecimal(taxableAmount).minus(ideal).abs(),
  ];
}

function compare(a: readonly Decimal[], b: readonly Decimal[]): number {
  const differing = a.findIndex((fault, index) => !fault.eq(b[index] ?? fault));
  return differing === -1 ? 0 : (a[differing]?.cmp(b[differing] ?? "0") ?? 0);
}

const residueOf = (
  withVat: Money,
  { taxableAmount, taxAmount }: Pick<UncreditedVat, "taxableAmount" | "taxAmount">,
): Money => subtract(subtract(withVat, taxableAmount), taxAmount);

const rateOf = ({ ratePercent }: Pick<UncreditedVat, "ratePercent">): Decimal =>
  decimal(ratePercent).div(100);
const taxOn = (taxable: Decimal, vat: Pick<UncreditedVat, "ratePercent">): Decimal =>
  taxable.times(rateOf(vat));
const unitOf = (currency: string): Decimal => toDecimal(money(1n, currency));

function beyondUnits(units: number, amount: Money): Decimal {
  const beyond = toDecimal(amount).abs().minus(unitOf(amount.currency).times(units));
  return beyond.gt(0) ? beyond : decimal("0");
}
