export { checkText } from "./check-text.ts";
export { fillText, liquidText } from "./fill-text.ts";
