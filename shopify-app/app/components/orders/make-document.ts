import type { DocumentKind } from "#domain/merchant";
import type { DocumentSummary } from "#domain/workflows";

export const MAKE_HOWS = ["issueAndSend", "issue", "draft"] as const;
export type MakeHow = (typeof MAKE_HOWS)[number];

export interface MakeCommand {
  readonly orderId: string;
  readonly kind: DocumentKind;
  readonly how: MakeHow;
}

export type MakeOutcome =
  | { readonly made: Pick<DocumentSummary, "documentId" | "kind" | "number"> }
  | { readonly problem: string };
