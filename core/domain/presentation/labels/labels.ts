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
  /** Across a document that has no number yet. */
  readonly watermark: string;
  readonly facts: Readonly<
    Record<"dueDate" | "orderNumber" | "orderDate" | "buyerReference", string>
  >;
  readonly buyer: string;
  readonly deliverTo: string;
  readonly identifiers: Readonly<Record<"vat" | "enterpriseNumber" | "iban" | "bic", string>>;
  readonly note: string;
  readonly columns: Readonly<
    Record<"item" | "quantity" | "unitPrice" | "vat" | "amount" | "amountWithVat", string>
  >;
  readonly sku: string;
  /** `reason` may be "": a discount without a code. */
  readonly discount: (reason: string, amount: string) => string;
  readonly charges: Readonly<Record<"shipping" | "fee" | "duty" | "tip", string>>;
  readonly vatTable: Readonly<Record<"rate" | "taxableAmount" | "taxAmount", string>>;
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
      | "inBuyersFavour",
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
