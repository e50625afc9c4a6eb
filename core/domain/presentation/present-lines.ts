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
import type { VatTreatment } from "#domain/tax";
import { formatMoney, formatNumber, formatPercent } from "./formats.ts";
import { LABELS } from "./labels/index.ts";
import type { PrintableDocument, PrintableLine } from "./printable-document.ts";

/** How amounts are written: what every part of a document needs to know. */
interface MoneyStyle {
  readonly currency: CurrencyCode;
  readonly language: Language;
}

type Content = Pick<
  Document,
  | "kind"
  | "currency"
  | "language"
  | "lines"
  | "vatBreakdown"
  | "vatInOwnCurrency"
  | "pricesIncludeVat"
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
    vat: showsPrices ? formatVat(line.vat, document.language) : "",
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

/** BG-23, as a small table. */
export function presentVatTable(document: Content): PrintableDocument["vatTable"] {
  const { showsPrices } = KIND_FACTS[document.kind];
  return {
    columns: LABELS[document.language].vatTable,
    rows: (showsPrices ? document.vatBreakdown : []).map((entry) => ({
      rate: formatVat(entry, document.language),
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
