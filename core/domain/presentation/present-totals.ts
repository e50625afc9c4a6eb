import { chargedTotal, type Document } from "#domain/document";
import { KIND_FACTS } from "#domain/merchant";
import { formatMoney } from "./formats.ts";
import { LABELS } from "./labels/index.ts";
import { allowanceLabel, chargeLabel, formatVat } from "./present-lines.ts";
import type { PrintableTotal } from "./printable-document.ts";

type Content = Pick<
  Document,
  "kind" | "currency" | "language" | "charges" | "allowances" | "vatBreakdown" | "totals"
>;

/** From the lines to what is due, one row per step. A step that changes nothing is left out. */
export function presentTotals(document: Content): readonly PrintableTotal[] {
  if (!KIND_FACTS[document.kind].showsPrices) return [];
  const { totals, language, charges, allowances } = document;
  const labels = LABELS[language].totals;
  const row = totalRow(document);
  const additions = [
    ...charges.map((charge) => row(chargeLabel(charge, language), charge.amount)),
    ...allowances.map((allowance) =>
      row(allowanceLabel(allowance, language), `-${allowance.amount}`),
    ),
  ];
  return [
    ...(additions.length === 0 ? [] : [row(labels.lineNetTotal, totals.lineNetTotal)]),
    ...additions,
    row(labels.totalWithoutVat, totals.totalWithoutVat),
    row(vatLabel(document), totals.vatTotal),
    ...(document.kind === "creditNote" ? creditedTotal(document) : invoicedTotal(document)),
    ...settlement(document),
  ];
}

const totalRow =
  (document: Content) =>
  (label: string, amount: string): PrintableTotal => ({
    label,
    value: formatMoney(amount, document),
    emphasis: "normal",
  });

function invoicedTotal(document: Content): readonly PrintableTotal[] {
  const { totalWithVat, roundingAmount } = document.totals;
  const labels = LABELS[document.language].totals;
  const row = totalRow(document);
  return [
    { ...row(labels.totalWithVat, totalWithVat), emphasis: "strong" },
    ...(isNothing(roundingAmount) ? [] : [row(labels.roundingAmount, roundingAmount)]),
  ];
}

/** The figure that matters on a credit note comes after the rounding, which it takes over from its invoice. */
function creditedTotal(document: Content): readonly PrintableTotal[] {
  const { totalWithVat, roundingAmount } = document.totals;
  const labels = LABELS[document.language].totals;
  const row = totalRow(document);
  return [
    ...(isNothing(roundingAmount)
      ? []
      : [row(labels.totalWithVat, totalWithVat), row(labels.roundingAmount, roundingAmount)]),
    { ...row(labels.totalCredited, chargedTotal(document)), emphasis: "strong" },
  ];
}

/** What was paid, or paid back, and what is left: "Betaald" alone once nothing is due. */
function settlement(document: Content): readonly PrintableTotal[] {
  const { paidAmount, amountDue } = document.totals;
  const labels = LABELS[document.language].totals;
  const isCredit = document.kind === "creditNote";
  const paidLabel = isCredit ? labels.paidBack : labels.paidAmount;
  const row = totalRow(document);
  if (isNothing(amountDue)) return [{ ...row(paidLabel, paidAmount), emphasis: "settled" }];
  // What is left of an invoice is the buyer's to pay, what is left of a credit note is the buyer's to have.
  const isInBuyersFavour = isCredit !== amountDue.startsWith("-");
  return [
    ...(isNothing(paidAmount) ? [] : [row(paidLabel, negated(paidAmount))]),
    {
      ...row(
        isInBuyersFavour ? labels.inBuyersFavour : labels.amountDue,
        amountDue.replace(/^-/, ""),
      ),
      emphasis: isInBuyersFavour ? "settled" : "due",
    },
  ];
}

/** "Btw 21 %" when the document knows one rate only. */
function vatLabel({ vatBreakdown, language }: Content): string {
  const labels = LABELS[language].totals;
  const [only, ...others] = vatBreakdown;
  if (only?.category !== "S" || others.length > 0) return labels.vatTotal;
  return `${labels.vat} ${formatVat(only, language)}`;
}

const negated = (amount: string): string =>
  amount.startsWith("-") ? amount.slice(1) : `-${amount}`;

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
