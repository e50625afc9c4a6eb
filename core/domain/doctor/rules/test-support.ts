import { expect, it } from "vitest";
import type { Document, DraftDocument } from "#domain/document";
import { examine } from "../examined.ts";
import { examineDocument, type Severity } from "../index.ts";
import type { Rule } from "../rule.ts";
import { aDraft, UNTAXED } from "../test-support.ts";

type AnyDocument = Document | DraftDocument;

/** A document on which a rule fires, and on which of its fields. */
export type Case = readonly [
  rule: string,
  severity: Severity,
  field: string,
  document: () => AnyDocument,
];

/** Each case is found, each rule has a case, and all that is found is said in four languages with its values in place. */
export function itFires(rules: readonly Rule[], cases: readonly Case[]): void {
  it.each(cases)("fires: %s, %s: %s", (...[ruleId, severity, field, document]) => {
    const findings = examineDocument(document());
    const found = findings.map((each) => [each.ruleId, each.severity, each.field]);
    expect(found).toContainEqual([ruleId, severity, field]);
    for (const { message } of findings) {
      expect(Object.keys(message)).toEqual(["nl", "fr", "de", "en"]);
      for (const sentence of Object.values(message)) {
        expect(sentence).toMatch(/^\S.{40,}\.$/);
        expect(sentence).not.toMatch(/[{}[\]]|undefined|NaN|“”|„“|« »|\(\)| {2}/);
      }
    }
  });

  it("fires, each rule at least once", () => {
    const examined = cases.map(([, , , document]) => examine(document()));
    const silent = rules.filter(({ check }) => !examined.some((each) => check(each).length > 0));
    expect(silent.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual([]);
  });
}

/** No finding of any rule, but for those named. */
export function itIsSilent(
  cases: readonly (readonly [string, () => AnyDocument, ...string[]])[],
): void {
  for (const [name, document, ...others] of cases) {
    it(`is silent about ${name}`, () => {
      expect(examineDocument(document()).map(({ ruleId }) => ruleId)).toEqual(others);
    });
  }
}

export const withTotals = (changes: Partial<DraftDocument["totals"]>) => (): DraftDocument => {
  const draft = aDraft();
  return { ...draft, totals: { ...draft.totals, ...changes } };
};

export const withFirstLine =
  (changes: Partial<DraftDocument["lines"][number]>, draft = aDraft()) =>
  (): DraftDocument => ({
    ...draft,
    lines: draft.lines.map((line, index) => (index === 0 ? { ...line, ...changes } : line)),
  });

export const withBreakdown =
  (changes: Partial<DraftDocument["vatBreakdown"][number]>, draft = aDraft()) =>
  (): DraftDocument => ({
    ...draft,
    vatBreakdown: draft.vatBreakdown.map((row) => ({ ...row, ...changes })),
  });

type Untaxed = "E" | "AE" | "K" | "G" | "O";

/** The untaxed mug, as if it had been decided so. */
export function decided(category: Untaxed, draft = aDraft(UNTAXED)): DraftDocument {
  const vat = { category, ratePercent: "0", exemptionReason: "exempt" } as const;
  const exemption = { code: "", text: "why" };
  const line = withFirstLine({ vat }, { ...draft, legalMentions: ["why"] });
  return withBreakdown({ category, exemption }, line())();
}
