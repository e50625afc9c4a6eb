import type { Rule } from "#domain/merchant";

/** An id that none of the rules has. */
export function freeRuleId(rules: readonly Pick<Rule, "ruleId">[]): string {
  const taken = new Set(rules.map(({ ruleId }) => ruleId));
  let count = rules.length + 1;
  while (taken.has(`rule-${count}`)) count += 1;
  return `rule-${count}`;
}

/** The rules with this one replaced, or added at the end. `index` is where it stands, as error paths count. */
export function putRule(
  rules: readonly Rule[],
  ruleId: string,
  rule: Omit<Rule, "ruleId">,
): { readonly rules: readonly Rule[]; readonly index: number } {
  const found = rules.findIndex((each) => each.ruleId === ruleId);
  if (found === -1) {
    return { rules: [...rules, { ...rule, ruleId: freeRuleId(rules) }], index: rules.length };
  }
  return { rules: rules.toSpliced(found, 1, { ...rule, ruleId }), index: found };
}

/** `rules.3.kind` becomes `rule.kind`: the screen shows one rule. */
export const errorsOfRule = (
  fieldErrors: Readonly<Record<string, string>>,
  index: number,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldErrors).map(([path, message]) => [
      path.replace(new RegExp(`^rules\\.${index}\\.`), "rule."),
      message,
    ]),
  );
