/** What can be done to documents, one or many, from the list and from a document's screen. */
export type DocumentCommand =
  | { readonly intent: "issue"; readonly documentIds: readonly string[]; readonly send: boolean }
  | {
      readonly intent: "send";
      readonly documentIds: readonly string[];
      /** Made when the merchant is asked, so that a double click is one mail. */
      readonly requestId: string;
      /** Absent: to the address on the order. */
      readonly recipient?: string;
    }
  | { readonly intent: "discard"; readonly documentIds: readonly string[] }
  /** Reads the orders again. */
  | { readonly intent: "check"; readonly documentIds: readonly string[] };
