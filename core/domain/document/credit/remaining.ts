import {
  add,
  money,
  parseAmount,
  subtract,
  zero,
  type CurrencyCode,
  type Money,
} from "#domain/money";
import { vatKey, type UncreditedVat, type VatTreatment } from "#domain/tax";
import { chargedTotal } from "../charged-total.ts";
import type { Document } from "../document.ts";
import { partsOf, treatmentKey, type DocumentPart } from "./document-parts.ts";

/** What is left of all lines, charges and allowances of one treatment, whatever was credited by line or by amount. */
export interface RemainingTreatment {
  readonly vat: VatTreatment;
  readonly net: Money;
  readonly withVat: Money;
}

/** One row of the VAT breakdown (BG-23) and what is left of it. */
export interface RemainingRow extends UncreditedVat {
  readonly category: VatTreatment["category"];
  readonly exemption: Document["vatBreakdown"][number]["exemption"];
}

/** What of an order's invoices no credit note has taken yet. */
export interface Remaining {
  readonly currency: CurrencyCode;
  /** Lines, charges and allowances in the order of the invoices. One that several invoices have is told once. */
  readonly parts: readonly DocumentPart[];
  readonly treatments: readonly RemainingTreatment[];
  readonly breakdown: readonly RemainingRow[];
  /** What the shop charged, with its rounding. */
  readonly charged: Money;
  /** In the currency of the seller's tax return; null where the invoices have none. */
  readonly vatInOwnCurrency: Money | null;
}

/** All of it is exact: invoices minus credit notes. Throws without an invoice. */
export function remainingOf(
  invoices: readonly Document[],
  creditNotes: readonly Document[],
): Remaining {
  const [first] = invoices;
  if (first === undefined) throw new Error("there is no invoice to credit");
  const { currency } = first;
  const parts = [
    ...invoices.flatMap((invoice) => partsOf(invoice)),
    ...creditNotes.flatMap((note) => partsOf(note).map(negated)),
  ];
  const treatments = [...Map.groupBy(parts, ({ vat }) => treatmentKey(vat)).values()].flatMap(
    (group) => group.slice(0, 1).map(({ vat }) => ({ vat, ...sumsOf(group, currency) })),
  );
  const sum = (amountOf: (document: Document) => string, documents: readonly Document[]) =>
    add(zero(currency), ...documents.map((document) => parseAmount(amountOf(document), currency)));
  return {
    currency,
    parts: mergedParts(parts, currency),
    treatments,
    breakdown: breakdownOf({ invoices, creditNotes }, treatments, currency),
    charged: subtract(sum(chargedTotal, invoices), sum(chargedTotal, creditNotes)),
    vatInOwnCurrency: ownVatOf(invoices, creditNotes),
  };
}

/** The rounding of an order as a whole: what was charged beside its lines, charges and allowances. */
export const remainingRounding = ({ charged, treatments, currency }: Remaining): Money =>
  subtract(charged, add(zero(currency), ...treatments.map(({ withVat }) => withVat)));

const negated = (part: DocumentPart): DocumentPart => ({
  ...part,
  quantity: part.quantity.times(-1),
  net: money(-part.net.minor, part.net.currency),
  withVat: money(-part.withVat.minor, part.withVat.currency),
});

const sumsOf = (parts: readonly DocumentPart[], currency: CurrencyCode) => ({
  net: add(zero(currency), ...parts.map(({ net }) => net)),
  withVat: add(zero(currency), ...parts.map(({ withVat }) => withVat)),
});

function mergedParts(
  parts: readonly DocumentPart[],
  currency: CurrencyCode,
): readonly DocumentPart[] {
  const named = parts.filter(({ partKey }) => partKey !== "");
  const groups = Map.groupBy(named, ({ partKey, vat }) => `${partKey} ${treatmentKey(vat)}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({
      ...first,
      quantity: group.slice(1).reduce((sum, part) => sum.plus(part.quantity), first.quantity),
      ...sumsOf(group, currency),
    })),
  );
}

interface Issued {
  readonly invoices: readonly Document[];
  readonly creditNotes: readonly Document[];
}

function breakdownOf(
  { invoices, creditNotes }: Issued,
  treatments: readonly RemainingTreatment[],
  currency: CurrencyCode,
): readonly RemainingRow[] {
  const invoiced = Map.groupBy(
    invoices.flatMap(({ vatBreakdown }) => vatBreakdown),
    vatKey,
  );
  const credited = creditNotes.flatMap(({ vatBreakdown }) => vatBreakdown);
  return [...invoiced].flatMap(([key, rows]) => {
    const given = credited.filter((row) => vatKey(row) === key);
    const left = (amountOf: (row: (typeof rows)[number]) => string) => {
      const sum = (of: typeof rows) =>
        add(zero(currency), ...of.map((row) => parseAmount(amountOf(row), currency)));
      return subtract(sum(rows), sum(given));
    };
    const withVat = treatments
      .filter(({ vat }) => vatKey(vat) === key)
      .map((treatment) => treatment.withVat);
    return rows.slice(0, 1).map(({ category, ratePercent, exemption }) => ({
      category,
      ratePercent,
      exemption,
      withVat: add(zero(currency), ...withVat),
      taxableAmount: left(({ taxableAmount }) => taxableAmount),
      taxAmount: left(({ taxAmount }) => taxAmount),
    }));
  });
}

function ownVatOf(invoices: readonly Document[], creditNotes: readonly Document[]): Money | null {
  const [first, ...others] = ownVatsOf(invoices);
  if (first === undefined) return null;
  return ownVatsOf(creditNotes).reduce(subtract, add(first, ...others));
}

const ownVatsOf = (documents: readonly Document[]): readonly Money[] =>
  documents.flatMap(({ vatInOwnCurrency }) =>
    vatInOwnCurrency === null
      ? []
      : [parseAmount(vatInOwnCurrency.vatTotal, vatInOwnCurrency.currency)],
  );
