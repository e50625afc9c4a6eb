export { contrastOnWhite } from "./accent.ts";
export { formatDate, formatMoney } from "./formats.ts";
export { titleOf } from "./labels/index.ts";
export { presentDocument } from "./present-document.ts";
export type { LabelledValue, PrintableDocument, PrintableTotal } from "./printable-document.ts";
export { TEXT_PLACEHOLDERS, textVariables, type TextVariables } from "./text-variables.ts";
