import type { Document, DraftDocument } from "#domain/document";
import { KIND_FACTS, type DocumentKind } from "#domain/merchant";
import { examine } from "./examined.ts";
import { fillWords } from "./fill-words.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Hit, Rule } from "./rule.ts";
import { RULES_OF_THE_DOCUMENT, RULES_OF_THE_SALE } from "./rules/index.ts";

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const INVOICE_RULES = [...RULES_OF_THE_SALE, ...RULES_OF_THE_DOCUMENT];
/** What is wrong with the sale is told and refuses nothing. */
const TOLD_OF_THE_SALE = RULES_OF_THE_SALE.map((rule): Rule =>
  rule.severity === "error" ? { ...rule, severity: "warning" } : rule,
);
/** An issued invoice stays as it is: what is wrong with its sale must not keep its money from going back. */
const CREDIT_NOTE_RULES = [...TOLD_OF_THE_SALE, ...RULES_OF_THE_DOCUMENT];
/** The money came in, whatever is missing on the paper that says so. */
const RECEIPT_RULES = CREDIT_NOTE_RULES.filter(({ holdsForReceipts }) => holdsForReceipts);

function rulesFor(kind: DocumentKind): readonly Rule[] {
  if (kind === "receipt") return RECEIPT_RULES; // a simplified invoice (Art. 226b)
  if (!KIND_FACTS[kind].isFiscal) return [];
  return kind === "creditNote" ? CREDIT_NOTE_RULES : INVOICE_RULES;
}

/**
 * What the rules of EN 16931, Peppol BIS, VAT law and the Belgian, Dutch and German practice say of a document: errors first.
 * On a draft nothing is asked of number and dates, which come when it is issued. Once it is issued, advice on how its order could
 * be better comes too late.
 */
export function examineDocument(document: Document | DraftDocument): readonly Finding[] {
  const isMendable = !("number" in document) && document.kind !== "creditNote";
  const rules = rulesFor(document.kind).filter(({ isForDrafts }) => isMendable || !isForDrafts);
  if (rules.length === 0) return [];
  const examined = examine(document);
  return rules
    .flatMap((rule) => rule.check(examined).map((hit) => findingOf(rule, hit)))
    .toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}

const findingOf = ({ ruleId, severity, mendAt, words }: Rule, hit: Hit): Finding => ({
  ruleId,
  severity,
  field: hit.field,
  message: fillWords(words, hit.values),
  mendAt,
});
