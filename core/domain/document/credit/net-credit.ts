import { add, decimal, subtract, sumOf, toDecimal, zero, type Money } from "#domain/money";
import {
  allocateWithin,
  boundsOf,
  splitPartOfVat,
  vatKey,
  type Bounds,
  type Share,
  type VatTreatment,
} from "#domain/tax";
import type { Extra, Take } from "./credit.ts";
import { treatmentKey } from "./document-parts.ts";
import type { Remaining, RemainingRow } from "./remaining.ts";

type CreditItem = Take | Extra;

interface NettedCredit {
  /** One net per item, in their order. */
  readonly nets: readonly Money[];
  /** BG-23 of the credit note. */
  readonly breakdown: readonly RemainingRow[];
  /** Cents of a row's taxable amount that no item may take although the row is credited as a whole. */
  readonly leftovers: readonly { readonly vat: VatTreatment; readonly net: Money }[];
}

const vatOf = (item: CreditItem): VatTreatment => ("part" in item ? item.part.vat : item.vat);

/**
 * The nets and the VAT of what is credited, row by row. A part that is credited as a whole has the net that it has left, a row
 * that is credited as a whole its taxable amount and tax that are left: all credit notes together are the invoice, to the cent.
 */
export function netCredit(items: readonly CreditItem[], remaining: Remaining): NettedCredit {
  const nets: Money[] = items.map(() => zero(remaining.currency));
  const rows = remaining.breakdown.flatMap((row) => {
    const indexes = [...items.entries()].flatMap(([index, item]) =>
      vatKey(vatOf(item)) === vatKey(row) ? [index] : [],
    );
    const mine = indexes.flatMap((index) => items[index] ?? []);
    const [first] = mine;
    if (first === undefined) return [];
    const netted = netRow(mine, row, remaining);
    indexes.forEach((index, position) => {
      nets[index] = netted.nets[position] ?? zero(remaining.currency);
    });
    return [{ ...netted, vat: vatOf(first) }];
  });
  return {
    nets,
    breakdown: rows.map(({ row }) => row),
    leftovers: rows
      .filter(({ leftover }) => leftover.minor !== 0n)
      .map(({ vat, leftover }) => ({ vat, net: leftover })),
  };
}

function netRow(items: readonly CreditItem[], row: RemainingRow, remaining: Remaining) {
  const { currency } = remaining;
  const none = zero(currency);
  const withVat = add(none, ...items.map((item) => item.withVat));
  const isWhole = takesWhole(items, row, remaining);
  const exact = items.map((item) => shareOf(item, row, remaining));
  const limitsIn = (bounds: Bounds): Bounds =>
    isWhole ? only(row.taxableAmount) : limitsOf(row, bounds);
  const most = boundsOf(exact, currency);
  // Cents of earlier credits by amount can keep parts from taking all that they have left; then they take less.
  const shares = isEmpty(overlap(most, limitsIn(most)))
    ? exact.map((share, index) => ({ ...share, ...upTo(items[index]) }))
    : exact;
  const bounds = boundsOf(shares, currency);
  const split = isWhole
    ? { taxableAmount: nearest(row.taxableAmount, bounds), taxAmount: row.taxAmount }
    : splitPartOfVat(withVat, row, {
        ...limitsIn(bounds),
        ideal: sumOf(shares.map(({ ideal }) => ideal)),
      });
  const leftover = isWhole ? subtract(row.taxableAmount, split.taxableAmount) : none;
  return {
    nets: allocateWithin(split.taxableAmount, shares),
    row: {
      ...row,
      withVat,
      taxableAmount: add(split.taxableAmount, leftover),
      taxAmount: split.taxAmount,
    },
    leftover,
  };
}

/** Whether nothing of the row is left after these items. */
function takesWhole(
  items: readonly CreditItem[],
  row: RemainingRow,
  { treatments, currency }: Remaining,
): boolean {
  const inRow = treatments.filter(({ vat }) => vatKey(vat) === vatKey(row));
  return inRow.every(({ vat, withVat }) => {
    const mine = items.filter((item) => treatmentKey(vatOf(item)) === treatmentKey(vat));
    return add(zero(currency), ...mine.map((item) => item.withVat)).minor === withVat.minor;
  });
}

/** The net of an item without rounding: of a part its share of what is left of it, else its share of its treatment. */
function shareOf(item: CreditItem, row: RemainingRow, { treatments }: Remaining): Share {
  const treatment = treatments.find(({ vat }) => treatmentKey(vat) === treatmentKey(vatOf(item)));
  const whole = "part" in item ? item.part : treatment;
  if ("part" in item && item.withVat.minor === item.part.withVat.minor) {
    const { net } = item.part;
    return { ideal: toDecimal(net), least: net, most: net };
  }
  const ideal =
    whole === undefined || whole.withVat.minor === 0n
      ? toDecimal(item.withVat).div(decimal(row.ratePercent).div(100).plus(1))
      : toDecimal(whole.net).times(toDecimal(item.withVat)).div(toDecimal(whole.withVat));
  return { ideal, ...upTo(item) };
}

/** From nothing to all: of a part its net, and never more than the amount with VAT. */
function upTo(item: CreditItem | undefined): Bounds {
  if (item === undefined) throw new Error("every share is of an item");
  const none = zero(item.withVat.currency);
  const whole = "part" in item ? item.part.net : item.withVat;
  return item.withVat.minor < 0n
    ? { least: larger(whole, item.withVat), most: none }
    : { least: none, most: larger(none, smaller(whole, item.withVat)) };
}

const only = (amount: Money): Bounds => ({ least: amount, most: amount });

/** A row does not change its sign. */
const limitsOf = ({ taxableAmount }: RemainingRow, { least, most }: Bounds): Bounds =>
  taxableAmount.minor < 0n
    ? { least: larger(least, taxableAmount), most }
    : { least, most: smaller(most, taxableAmount) };

const overlap = (a: Bounds, b: Bounds): Bounds => ({
  least: larger(a.least, b.least),
  most: smaller(a.most, b.most),
});
const isEmpty = ({ least, most }: Bounds): boolean => least.minor > most.minor;
const nearest = (amount: Money, { least, most }: Bounds): Money =>
  larger(least, smaller(most, amount));
const larger = (a: Money, b: Money): Money => (a.minor > b.minor ? a : b);
const smaller = (a: Money, b: Money): Money => (a.minor < b.minor ? a : b);
