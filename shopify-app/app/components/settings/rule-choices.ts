import type { DocumentKind, Rule } from "#domain/merchant";

type RuleValues = Omit<Rule, "ruleId">;

/** A rule for another kind. Its journal follows, unless the merchant chose one that is not the kind's own. */
export function changeKind(
  rule: RuleValues,
  kind: DocumentKind,
  journalOfKind: Readonly<Record<DocumentKind, string>>,
): RuleValues {
  const isOwnJournal = rule.journalId === journalOfKind[rule.kind];
  return { ...rule, kind, journalId: isOwnJournal ? journalOfKind[kind] : rule.journalId };
}

/** Why no order can ever meet the rule; null when one can. */
export function whyImpossible(rule: {
  readonly event?: unknown;
  readonly kind?: unknown;
  readonly when?: unknown;
}): "paidOrder" | "receipt" | null {
  if (rule.when !== "toBePaid") return null;
  if (rule.event === "orderPaid") return "paidOrder";
  return rule.kind === "receipt" ? "receipt" : null;
}
