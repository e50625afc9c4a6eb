import { chargedTotal, type Document, type DraftDocument } from "#domain/document";
import type { Language } from "#domain/merchant";
import { decimal } from "#domain/money";
import { fillWords, type Words } from "./fill-words.ts";
import { amountIn } from "./localised-values.ts";
import type { Hit } from "./rule.ts";

/** One line for the merchant: where the cents of the rounding amount (BT-114) come from. */
export const ROUNDING_WORDS: Words = {
  nl: "De winkel rekende {charged} aan. De btw, één keer per tarief berekend zoals de norm vraagt, brengt het totaal op {total}; de afronding van {rounding} maakt dat de klant precies betaalt wat de winkel vroeg.",
  fr: "La boutique a demandé {charged}. La TVA, calculée une fois par taux comme le veut la norme, porte le total à {total} ; l’arrondi de {rounding} fait que le client paie exactement ce que la boutique a demandé.",
  de: "Der Shop hat {charged} berechnet. Die Umsatzsteuer, wie die Norm es verlangt einmal je Satz berechnet, ergibt {total}; die Rundung von {rounding} sorgt dafür, dass der Kunde genau zahlt, was der Shop verlangt hat.",
  en: "The shop charged {charged}. VAT, computed once per rate as the standard asks, makes the total {total}; the rounding of {rounding} makes the customer pay exactly what the shop asked.",
};

type Rounded = Document | DraftDocument;

export const isRounded = ({ totals }: Rounded): boolean => !decimal(totals.roundingAmount).eq(0);

export const roundingValues = (document: Rounded): Hit["values"] => {
  const { totals, currency } = document;
  return {
    charged: amountIn(chargedTotal(document), currency),
    total: amountIn(totals.totalWithVat, currency),
    rounding: amountIn(totals.roundingAmount, currency),
  };
};

/** Why a document has a rounding amount, in one line for the merchant; null when it has none. */
export const explainRounding = (document: Rounded): Readonly<Record<Language, string>> | null =>
  isRounded(document) ? fillWords(ROUNDING_WORDS, roundingValues(document)) : null;
