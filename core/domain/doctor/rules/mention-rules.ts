import type { Words } from "../fill-words.ts";
import { hitIf, type Rule } from "../rule.ts";

/** Docket writes these itself, so only a mistake of ours can break them. */
const OUR_MISTAKE: Words = {
  nl: "Op dit document ontbreekt een vermelding die de btw-wet vraagt. Dat is een fout van Docket, niet van u. Meld het ons met het nummer van de bestelling.",
  fr: "Il manque sur ce document une mention exigée par la loi sur la TVA. C’est une erreur de Docket, pas la vôtre. Signalez-la-nous avec le numéro de la commande.",
  de: "Auf diesem Beleg fehlt eine Angabe, die das Umsatzsteuerrecht verlangt. Das ist ein Fehler von Docket, nicht von Ihnen. Melden Sie ihn uns mit der Bestellnummer.",
  en: "This document lacks words that VAT law asks for. That is a mistake of Docket's, not yours. Report it to us with the order number.",
};

const EXEMPT = [
  ["E", "BR-E-10"],
  ["AE", "BR-AE-10"],
  ["K", "BR-IC-10"],
  ["G", "BR-G-10"],
  ["O", "BR-O-10"],
] as const;
const TAXED = [
  ["S", "BR-S-10"],
  ["Z", "BR-Z-10"],
] as const;

/** The words that follow from the treatments: there where they must be, and nowhere else. */
export const MENTION_RULES: readonly Rule[] = [
  ...EXEMPT.map(([category, ruleId]): Rule => ({
    ruleId,
    severity: "error",
    mendAt: null,
    check: ({ document: { vatBreakdown }, reasons }) => {
      const index = vatBreakdown.findIndex(
        (row) => row.category === category && !row.exemption?.code && !row.exemption?.text,
      );
      // What is undecided has no words yet, and a rule of its own.
      return hitIf(index >= 0 && !reasons.has("undecided"), `vatBreakdown[${index}].exemption`);
    },
    words: OUR_MISTAKE,
  })),
  ...TAXED.map(([category, ruleId]): Rule => ({
    ruleId,
    severity: "error",
    mendAt: null,
    check: ({ document: { vatBreakdown } }) => {
      const index = vatBreakdown.findIndex(
        (row) => row.category === category && row.exemption !== null,
      );
      return hitIf(index >= 0, `vatBreakdown[${index}].exemption`);
    },
    words: OUR_MISTAKE,
  })),
  {
    ruleId: "ART-226-11A",
    severity: "error",
    mendAt: null,
    check: ({ document: { legalMentions }, categories }) =>
      hitIf(categories.has("AE") && legalMentions.length === 0, "legalMentions"),
    words: OUR_MISTAKE,
  },
];
