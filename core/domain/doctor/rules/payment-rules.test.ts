import { freezeDocument } from "#domain/document";
import { aDraft, UNPAID } from "../test-support.ts";
import { PAYMENT_RULES } from "./payment-rules.ts";
import { itFires, itIsSilent } from "./test-support.ts";

const frozen = (draft = aDraft(UNPAID)) =>
  freezeDocument(draft, { number: "1", issueDate: "2026-11-20" }, () => "");

itFires(PAYMENT_RULES, [
  ["BR-61", "warning", "seller.iban", () => aDraft({ ...UNPAID, seller: { iban: "" } })],
  [
    "BR-CO-25",
    "error",
    "dueDate",
    () => ({
      ...freezeDocument(aDraft(UNPAID), { number: "1", issueDate: "2026-11-20" }, () => ""),
      dueDate: null,
    }),
  ],
]);

itIsSilent([
  ["a draft, which gets its due date with its number", () => aDraft(UNPAID)],
  ["an unpaid invoice", () => frozen()],
  ["a paid invoice of a seller without an account", () => aDraft({ seller: { iban: "" } })],
]);
