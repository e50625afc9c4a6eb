export { judge, type RuleFinding } from "./judge.ts";
export { locateRules, type Rules } from "./locate-rules.ts";
export { ruleSetsFor, RULE_SETS, type RuleSet } from "./rule-sets.ts";
