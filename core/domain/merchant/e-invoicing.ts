import { z } from "zod";
import { electronicAddressSchema } from "#domain/party";

/** How the merchant's e-invoices are made. Frozen on each document, so that its files stay the same. */
export const eInvoicingSchema = z.strictObject({
  /** `auto`: as the parties ask. The others are kept to wherever the document meets them. */
  profile: z.enum(["auto", "peppol", "xrechnung", "core"]).default("auto"),
  /** BT-34; null: derived from the VAT or enterprise number. */
  electronicAddress: electronicAddressSchema.nullable().default(null),
  /** The PDF inside the UBL (BG-24). */
  attachesPdf: z.boolean().default(false),
  /** The XML inside the PDF that customers get (Factur-X, ZUGFeRD). */
  embedsXml: z.boolean().default(false),
});
export type EInvoicing = Readonly<z.infer<typeof eInvoicingSchema>>;
