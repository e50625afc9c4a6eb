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
import { partsOf } from "../document-parts.ts";

/** An order and what was issued for it. */
interface Papers {
  readonly order: NormalisedOrder;
  readonly invoices: readonly Document[];
  readonly creditNotes: readonly Document[];
}

interface EditedPapers extends Papers {
  readonly editCreditNotes: readonly Document[];
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
  if (lines.length === 0) return "BR-16";
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
  const was = sumsByPart(invoices);
  for (const [partKey, taken] of sumsByPart(creditNotes)) {
    const whole = was.get(partKey);
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

/** By line and charge: pieces, net and amount with VAT, differences in price included. */
export function sumsByPart(documents: readonly Document[]) {
  const parts = documents
    .flatMap((document) => partsOf(document))
    .filter(({ partKey, source }) => partKey !== "" && !("allowance" in source));
  return new Map(
    [...Map.groupBy(parts, ({ partKey }) => partKey)].map(([partKey, group]) => [
      partKey,
      {
        quantity: sumOf(group.map(({ quantity }) => quantity)),
        net: sumOf(group.map(({ net }) => toDecimal(net))),
        withVat: sumOf(group.map(({ withVat }) => toDecimal(withVat))),
      },
    ]),
  );
}

const sumOfTotals = (documents: readonly Document[], total: "paidAmount" | "amountDue"): Decimal =>
  sumOf(documents.map(({ totals }) => decimal(totals[total])));

/** What the buyer still owes as the order says, once it has all its papers; below zero: what the shop keeps in its favour. */
export function owedByOrder({ order, creditNotes, editCreditNotes }: EditedPapers): Decimal {
  const ofRefunds = creditNotes.filter((note) => !editCreditNotes.includes(note));
  return decimal(order.total)
    .minus(chargedOf(ofRefunds, order.currency))
    .minus(order.paidAmount)
    .plus(refundedOf(order));
}

/** No money is told twice: invoices tell of no more than came in, credit notes of no more than went back. */
export function checkMoney({ order, invoices, creditNotes }: Papers): void {
  const paid = sumOfTotals(invoices, "paidAmount");
  const paidBack = sumOfTotals(creditNotes, "paidAmount");
  expect(paid.lte(order.paidAmount)).toBe(true);
  expect(paidBack.lte(refundedOf(order))).toBe(true);
}

/**
 * What all papers together leave open is what the order says. More is open only where refunds, or allowances at a rate that has nothing
 * else, left less than a later edit takes off.
 */
export function checkBalance(papers: EditedPapers): void {
  const { order, invoices, creditNotes } = papers;
  const laterPayments = decimal(order.paidAmount).minus(sumOfTotals(invoices, "paidAmount"));
  const laterPaidBack = refundedOf(order).minus(sumOfTotals(creditNotes, "paidAmount"));
  const open = sumOfTotals(invoices, "amountDue")
    .minus(laterPayments)
    .minus(sumOfTotals(creditNotes, "amountDue"))
    .plus(laterPaidBack);
  const more = open.minus(owedByOrder(papers));
  // What the order's own rounding changes by is no reason for a paper.
  const slack = unitOf(order.currency).times(order.lines.length + order.charges.length);
  const isPlain =
    creditNotes.length === papers.editCreditNotes.length && order.charges.every(isAbove);
  expect(more.gte(slack.times(-1))).toBe(true);
  if (isPlain) expect(more.lte(slack)).toBe(true);
  // Money that no note tells of pays out what stood in the buyer's favour on them, or came in beyond all invoices.
  const beyond = decimal(order.paidAmount).minus(chargedOf(invoices, order.currency));
  const inFavour = sumOfTotals(creditNotes, "amountDue").plus(beyond.gt(0) ? beyond : "0");
  if (more.lte(slack)) expect(laterPaidBack.lte(inFavour.plus(slack))).toBe(true);
}

const isAbove = ({ amount }: { readonly amount: string }): boolean => decimal(amount).gte(0);

const refundedOf = ({ refunds }: NormalisedOrder): Decimal =>
  sumOf(refunds.map(({ totalRefunded }) => decimal(totalRefunded)));

const minus = (a: Row, b: Row): Row => ({
  taxable: a.taxable.minus(b.taxable),
  tax: a.tax.minus(b.tax),
});
const isBetween = (part: Decimal, whole: Decimal): boolean =>
  whole.lt(0) ? part.gte(whole) && part.lte(0) : part.gte(0) && part.lte(whole);
