import { aBuyer, aDraft, BERLIN, creditOf, deliveredTo, DUTCH_SELLER } from "../test-support.ts";
import { CREDIT_NOTE_RULES } from "./credit-note-rules.ts";
import { itFires, itIsSilent, withTotals } from "./test-support.ts";

itFires(CREDIT_NOTE_RULES, [
  [
    "NL-R-001",
    "error",
    "precedingInvoice.number",
    () => creditOf(aDraft({ seller: DUTCH_SELLER }), { precedingInvoice: null }),
  ],
  [
    "ART-219",
    "error",
    "precedingInvoice.number",
    () => creditOf(aDraft(), { precedingInvoice: { number: " ", issueDate: null } }),
  ],
  [
    "DOCKET-NOTHING-CREDITED",
    "error",
    "totals.totalWithVat",
    () => creditOf(withTotals({ totalWithVat: "0.00" })()),
  ],
  ["BE-KB4-4", "error", "legalMentions", () => creditOf(aDraft(), { legalMentions: [] })],
]);

itIsSilent([
  [
    "a private person in Germany, who deducts nothing in Belgium",
    () =>
      creditOf(aDraft({ buyer: aBuyer({}, BERLIN), deliverTo: deliveredTo(BERLIN) }), {
        legalMentions: [],
      }),
  ],
]);
