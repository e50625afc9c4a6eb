import { modulo97 } from "./identifiers.ts";

const MOST_CHARACTERS = 21;

/**
 * ISO 11649 creditor reference of a text's letters and digits, such as RF18539007547034; of a longer text the last 21, where
 * numbers differ. "" when it has none.
 */
export function rfReference(text: string): string {
  const reference = text
    .normalize("NFKD") // é → e
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(-MOST_CHARACTERS);
  if (reference === "") return "";
  return `RF${String(98 - modulo97(`${reference}RF00`)).padStart(2, "0")}${reference}`;
}

/** ISO 11649: the reference with RF and its check digits behind it is 1 modulo 97. Banks print it in groups of four. */
export function isRfReference(text: string): boolean {
  const compacted = text.replace(/\s/g, "").toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(compacted)) return false;
  return modulo97(compacted.slice(4) + compacted.slice(0, 4)) === 1;
}
