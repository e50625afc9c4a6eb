/**
 * An expected failure: a closed `code` for the program, a sentence for the merchant and, where one exists,
 * the field to mend (a path such as `seller.vatIdentifier` or `lineItems[2].quantity`).
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly field?: string;
}

export type Result<Value, P extends Problem = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: P };

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;

export const failed = <P extends Problem>(problem: P) => ({ ok: false, problem }) as const;

export { asSentence } from "./as-sentence.ts";
export { fieldOf, inPlainWords } from "./plain-words.ts";
