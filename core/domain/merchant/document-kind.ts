import { z } from "zod";

export const DOCUMENT_KINDS = ["orderConfirmation", "deliveryNote", "receipt", "invoice"] as const;
/** Kinds that rules can make. A kind is a template variant, a default journal and a few facts, never a model of its own. */
export const documentKindSchema = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKindSchema>;

interface KindFacts {
  readonly showsPrices: boolean;
  readonly asksForPayment: boolean;
  /** Bookkeeping law requires it to be kept, so a privacy request cannot redact it (Belgium: ten years). */
  readonly isKeptByLaw: boolean;
}

export const KIND_FACTS: Readonly<Record<DocumentKind, KindFacts>> = {
  orderConfirmation: { showsPrices: true, asksForPayment: true, isKeptByLaw: false },
  deliveryNote: { showsPrices: false, asksForPayment: false, isKeptByLaw: false },
  receipt: { showsPrices: true, asksForPayment: false, isKeptByLaw: true },
  invoice: { showsPrices: true, asksForPayment: true, isKeptByLaw: true },
};
