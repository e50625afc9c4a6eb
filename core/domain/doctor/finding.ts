import type { Language } from "#domain/merchant";

export type Severity = "error" | "warning" | "info";

/** Where the merchant can mend it; each admin knows the page. null: nowhere, it is ours or only to be known. */
export type MendAt =
  "seller" | "vat" | "eInvoicing" | "payment" | "order" | "customer" | "invoice" | null;

/** One thing that a rule says about a document. An error refuses its number; the others show. */
export interface Finding {
  /** Of the rule book: BR-… EN 16931, PEPPOL-… Peppol BIS, NL-R-… and BR-DE-… national, ART-… Directive 2006/112/EC; BE-… and DOCKET-… are our own. */
  readonly ruleId: string;
  readonly severity: Severity;
  /** A path into the document, such as `buyer.vatIdentifier` or `lines[2].quantity`. */
  readonly field: string;
  /** What is wrong, what it means and the one thing to do. Plain text: escape it where it is shown. */
  readonly message: Readonly<Record<Language, string>>;
  readonly mendAt: MendAt;
}
