import { chargedTotal, type Document, type DraftDocument } from "#domain/document";
import type { Language } from "#domain/merchant";
import { decimal } from "#domain/money";
import { fillWords, type Words } from "./fill-words.ts";
import { amountIn } from "./localised-values.ts";
import type { Hit } from "./rule.ts";

/** Where the cents of the rounding amount (BT-114) come from; for invoices and credit notes alike. */
export const ROUNDING_WORDS: Words = {
  nl: "De winkel telde {charged}, maar de som van dit document is {total}: de btw wordt één keer per tarief berekend, en contant geld wordt soms afgerond. De afronding van {rounding} brengt het op precies wat de winkel telde.",
  fr: "La boutique a compté {charged}, mais la somme de ce document est {total} : la TVA est calculée une fois par taux, et l’argent liquide est parfois arrondi. L’arrondi de {rounding} la ramène à exactement ce que la boutique a compté.",
  de: "Der Shop hat {charged} gezählt, aber die Summe dieses Belegs ist {total}: Die Umsatzsteuer wird einmal je Satz berechnet, und Bargeld wird manchmal gerundet. Die Rundung von {rounding} bringt sie auf genau das, was der Shop gezählt hat.",
  en: "The shop counted {charged}, but this document adds up to {total}: VAT is computed once per rate, and cash is sometimes rounded. The rounding of {rounding} brings it to exactly what the shop counted.",
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
