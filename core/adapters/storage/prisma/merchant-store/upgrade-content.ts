import type { Document, DocumentCharge, DocumentLine, DraftDocument } from "#domain/document";
import { eInvoicingSchema } from "#domain/merchant";
import type { VatTreatment } from "#domain/tax";

/** What version 2 of a document's content has and version 1 had not. */
type AddedField =
  | "buyerVatCheck"
  | "deliveryDate"
  | "purchaseOrder"
  | "precedingInvoice"
  | "creditReason"
  | "allowances"
  | "vatInOwnCurrency"
  | "legalMentions"
  | "vatTrace"
  | "eInvoicing";
type ChangedField = "schemaVersion" | "seller" | "buyer" | "lines" | "charges" | "vatBreakdown";

/** Version 1 knew rates, zero rates, and one word for all that was not taxed. */
interface Version1Vat {
  readonly category: "S" | "Z" | "E";
  readonly ratePercent: string;
}

interface Version1Parts {
  readonly schemaVersion: 1;
  readonly seller: Omit<Document["seller"], "taxNumber">;
  readonly buyer: Omit<Document["buyer"], "enterpriseNumber" | "electronicAddress">;
  readonly lines: readonly (Omit<DocumentLine, "gtin" | "unitCode" | "vat"> & {
    readonly vat: Version1Vat;
  })[];
  readonly charges: readonly (Omit<DocumentCharge, "vat"> & { readonly vat: Version1Vat })[];
  readonly vatBreakdown: readonly (Omit<
    Document["vatBreakdown"][number],
    "exemption" | "category"
  > &
    Version1Vat)[];
}

type Version1<Content> = Omit<Content, AddedField | ChangedField> & Version1Parts;

/** Content as some version of Docket wrote it. What is stored stays as it is, and so does its hash. */
export type AsStored<Content> = Content | Version1<Content>;

/** The document in today's shape. */
export const upgradeDocument = (content: AsStored<Document>): Document =>
  content.schemaVersion === 2 ? content : { ...content, ...upgradeParts(content) };

/** The draft in today's shape. */
export const upgradeDraft = (content: AsStored<DraftDocument>): DraftDocument =>
  content.schemaVersion === 2 ? content : { ...content, ...upgradeParts(content) };

/** What version 1 meant by what it did not say. The buyer's reference stays one, though shops used it for order numbers too. */
function upgradeParts({ seller, buyer, lines, charges, vatBreakdown }: Version1Parts) {
  return {
    schemaVersion: 2,
    seller: { ...seller, taxNumber: "" },
    buyer: { ...buyer, enterpriseNumber: "", electronicAddress: null },
    buyerVatCheck: null,
    deliveryDate: null,
    purchaseOrder: "",
    precedingInvoice: null,
    creditReason: "",
    lines: lines.map((line) => ({ ...line, gtin: "", unitCode: "C62", vat: upgradeVat(line.vat) })),
    charges: charges.map((charge) => ({ ...charge, vat: upgradeVat(charge.vat) })),
    allowances: [],
    vatBreakdown: vatBreakdown.map((row) => ({
      ...row,
      exemption: row.category === "E" ? { code: "", text: "" } : null,
    })),
    vatInOwnCurrency: null,
    legalMentions: [],
    vatTrace: [],
    eInvoicing: eInvoicingSchema.parse({}),
  } satisfies Pick<Document, AddedField | ChangedField>;
}

const upgradeVat = ({ category, ratePercent }: Version1Vat): VatTreatment =>
  category === "E"
    ? { category, ratePercent: "0", exemptionReason: "undecided" }
    : { category, ratePercent };
