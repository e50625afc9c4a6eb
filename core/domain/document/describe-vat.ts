import type { Language, MerchantSettings } from "#domain/merchant";
import {
  decimal,
  decimalText,
  formatAmount,
  parseAmount,
  roundToMoney,
  toDecimal,
} from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import type { Seller } from "#domain/party";
import { vatCurrencyOf, vatKey, type VatTreatment } from "#domain/tax";
import type { PricedCharge, PricedLine } from "./charged-parts.ts";
import type { Amounts } from "./compute-amounts.ts";
import { isOssSale, taxedCountry } from "./decide-vat.ts";
import type { DraftDocument } from "./document.ts";
import { exemptionText, type ExemptionText } from "./exemption-texts.ts";

type Part = PricedLine | PricedCharge;

/** The breakdown with the words of its exemptions, and all of those words once. */
export function describeExemptions(
  breakdown: Amounts["vatBreakdown"],
  parts: readonly Pick<Part, "vat">[],
  { language, settings }: { readonly language: Language; readonly settings: MerchantSettings },
): Pick<DraftDocument, "vatBreakdown" | "legalMentions"> {
  const context = {
    language,
    seller: settings.seller.address,
    rule: settings.vat.untaxedSalesRule,
  };
  const textsOf = (treatments: readonly VatTreatment[]): readonly ExemptionText[] =>
    reasonsOf(treatments).map((reason) => exemptionText(reason, context));
  const entries = breakdown.map((entry) => {
    const mine = parts.map(({ vat }) => vat).filter((vat) => vatKey(vat) === vatKey(entry));
    return { entry, texts: textsOf(mine) };
  });
  const mentions = entries.flatMap(({ texts }) => texts.map(({ text }) => text));
  return {
    vatBreakdown: entries.map(({ entry, texts }) => ({ ...entry, exemption: inOne(entry, texts) })),
    legalMentions: [...new Set(mentions)].filter((text) => text !== ""),
  };
}

/** The words of a row as far as they are about these treatments; the whole row's where they cannot be told apart. */
export function narrowExemption(
  row: DraftDocument["vatBreakdown"][number],
  treatments: readonly VatTreatment[],
  context: Parameters<typeof exemptionText>[1],
): ExemptionText | null {
  if (row.exemption === null) return null;
  const whole = row.exemption.text;
  const texts = reasonsOf(treatments).map((reason) => exemptionText(reason, context));
  const areKnown =
    texts.length > 0 && texts.every(({ text }) => text !== "" && whole.includes(text));
  return areKnown ? inOne(row, texts) : row.exemption;
}

const reasonsOf = (treatments: readonly VatTreatment[]) => [
  ...new Set(treatments.flatMap((vat) => ("exemptionReason" in vat ? [vat.exemptionReason] : []))),
];

/** One row has one reason (BR-E-01, BR-E-10): several are told together, without a code. O has a code of its own. */
function inOne(
  { category }: Pick<Amounts["vatBreakdown"][number], "category">,
  texts: readonly ExemptionText[],
): ExemptionText | null {
  const [first] = texts;
  if (first === undefined) return null;
  const code = texts.length === 1 ? first.code : "";
  return {
    code: category === "O" ? "VATEX-EU-O" : code,
    text: texts.map(({ text }) => text).join("; "),
  };
}

/** The seller with the VAT number of the country whose VAT was charged, where there is a registration (Art. 226(3)). */
export function sellerFor(
  order: NormalisedOrder,
  parts: readonly Pick<Part, "vat">[],
  { seller, vat }: MerchantSettings,
): Seller {
  const isTaxed = parts.some((part) => part.vat.category === "S");
  const country = taxedCountry(order, seller);
  if (!isTaxed || country === "" || isOssSale(order, vat)) return seller;
  const registration = vat.registrations.find(({ countryCode }) => countryCode === country);
  return registration === undefined
    ? seller
    : { ...seller, vatIdentifier: registration.vatIdentifier };
}

/** BT-6 and BT-111 by the shop's own rate, when the seller's tax return is in another currency than the order (Art. 230). */
export function vatInOwnCurrency(
  { currency, exchange }: NormalisedOrder,
  vatTotal: string,
  { address }: Seller,
): DraftDocument["vatInOwnCurrency"] {
  const own = vatCurrencyOf(address.countryCode);
  if (own === "" || own === currency || exchange?.currency !== own) return null;
  const rate = decimal(exchange.rate);
  const converted = toDecimal(parseAmount(vatTotal, currency)).times(rate);
  return {
    currency: own,
    vatTotal: formatAmount(roundToMoney(converted, own)),
    exchangeRate: decimalText(rate),
  };
}
