import { expect, test } from "vitest";
import { errorsOfRule, freeRuleId, putRule } from "./change-rules.ts";

const rule = {
  isActive: true,
  kind: "invoice",
  event: "orderPaid",
  when: "always",
  journalId: "invoices",
  delivery: "send",
} as const;

test("a rule is replaced where it stands, a new one added with an id of its own", () => {
  const rules = [
    { ...rule, ruleId: "a" },
    { ...rule, ruleId: "rule-3" },
  ];
  const changed = putRule(rules, "a", { ...rule, delivery: "draft" });
  expect(changed.index).toBe(0);
  expect(changed.rules.map(({ delivery }) => delivery)).toEqual(["draft", "send"]);
  const added = putRule(rules, "new", rule);
  expect(added.index).toBe(2);
  expect(added.rules[2]?.ruleId).toBe("rule-4");
  expect(freeRuleId([])).toBe("rule-1");
});

test("errors of the rule are shown at its fields, others stay", () => {
  expect(errorsOfRule({ "rules.12.kind": "no", "rules.1.kind": "other" }, 12)).toEqual({
    "rule.kind": "no",
    "rules.1.kind": "other",
  });
});
