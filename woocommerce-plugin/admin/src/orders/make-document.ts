import type { DocumentKind } from "#domain/merchant";

export const MAKE_HOWS = ["issueAndSend", "issue", "draft"] as const;
/** How far to take a document that is made by hand. */
export type MakeHow = (typeof MAKE_HOWS)[number];

/** Made of an order. A credit note is made of a refund. */
export type MadeKind = Exclude<DocumentKind, "creditNote">;

export interface MakeCommand {
  readonly orderId: string;
  readonly kind: MadeKind;
  readonly how: MakeHow;
}

/** An invoice that another program made, as people type it. */
export interface InvoiceElsewhere {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly issueDate: string;
}

export interface CreditCommand {
  readonly orderId: string;
  readonly refundId: string;
  /** Null when the invoice is Docket's own. */
  readonly elsewhere: InvoiceElsewhere | null;
  readonly how: MakeHow;
}
