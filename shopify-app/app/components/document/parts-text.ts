import { documentWords } from "../../wording/document.ts";
import { plural } from "../../wording/words.ts";

const MOST_PARTS = 4;

/** The names, as far as a person reads on. */
export function partsText(parts: readonly string[]): string {
  const left = parts.length - MOST_PARTS;
  return left <= 1
    ? parts.join(", ")
    : `${parts.slice(0, MOST_PARTS).join(", ")} ${documentWords.vat.andMore(plural(left, "other"))}`;
}
