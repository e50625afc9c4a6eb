export { checkText } from "./check-text.ts";
export type { TextProblem } from "./engine.ts";
export { fillText, liquidText, type Fill } from "./fill-text.ts";
