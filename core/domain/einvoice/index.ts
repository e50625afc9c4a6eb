export { type Attachment, type EInvoice } from "./e-invoice.ts";
export { eInvoiceOf } from "./e-invoice-of.ts";
export { writeCii } from "./write-cii.ts";
export { writeUbl } from "./write-ubl.ts";
