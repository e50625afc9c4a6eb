import type { DocumentKind } from "#domain/merchant";
import type { VatCategory } from "#domain/tax";

interface KindLabels {
  readonly title: string;
  readonly number: string;
  readonly issueDate: string;
}

/** Every word that Docket itself puts on a document, in one language. The compiler finds the language that forgot one. */
export interface Labels {
  readonly kinds: Readonly<Record<DocumentKind, KindLabels>>;
  /** Under the title of a pro forma, which looks like an invoice and is none (Art. 178(a): only an invoice gives the right to deduct). */
  readonly noInvoice: string;
  /** Under the title of a credit note: what it mends (BG-3). `date` may be "". */
  readonly creditFor: (number: string, date: string) => string;
  readonly creditReason: (reason: string) => string;
  /** Across a document that has no number yet. */
  readonly watermark: string;
  readonly facts: Readonly<
    Record<
      "dueDate" | "deliveryDate" | "orderNumber" | "orderDate" | "buyerReference" | "purchaseOrder",
      string
    >
  >;
  readonly buyer: string;
  readonly deliverTo: string;
  readonly identifiers: Readonly<
    Record<"vat" | "enterpriseNumber" | "taxNumber" | "iban" | "bic", string>
  >;
  readonly note: string;
  readonly columns: Readonly<
    Record<"item" | "quantity" | "unitPrice" | "vat" | "amount" | "amountWithVat", string>
  >;
  readonly sku: string;
  /** `reason` may be "": a discount without a code. */
  readonly discount: (reason: string, amount: string) => string;
  readonly charges: Readonly<Record<"shipping" | "fee" | "duty" | "tip", string>>;
  readonly allowances: Readonly<Record<"discount" | "restockingFee", string>>;
  readonly vatTable: Readonly<Record<"rate" | "taxableAmount" | "taxAmount", string>>;
  /** The VAT in another currency than the document's, and what one unit was worth: formatted texts. */
  readonly vatInCurrency: (currency: string, amount: string, rate: string) => string;
  /** What stands in the place of a rate. */
  readonly vatCategories: Readonly<Record<Exclude<VatCategory, "S" | "Z">, string>>;
  readonly totals: Readonly<
    Record<
      | "lineNetTotal"
      | "totalWithoutVat"
      | "vat"
      | "vatTotal"
      | "totalWithVat"
      | "roundingAmount"
      | "paidAmount"
      | "amountDue"
      | "inBuyersFavour"
      | "totalCredited"
      | "paidBack",
      string
    >
  >;
  readonly payment: Readonly<
    Record<"heading" | "amount" | "payee" | "reference" | "qrLabel", string>
  >;
  readonly page: string;
  readonly months: readonly string[];
  readonly date: (day: number, month: string, year: string) => string;
  /** `rate` is a formatted number. */
  readonly percent: (rate: string) => string;
}
