import { liquidText } from "#adapters/text/liquid";
import type { FillText } from "#domain/document";
import { textVariables } from "#domain/presentation";
import { report } from "./report.ts";

const { fill } = liquidText((problem) => report("text", problem.message));

/** A merchant's text with its placeholders filled in; a broken text leaves a gap and never stops a document. */
export const fillText: FillText = (template, document) => fill(template, textVariables(document));
