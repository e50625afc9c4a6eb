import { isRounded, ROUNDING_WORDS, roundingValues } from "../explain-rounding.ts";
import { hitIf, type Rule } from "../rule.ts";
import { BORDER_RULES } from "./border-rules.ts";
import { BUYER_RULES } from "./buyer-rules.ts";
import { CREDIT_NOTE_RULES } from "./credit-note-rules.ts";
import { CURRENCY_RULES } from "./currency-rules.ts";
import { DUTCH_RULES } from "./dutch-rules.ts";
import { GERMAN_RULES } from "./german-rules.ts";
import { LINE_RULES } from "./line-rules.ts";
import { MENTION_RULES } from "./mention-rules.ts";
import { PAYMENT_RULES } from "./payment-rules.ts";
import { PEPPOL_RULES } from "./peppol-rules.ts";
import { SELLER_RULES } from "./seller-rules.ts";
import { SUM_RULES } from "./sum-rules.ts";
import { TREATMENT_RULES } from "./treatment-rules.ts";
import { VAT_CHECK_RULES } from "./vat-check-rules.ts";
import { VAT_NUMBER_RULES } from "./vat-number-rules.ts";

const ROUNDING_RULE: Rule = {
  ruleId: "DOCKET-ROUNDING",
  severity: "info",
  mendAt: null,
  holdsForReceipts: true,
  check: ({ document }) =>
    hitIf(isRounded(document), "totals.roundingAmount", roundingValues(document)),
  words: ROUNDING_WORDS,
};

/** Who sells what to whom. A credit note has all of it from its invoice. */
export const RULES_OF_THE_SALE: readonly Rule[] = [
  ...SELLER_RULES,
  ...BUYER_RULES,
  ...VAT_NUMBER_RULES,
  ...VAT_CHECK_RULES,
  ...TREATMENT_RULES,
  ...MENTION_RULES,
  ...BORDER_RULES,
  ...CURRENCY_RULES,
  ...PEPPOL_RULES,
  ...DUTCH_RULES,
  ...GERMAN_RULES,
];

/** What a document says for itself: its lines and sums, how it is paid, what it credits. */
export const RULES_OF_THE_DOCUMENT: readonly Rule[] = [
  ...CREDIT_NOTE_RULES,
  ...LINE_RULES,
  ...SUM_RULES,
  ...PAYMENT_RULES,
  ROUNDING_RULE,
];
