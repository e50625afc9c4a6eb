import { vatKey } from "#domain/tax";
import type { DraftDocument } from "../document.ts";

type Breakdown = DraftDocument["vatBreakdown"];
type Mentioning = Pick<DraftDocument, "vatBreakdown" | "legalMentions">;

/** What the documents say of the rows of this breakdown; what they say of other rows only is left out. */
export function mentionsAbout(
  breakdown: Breakdown,
  documents: readonly Mentioning[],
): readonly string[] {
  const keys = new Set(breakdown.map(vatKey));
  const mine = textsOf(breakdown);
  const others = textsOf(
    documents.flatMap(({ vatBreakdown }) => vatBreakdown).filter((row) => !keys.has(vatKey(row))),
  );
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
