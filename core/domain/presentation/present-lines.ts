import type { Document, DocumentAllowance, DocumentCharge, DocumentLine } from "#domain/document";
import { KIND_FACTS, type Language } from "#domain/merchant";
import {
  decimal,
  formatAmount,
  minorDigits,
  roundToMoney,
  sumOf,
  type CurrencyCode,
} from "#domain/money";
import { vatKey, type ExemptionReason, type VatTreatment } from "#domain/tax";
import { formatMoney, formatNumber, formatPercent } from "./formats.ts";
import { LABELS } from "./labels/index.ts";
import type { PrintableDocument, PrintableLine } from "./printable-document.ts";

/** How amounts are written: what every part of a document needs to know. */
interface MoneyStyle {
  readonly currency: CurrencyCode;
  readonly language: Language;
}

type VatRow = Document["vatBreakdown"][number];

type Content = Pick<
  Document,
  | "kind"
  | "currency"
  | "language"
  | "lines"
  | "vatBreakdown"
  | "vatInOwnCurrency"
  | "pricesIncludeVat"
  | "charges"
  | "allowances"
>;

export function presentLines(document: Content): readonly PrintableLine[] {
  const { showsPrices } = KIND_FACTS[document.kind];
  return document.lines.map((line, index) => ({
    position: String(index + 1),
    name: line.itemName,
    details: [
      line.options.filter((option) => option.trim() !== "").join(" · "),
      ...skuDetail(line, document.language),
      ...(showsPrices ? discountDetails(line, document) : []),
    ].filter((detail) => detail.trim() !== ""),
    quantity: formatNumber(line.quantity, document.language),
    unitPrice: showsPrices ? formatUnitPrice(line, document) : "",
    vat: showsPrices ? formatTreatment(line.vat, document.language) : "",
    amount: showsPrices ? formatMoney(line.lineNetAmount, document) : "",
    amountWithVat:
      showsPrices && document.pricesIncludeVat ? formatMoney(line.lineAmountWithVat, document) : "",
  }));
}

const skuDetail = ({ sku }: DocumentLine, language: Language): readonly string[] =>
  sku === "" ? [] : [`${LABELS[language].sku} ${sku}`];

const discountDetails = (line: DocumentLine, style: MoneyStyle): readonly string[] =>
  line.allowances.map(({ reason, amount }) =>
    LABELS[style.language].discount(reason, formatMoney(`-${amount}`, style)),
  );

/** Digits beyond the currency's own for a price without VAT that is not a whole number of cents. */
const EXTRA_PRICE_DIGITS = 2;

/** In whole minor units where quantity × price − discounts then still gives the amount on the page; else more exactly. */
function formatUnitPrice(line: DocumentLine, style: MoneyStyle): string {
  const rounded = formatAmount(roundToMoney(decimal(line.unitPriceNet), style.currency));
  const amount = decimal(rounded)
    .times(line.quantity)
    .minus(sumOf(line.allowances.map((allowance) => decimal(allowance.amount))));
  const addsUp = formatAmount(roundToMoney(amount, style.currency)) === line.lineNetAmount;
  return addsUp
    ? formatMoney(rounded, style)
    : formatMoney(line.unitPriceNet, style, minorDigits(style.currency) + EXTRA_PRICE_DIGITS);
}

/** "21 %", or why there is no rate. */
export function formatVat(
  { category, ratePercent }: Pick<VatTreatment, "category" | "ratePercent">,
  language: Language,
): string {
  switch (category) {
    case "S":
    case "Z":
      return formatPercent(ratePercent, language);
    case "E":
    case "AE":
    case "K":
    case "G":
    case "O":
      return LABELS[language].vatCategories[category];
  }
}

/** Outside the scope of VAT, though EN 16931 has them under E where they stand beside other sales (BR-O-11). */
const OUTSIDE_SCOPE: readonly ExemptionReason[] = ["voucher", "tip", "duty", "foreignService"];

const isOutsideScope = (vat: VatTreatment): boolean =>
  "exemptionReason" in vat && OUTSIDE_SCOPE.includes(vat.exemptionReason);

const formatTreatment = (vat: VatTreatment, language: Language): string =>
  isOutsideScope(vat) ? LABELS[language].vatCategories.O : formatVat(vat, language);

/** What a row is called by all that stands in it. */
function rowLabel(entry: VatRow, { lines, charges, allowances, language }: Content): string {
  const treatments = [...lines, ...charges, ...allowances]
    .map(({ vat }) => vat)
    .filter((vat) => vatKey(vat) === vatKey(entry));
  const isOutside = treatments.length > 0 && treatments.every(isOutsideScope);
  return isOutside ? LABELS[language].vatCategories.O : formatVat(entry, language);
}

/** BG-23, as a small table. */
export function presentVatTable(document: Content): PrintableDocument["vatTable"] {
  const { showsPrices } = KIND_FACTS[document.kind];
  return {
    columns: LABELS[document.language].vatTable,
    rows: (showsPrices ? document.vatBreakdown : []).map((entry) => ({
      rate: rowLabel(entry, document),
      taxableAmount: formatMoney(entry.taxableAmount, document),
      taxAmount: formatMoney(entry.taxAmount, document),
    })),
    inOwnCurrency: showsPrices ? vatInOwnCurrency(document) : "",
  };
}

/** "Btw in EUR: € 12,34 (1 USD = 0,92 EUR)": the rate too, so that a reader can follow the sum (Art. 91, 230). */
function vatInOwnCurrency({ vatInOwnCurrency: own, currency, language }: Content): string {
  if (own === null) return "";
  const rate = `1 ${currency} = ${formatNumber(own.exchangeRate, language)} ${own.currency}`;
  return LABELS[language].vatInCurrency(
    own.currency,
    formatMoney(own.vatTotal, { currency: own.currency, language }),
    rate.replaceAll(" ", "\u00a0"),
  );
}

/** The shop's own name for it. A shipping method such as "Standard" says too little alone. */
export function chargeLabel({ type, name }: DocumentCharge, language: Language): string {
  const label = LABELS[language].charges[type];
  if (name.trim() === "") return label;
  const saysIt = type !== "shipping" || name.toLowerCase().includes(label.toLowerCase());
  return saysIt ? name : `${label} (${name})`;
}

/** As the shop or the merchant calls it, or else by its type. */
export const allowanceLabel = ({ type, name }: DocumentAllowance, language: Language): string =>
  name.trim() === "" ? LABELS[language].allowances[type] : name;
