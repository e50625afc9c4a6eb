import type { Document } from "#domain/document";
import { KIND_FACTS } from "#domain/merchant";
import { formatMoney } from "./formats.ts";
import { LABELS } from "./labels/index.ts";
import { chargeLabel, formatVat } from "./present-lines.ts";
import type { PrintableTotal } from "./printable-document.ts";

type Content = Pick<
  Document,
  "kind" | "currency" | "language" | "charges" | "vatBreakdown" | "totals"
>;

/** From the lines to what is due, one row per step. A step that changes nothing is left out. */
export function presentTotals(document: Content): readonly PrintableTotal[] {
  if (!KIND_FACTS[document.kind].showsPrices) return [];
  const { totals, language, charges } = document;
  const labels = LABELS[language].totals;
  const row = (label: string, amount: string): PrintableTotal => ({
    label,
    value: formatMoney(amount, document),
    emphasis: "normal",
  });
  return [
    ...(charges.length === 0 ? [] : [row(labels.lineNetTotal, totals.lineNetTotal)]),
    ...charges.map((charge) => row(chargeLabel(charge, language), charge.amount)),
    row(labels.totalWithoutVat, totals.totalWithoutVat),
    row(vatLabel(document), totals.vatTotal),
    { ...row(labels.totalWithVat, totals.totalWithVat), emphasis: "strong" },
    ...(isNothing(totals.roundingAmount)
      ? []
      : [row(labels.roundingAmount, totals.roundingAmount)]),
    ...settlement(document),
  ];
}

/** What was paid and what is left: "Betaald" alone once nothing is due. */
function settlement(document: Content): readonly PrintableTotal[] {
  const { paidAmount, amountDue } = document.totals;
  const labels = LABELS[document.language].totals;
  if (isNothing(amountDue)) {
    const value = formatMoney(paidAmount, document);
    return [{ label: labels.paidAmount, value, emphasis: "settled" }];
  }
  const paid = {
    label: labels.paidAmount,
    value: formatMoney(`-${paidAmount}`, document),
    emphasis: "normal",
  } as const;
  const isOverpaid = amountDue.startsWith("-");
  return [
    ...(isNothing(paidAmount) ? [] : [paid]),
    {
      label: isOverpaid ? labels.inBuyersFavour : labels.amountDue,
      value: formatMoney(amountDue.replace(/^-/, ""), document),
      emphasis: isOverpaid ? "settled" : "due",
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

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
