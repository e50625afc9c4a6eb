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
      `There is no placeholder {{ ${unknown} }}. Use one of: ${TEXT_PLACEHOLDERS.join(", ")}.`,
    ),
  );
}

/** A placeholder, or what Liquid reads off its text, such as `buyer.name.size`. */
const isKnown = (name: string): boolean =>
  TEXT_PLACEHOLDERS.some((known) => name === known || name.startsWith(`${known}.`));
