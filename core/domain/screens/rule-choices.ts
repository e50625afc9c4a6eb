import type { DocumentKind, Rule } from "#domain/merchant";

type RuleValues = Omit<Rule, "ruleId">;

/**
 * A rule for another kind. Its journal follows, unless the merchant chose one that is not the kind's own, and a credit
 * note has one moment, which counts for all orders.
 */
export function changeKind(
  rule: RuleValues,
  kind: DocumentKind,
  journalOfKind: Readonly<Record<DocumentKind, string>>,
): RuleValues {
  const isOwnJournal = rule.journalId === journalOfKind[rule.kind];
  return {
    ...rule,
    kind,
    ...(kind === "creditNote" ? ({ event: "orderRefunded", when: "always" } as const) : {}),
    journalId: isOwnJournal ? journalOfKind[kind] : rule.journalId,
  };
}

type Impossible = "paidOrder" | "receipt" | "creditNote" | "refund";

/** Where the form says so. */
export const IMPOSSIBLE_AT = {
  paidOrder: "rule.when",
  receipt: "rule.when",
  creditNote: "rule.event",
  refund: "rule.kind",
} as const satisfies Readonly<Record<Impossible, `rule.${keyof RuleValues}`>>;

/** Why no order can ever meet the rule; null when one can. */
export function whyImpossible(rule: {
  readonly event?: unknown;
  readonly kind?: unknown;
  readonly when?: unknown;
}): Impossible | null {
  const isRefund = rule.event === "orderRefunded";
  if (rule.kind === "creditNote" && !isRefund) return "creditNote";
  if (rule.kind !== "creditNote" && isRefund) return "refund";
  if (rule.when !== "toBePaid") return null;
  if (rule.event === "orderPaid") return "paidOrder";
  return rule.kind === "receipt" ? "receipt" : null;
}
