import { TEXT_PLACEHOLDERS } from "#domain/presentation";
import { failed, ok, type Result } from "#domain/result";
import { checkingEngine, invalid, textProblem, tooLong, type TextProblem } from "./engine.ts";

/**
 * Checks a text while a merchant writes it: its syntax, its filters, and that each placeholder exists. Gives the
 * placeholders it uses. Names that the text makes itself (assign, for) are its own.
 */
export function checkText(template: string): Result<readonly string[], TextProblem> {
  const problem = tooLong(template);
  if (problem !== null) return failed(problem);
  let used: string[];
  try {
    used = checkingEngine
      .globalVariableSegmentsSync(checkingEngine.parse(template), { partials: false })
      .map((segments) => segments.map(String).join("."));
  } catch (error) {
    return failed(textProblem(error));
  }
  const unknown = used.find((name) => !isKnown(name));
  if (unknown === undefined) return ok(used);
  return failed(
    invalid(
      `There is no placeholder {{ ${unknown} }}. The nearest is {{ ${nearestTo(unknown)} }}; there are ${TEXT_PLACEHOLDERS.length - 1} others.`,
    ),
  );
}

const nearestTo = (name: string): string =>
  TEXT_PLACEHOLDERS.toSorted((a, b) => editDistance(name, a) - editDistance(name, b))[0] ?? "";

/** How many characters to add, drop or change to make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, character] of Array.from(from.slice(0, 100)).entries()) {
    const next = [at + 1];
    for (const [index, other] of Array.from(to).entries()) {
      const changed = (row[index] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** A placeholder, or what Liquid reads off its text, such as `buyer.name.size`. */
const isKnown = (name: string): boolean =>
  TEXT_PLACEHOLDERS.some((known) => name === known || name.startsWith(`${known}.`));
