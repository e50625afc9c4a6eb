import {
  add,
  allocate,
  sumOf,
  zero,
  type CurrencyCode,
  type Decimal,
  type Money,
} from "#domain/money";
import { splitVat } from "./split-vat.ts";
import { vatKey, type VatTreatment } from "./vat-treatment.ts";

/** A line, charge or allowance as the shop charged it. An allowance is negative. */
export interface ChargedPart {
  readonly vat: VatTreatment;
  readonly chargedWithVat: Money;
  /** What its net would be without rounding; the net on the document stays as near to it as the sum allows. */
  readonly idealNet: Decimal;
}

export interface VatBreakdownEntry {
  readonly vat: VatTreatment;
  readonly taxableAmount: Money;
  readonly taxAmount: Money;
}

export interface Reconciliation {
  /** One net per part, in the order of the parts. */
  readonly nets: readonly Money[];
  /** BG-23: one entry per category and rate, in the order of first appearance. */
  readonly breakdown: readonly VatBreakdownEntry[];
  /** What no choice of cents can meet (BT-114). */
  readonly residue: Money;
}

/**
 * Turns what the shop charged into nets and a VAT breakdown that satisfy EN 16931 (BR-CO-14, BR-CO-17, BR-S-08) and add up
 * to the charge: per rate the taxable amount is found first, then shared among the parts by largest remainder.
 */
export function reconcile(parts: readonly ChargedPart[], currency: CurrencyCode): Reconciliation {
  const nets: Money[] = parts.map(() => zero(currency));
  const breakdown: VatBreakdownEntry[] = [];
  let residue = zero(currency);

  const groups = Map.groupBy(parts.keys(), (index) => {
    const part = parts[index];
    return part === undefined ? "" : vatKey(part.vat);
  });
  for (const indexes of groups.values()) {
    const members = indexes.flatMap((index) => parts[index] ?? []);
    const [first] = members;
    if (first === undefined) continue;
    const charged = add(zero(currency), ...members.map((part) => part.chargedWithVat));
    const ideals = members.map((part) => part.idealNet);
    const split = splitVat(charged, first.vat.ratePercent, sumOf(ideals));
    const shares = allocate(split.taxableAmount, ideals);
    indexes.forEach((index, position) => {
      nets[index] = shares[position] ?? zero(currency);
    });
    breakdown.push({
      vat: first.vat,
      taxableAmount: split.taxableAmount,
      taxAmount: split.taxAmount,
    });
    residue = add(residue, split.residue);
  }
  return { nets, breakdown, residue };
}
