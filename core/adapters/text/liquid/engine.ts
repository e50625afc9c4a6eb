import { Liquid, LiquidError } from "liquidjs";
import type { Problem } from "#domain/result";

export type TextProblem = Problem<"text-invalid">;

/** A text fills part of a page or a mail; whoever writes more than this made a mistake, or an attack. */
export const MAX_OUTPUT_CHARACTERS = 20_000;
const MAX_TEMPLATE_CHARACTERS = 10_000;

/** Tags that read other files. */
const FILE_TAGS = ["include", "render", "layout", "block"];

/** Liquid with nothing but text in it: no files, no reach into prototypes; bounded in memory and time. */
function textEngine({ strictFilters }: { readonly strictFilters: boolean }): Liquid {
  const engine = new Liquid({
    strictFilters,
    strictVariables: false,
    ownPropertyOnly: true,
    templates: {},
    locale: "en",
    timezoneOffset: 0,
    memoryLimit: 100_000,
    renderLimit: 1000,
  });
  for (const tag of FILE_TAGS) Reflect.deleteProperty(engine.tags, tag);
  return engine;
}

/** An unknown name or filter leaves a gap, so that a document never waits for one. */
export const fillingEngine = textEngine({ strictFilters: false });

export const checkingEngine = textEngine({ strictFilters: true });

/** One sentence with the line to look at. A template can bring about any error, so none of them is thrown on. */
export function textProblem(error: unknown): TextProblem {
  const [reason = ""] = String(error instanceof Error ? error.message : error).split(
    /, (?:file:|line:)/,
  );
  const line = LiquidError.is(error) ? (error.token.getPosition()[0] ?? 1) : 1;
  return invalid(`Line ${line}: ${reason}`);
}

export const invalid = (message: string): TextProblem => ({ code: "text-invalid", message });

/** Longer texts are refused before they are read. */
export const tooLong = (template: string): TextProblem | null =>
  template.length <= MAX_TEMPLATE_CHARACTERS
    ? null
    : invalid(`The text is longer than ${MAX_TEMPLATE_CHARACTERS} characters.`);
