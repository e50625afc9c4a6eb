export { titleOf } from "./labels/index.ts";
export { isPayable, presentDocument } from "./present-document.ts";
export type {
  LabelledValue,
  PrintableAddress,
  PrintableDocument,
  PrintableLine,
  PrintablePayment,
  PrintableTotal,
} from "./printable-document.ts";
export { TEXT_PLACEHOLDERS, textVariables, type TextVariables } from "./text-variables.ts";
