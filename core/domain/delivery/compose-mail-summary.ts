import type { LabelledValue, PrintableDocument, PrintableTotal } from "#domain/presentation";

/** What a reader wants to know without opening the attachment. */
export interface MailSummary {
  /** "Factuur 2026-0042" */
  readonly heading: string;
  /** What stands under the title of the page. */
  readonly subtitle: readonly string[];
  readonly facts: readonly LabelledValue[];
  /** What is due, or that it is paid; null on a document without prices. */
  readonly total: PrintableTotal | null;
  readonly footer: readonly string[];
}

export function mailSummary(printable: PrintableDocument): MailSummary {
  const { title, number, subtitle, facts, totals, payment, seller } = printable;
  const [, ...factsAfterNumber] = facts;
  const [, ...paymentFacts] = payment?.facts ?? [];
  const known = new Set(factsAfterNumber.map(({ value }) => value));
  return {
    heading: `${title} ${number}`.trim(),
    subtitle,
    facts: [...factsAfterNumber, ...paymentFacts.filter(({ value }) => !known.has(value))],
    total: totals.at(-1) ?? null,
    footer: [[seller.name, ...seller.lines].filter((line) => line !== "").join(" · ")],
  };
}
