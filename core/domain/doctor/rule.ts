import type { Address } from "#domain/party";
import type { Examined } from "./examined.ts";
import type { Words, Value } from "./fill-words.ts";
import type { MendAt, Severity } from "./finding.ts";

/** Where a rule is broken, and what to name in its words. */
export interface Hit {
  readonly field: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A rule as data: what it is called, how bad it is, where to mend it, what it says, and when. */
export interface Rule {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly mendAt: MendAt;
  readonly words: Words;
  /** A receipt is a simplified invoice (Art. 226b) and is held to this rule too. */
  readonly holdsForReceipts?: boolean;
  /** Asks for something that only an order can mend: of no use once the invoice is issued, nor on a credit note. */
  readonly isForDrafts?: boolean;
  readonly check: (examined: Examined) => readonly Hit[];
}

/** One hit, or none. */
export const hitIf = (
  isBroken: boolean,
  field: string,
  values: Hit["values"] = {},
): readonly Hit[] => (isBroken ? [{ field, values }] : []);

/** A hit on the first of these lines of an address that is empty. An address that is not there at all is told elsewhere. */
export function hitOnFirstBlank(
  owner: "seller" | "buyer" | "deliverTo",
  address: Address | null,
  lines: readonly ("line1" | "city" | "postalCode")[],
): readonly Hit[] {
  const blank = lines.find((line) => address?.[line].trim() === "");
  return hitIf(blank !== undefined, `${owner}.address.${blank}`);
}

type CasedRule = Omit<Rule, "severity" | "check"> & {
  readonly check: (examined: Examined) => readonly Hit[];
  readonly isError: (examined: Examined) => boolean;
};

/** A rule that refuses some documents and only warns of others, in the same words. */
export const errorOrWarning = ({ isError, check, ...rule }: CasedRule): readonly Rule[] => [
  { ...rule, severity: "error", check: (examined) => (isError(examined) ? check(examined) : []) },
  { ...rule, severity: "warning", check: (examined) => (isError(examined) ? [] : check(examined)) },
];
