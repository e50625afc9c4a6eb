import { expect, test } from "vitest";
import { errorsOfRule, freeRuleId, putRule } from "./change-rules.server.ts";

const rule = (ruleId: string) => ({
  ruleId,
  isActive: true,
  kind: "invoice" as const,
  event: "orderPaid" as const,
  when: "always" as const,
  journalId: "invoices",
  delivery: "send" as const,
});

test("a known rule is replaced where it stands and keeps its id", () => {
  const put = putRule([rule("a"), rule("b")], "b", { kind: "receipt", ruleId: "a" });
  expect(put).toEqual({ rules: [rule("a"), { kind: "receipt", ruleId: "b" }], index: 1 });
});

test("a new rule is added with an id of its own", () => {
  const put = putRule([rule("rule-2")], "new", { kind: "receipt" });
  expect(put).toEqual({ rules: [rule("rule-2"), { kind: "receipt", ruleId: "rule-3" }], index: 1 });
  expect(freeRuleId([])).toBe("rule-1");
});

test("errors are told of the one rule on the page", () => {
  expect(errorsOfRule({ "rules.1.journalId": "no such journal", journals: "keep one" }, 1)).toEqual(
    {
      "rule.journalId": "no such journal",
      journals: "keep one",
    },
  );
});
