import type { Credit, Take } from "./credit.ts";
import type { DocumentPart } from "./document-parts.ts";
import type { Remaining } from "./remaining.ts";
import { sharedByAmount } from "./share-by-treatment.ts";
import { withinTreatments } from "./within-treatments.ts";

/** All that is left, line by line, as it was invoiced; only what no line has left any more, by amount. */
export function takeAll(remaining: Remaining): Pick<Credit, "takes" | "extras"> {
  const all = remaining.parts
    .filter((part) => part.withVat.minor !== 0n || isFree(part))
    .map((part): Take => ({ part, quantity: part.quantity, withVat: part.withVat }));
  const takes = withinTreatments(all, remaining);
  return { takes, extras: sharedByAmount("all", takes, remaining) };
}

/** Was invoiced for nothing; not a line whose price was credited before. */
const isFree = ({ source, quantity }: DocumentPart): boolean =>
  "line" in source && !quantity.eq(0) && !/[1-9]/.test(source.line.lineAmountWithVat);
