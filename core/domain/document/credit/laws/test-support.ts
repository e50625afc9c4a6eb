import { expect } from "vitest";
import {
  add,
  decimal,
  formatAmount,
  minorDigits,
  parseAmount,
  sumOf,
  toDecimal,
  zero,
  type Decimal,
} from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { vatKey } from "#domain/tax";
import { chargedTotal } from "../../charged-total.ts";
import type { Document, DraftDocument } from "../../document.ts";

/** An order and what was issued for it. */
interface Papers {
  readonly order: NormalisedOrder;
  readonly invoices: readonly Document[];
  readonly creditNotes: readonly Document[];
}

/** One minor unit. */
export const unitOf = (currency: string): Decimal => decimal("10").pow(-minorDigits(currency));

/** The laws of EN 16931 over the sums of a document; the id of the first that is broken, or "". */
export function brokenSum({
  lines,
  charges,
  allowances,
  vatBreakdown,
  totals,
  currency,
}: DraftDocument | Document): string {
  const sum = (amounts: readonly string[]) =>
    formatAmount(add(zero(currency), ...amounts.map((amount) => parseAmount(amount, currency))));
  const laws: readonly (readonly [string, string, string])[] = [
    ["BR-CO-10", totals.lineNetTotal, sum(lines.map(({ lineNetAmount }) => lineNetAmount))],
    ["BR-CO-11", totals.allowanceTotal, sum(allowances.map(({ amount }) => amount))],
    ["BR-CO-12", totals.chargeTotal, sum(charges.map(({ amount }) => amount))],
    [
      "BR-CO-13",
      totals.totalWithoutVat,
      sum([totals.lineNetTotal, totals.chargeTotal, negated(totals.allowanceTotal)]),
    ],
    ["BR-CO-14", totals.vatTotal, sum(vatBreakdown.map(({ taxAmount }) => taxAmount))],
    ["BR-CO-15", totals.totalWithVat, sum([totals.totalWithoutVat, totals.vatTotal])],
    [
      "BR-CO-16",
      totals.amountDue,
      sum([totals.totalWithVat, totals.roundingAmount, negated(totals.paidAmount)]),
    ],
    [
      "BR-S-08",
      totals.totalWithoutVat,
      sum(vatBreakdown.map(({ taxableAmount }) => taxableAmount)),
    ],
  ];
  return laws.find(([, total, expected]) => total !== expected)?.[0] ?? "";
}

const negated = (amount: string): string =>
  amount.startsWith("-") ? amount.slice(1) : `-${amount}`;

/** Laws of one credit note. */
export function checkNote({ invoices, creditNotes, order }: Papers, note: Document): void {
  const { currency } = order;
  expect(brokenSum(note)).toBe("");
  expect(decimal(note.totals.amountDue).gte(0)).toBe(true);
  expect(decimal(note.totals.paidAmount).gte(0)).toBe(true);
  expect(note.lines.length + note.charges.length).toBeGreaterThan(0);
  for (const row of note.vatBreakdown) {
    const key = vatKey(row);
    const off = decimal(row.taxAmount).minus(
      decimal(row.taxableAmount).times(row.ratePercent).div(100),
    );
    const isNearest = off.abs().lte(unitOf(currency).div(2));
    expect(off.abs().lt(unitOf(currency).times(invoices.length))).toBe(true); // BR-CO-17
    if (isNearest) continue;
    const left = minus(rowOf(invoices, key), rowOf([...creditNotes, note], key));
    const drift = left.tax.minus(left.taxable.times(row.ratePercent).div(100));
    const isLast = left.taxable.eq(0) && left.tax.eq(0);
    expect(isLast || drift.plus(off).abs().gte(unitOf(currency).div(2))).toBe(true);
  }
  const amounts = [
    ...note.lines.map(({ lineNetAmount }) => lineNetAmount),
    ...note.lines.map(({ lineAmountWithVat }) => lineAmountWithVat),
    ...note.charges.map(({ amount }) => amount),
    ...note.allowances.map(({ amount }) => amount),
    ...note.vatBreakdown.flatMap(({ taxableAmount, taxAmount }) => [taxableAmount, taxAmount]),
    note.totals.totalWithVat,
  ];
  const isPositive = invoices.every(({ allowances }) => allowances.length === 0);
  if (isPositive) expect(amounts.filter((amount) => decimal(amount).lt(0))).toEqual([]);
}

/** Laws of all papers together. */
export function checkBooks({ invoices, creditNotes, order }: Papers): void {
  const { currency } = order;
  const charged = chargedOf(invoices, currency);
  const credited = chargedOf(creditNotes, currency);
  expect(credited.lte(charged)).toBe(true);
  for (const key of new Set(invoices.flatMap(({ vatBreakdown }) => vatBreakdown.map(vatKey)))) {
    const whole = rowOf(invoices, key);
    const taken = rowOf(creditNotes, key);
    expect(isBetween(taken.taxable, whole.taxable)).toBe(true);
    expect(isBetween(taken.tax, whole.tax)).toBe(true);
  }
  const was = sumsByLine(invoices);
  for (const [lineId, taken] of sumsByLine(creditNotes)) {
    const whole = was.get(lineId);
    expect(whole !== undefined && taken.quantity.lte(whole.quantity)).toBe(true);
    expect(whole !== undefined && isBetween(taken.net, whole.net)).toBe(true);
    expect(whole !== undefined && isBetween(taken.withVat, whole.withVat)).toBe(true);
  }
}

/** What was charged on all of these documents together. */
export const chargedOf = (documents: readonly Document[], currency: string): Decimal =>
  toDecimal(
    add(
      zero(currency),
      ...documents.map((document) => parseAmount(chargedTotal(document), currency)),
    ),
  );

export interface Row {
  readonly taxable: Decimal;
  readonly tax: Decimal;
}

/** All rows of one category and rate together. */
export function rowOf(documents: readonly Document[], key: string): Row {
  const rows = documents
    .flatMap(({ vatBreakdown }) => vatBreakdown)
    .filter((row) => vatKey(row) === key);
  return {
    taxable: sumOf(rows.map(({ taxableAmount }) => decimal(taxableAmount))),
    tax: sumOf(rows.map(({ taxAmount }) => decimal(taxAmount))),
  };
}

/** By line: pieces, net and amount with VAT, differences in price included. */
export function sumsByLine(documents: readonly Document[]) {
  const sums = new Map<string, { quantity: Decimal; net: Decimal; withVat: Decimal }>();
  for (const line of documents.flatMap(({ lines }) => lines)) {
    if (line.lineId.startsWith("amount:")) continue;
    const isPrice = line.lineId.startsWith("price:");
    const lineId = line.lineId.replace(/^price:line:/, "");
    const sum = sums.get(lineId) ?? {
      quantity: decimal("0"),
      net: decimal("0"),
      withVat: decimal("0"),
    };
    sums.set(lineId, {
      quantity: sum.quantity.plus(isPrice ? "0" : line.quantity),
      net: sum.net.plus(line.lineNetAmount),
      withVat: sum.withVat.plus(line.lineAmountWithVat),
    });
  }
  return sums;
}

const minus = (a: Row, b: Row): Row => ({
  taxable: a.taxable.minus(b.taxable),
  tax: a.tax.minus(b.tax),
});
const isBetween = (part: Decimal, whole: Decimal): boolean =>
  whole.lt(0) ? part.gte(whole) && part.lte(0) : part.gte(0) && part.lte(whole);
