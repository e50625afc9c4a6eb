import type { DocumentKind } from "#domain/merchant";
import type { DocumentSummary } from "#domain/workflows";
import { z } from "zod";
import type { ShownFinding } from "../findings/shown-finding.ts";

export const MAKE_HOWS = ["issueAndSend", "issue", "draft"] as const;
export type MakeHow = (typeof MAKE_HOWS)[number];

/** Made of an order. A credit note is made of a refund. */
export type MadeKind = Exclude<DocumentKind, "creditNote">;

export interface MakeCommand {
  readonly orderId: string;
  readonly kind: MadeKind;
  readonly how: MakeHow;
}

/** The invoice that another program made, as people type it. */
export const elsewhereSchema = z.strictObject({
  number: z
    .string()
    .trim()
    .min(1, "Give the number that stands on the invoice.")
    .max(60, "At most 60 characters."),
  issueDate: z.iso.date("Give the date that stands on the invoice."),
});

export interface CreditCommand {
  readonly orderId: string;
  readonly refundId: string;
  /** Null when the invoice is Docket's own. */
  readonly elsewhere: z.infer<typeof elsewhereSchema> | null;
  readonly how: MakeHow;
}

type Made = Pick<DocumentSummary, "documentId" | "kind" | "number">;

export type MakeOutcome =
  | { readonly made: Made }
  | {
      readonly problem: string;
      /** What the doctor found; empty when the problem is another. */
      readonly findings: readonly ShownFinding[];
      /** The plan has no room for it in this month. */
      readonly isPlanFull: boolean;
      /** What waits meanwhile. */
      readonly draft: Made | null;
    };
