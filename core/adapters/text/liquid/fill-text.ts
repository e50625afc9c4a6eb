import type { TextVariables } from "#domain/presentation";
import { failed, ok, type Result } from "#domain/result";
import {
  fillingEngine,
  invalid,
  MAX_OUTPUT_CHARACTERS,
  textProblem,
  tooLong,
  type TextProblem,
} from "./engine.ts";

/** Fills the placeholders of a merchant's text. The result is plain text: whoever shows it escapes it. */
export function fillText(template: string, variables: TextVariables): Result<string, TextProblem> {
  const problem = tooLong(template);
  if (problem !== null) return failed(problem);
  try {
    const filled = String(fillingEngine.parseAndRenderSync(template, variables));
    if (filled.length <= MAX_OUTPUT_CHARACTERS) return ok(filled);
    return failed(invalid(`The text becomes longer than ${MAX_OUTPUT_CHARACTERS} characters.`));
  } catch (error) {
    return failed(textProblem(error));
  }
}

/** `fallback` is what stands there when the template is broken: "" unless given. */
export type Fill = (template: string, variables: TextVariables, fallback?: string) => string;

/** Filling that never stops a document: a broken text becomes its fallback, and `onProblem` hears why. */
export const liquidText = (
  onProblem: (problem: TextProblem) => void = () => {},
): { readonly fill: Fill } => ({
  fill(template, variables, fallback = "") {
    const filled = fillText(template, variables);
    if (filled.ok) return filled.value;
    onProblem(filled.problem);
    return fallback;
  },
});
