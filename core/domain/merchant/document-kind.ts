import { z } from "zod";

export const DOCUMENT_KINDS = [
  "orderConfirmation",
  "proforma",
  "deliveryNote",
  "receipt",
  "invoice",
  "creditNote",
] as const;
/** Kinds that rules can make. A kind is a template variant, a default journal and a few facts, never a model of its own. */
export const documentKindSchema = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKindSchema>;

interface KindFacts {
  readonly showsPrices: boolean;
  readonly asksForPayment: boolean;
  /** Bookkeeping law requires it to be kept, so a privacy request cannot redact it (Belgium: ten years). */
  readonly isKeptByLaw: boolean;
  /** What EN 16931 and the tax office call an invoice: the doctor holds it to their rules, and it has an electronic form. */
  readonly isFiscal: boolean;
}

export const KIND_FACTS: Readonly<Record<DocumentKind, KindFacts>> = {
  orderConfirmation: {
    showsPrices: true,
    asksForPayment: true,
    isKeptByLaw: false,
    isFiscal: false,
  },
  proforma: { showsPrices: true, asksForPayment: true, isKeptByLaw: false, isFiscal: false },
  deliveryNote: { showsPrices: false, asksForPayment: false, isKeptByLaw: false, isFiscal: false },
  receipt: { showsPrices: true, asksForPayment: false, isKeptByLaw: true, isFiscal: false },
  invoice: { showsPrices: true, asksForPayment: true, isKeptByLaw: true, isFiscal: true },
  creditNote: { showsPrices: true, asksForPayment: false, isKeptByLaw: true, isFiscal: true },
};
