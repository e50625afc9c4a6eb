import type { Finding } from "#domain/doctor";
import type { DocumentKind } from "#domain/merchant";
import { kindNames, plural } from "./words.ts";

/** What the document doctor found, and what to do about it. */
export const findingsWords = {
  title: "Check",
  none: "Checked against the law and the rules of e-invoicing: nothing to mend.",
  severities: {
    error: "Must be mended",
    warning: "Look at this",
    info: "Good to know",
  } satisfies Record<Finding["severity"], string>,
  mend: "Mend it",
  rule: (ruleId: string) => `Rule ${ruleId}`,
  check: "Check again",
  checking: "Reading the order again…",
  checked: "Checked again",
  refused: {
    title: (kind: DocumentKind) => `This ${kindNames[kind].toLowerCase()} cannot be issued yet`,
    text: (errors: number) =>
      `${plural(errors, "thing")} must be mended first, so that it is right by law. It stays a draft meanwhile and takes no number.`,
  },
};
