import type { DraftDocument } from "../document.ts";

type Breakdown = DraftDocument["vatBreakdown"];
type Mentioning = Pick<DraftDocument, "vatBreakdown" | "legalMentions">;

/** What the documents say of this breakdown; what they say of other exemptions is left out. */
export function mentionsAbout(
  breakdown: Breakdown,
  documents: readonly Mentioning[],
): readonly string[] {
  const mine = textsOf(breakdown);
  const others = textsOf(documents.flatMap(({ vatBreakdown }) => vatBreakdown));
  const mentions = documents
    .flatMap(({ legalMentions }) => legalMentions)
    .filter((mention) => isAmong(mention, mine) || !isAmong(mention, others));
  return [...new Set(mentions)];
}

const textsOf = (breakdown: Breakdown): readonly string[] =>
  breakdown.flatMap(({ exemption }) => (exemption === null ? [] : [exemption.text]));

/** One row can hold several exemptions, told together. */
const isAmong = (mention: string, texts: readonly string[]): boolean =>
  texts.some((text) => text.includes(mention));
