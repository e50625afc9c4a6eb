import type { Address } from "#domain/party";
import type { VatTreatment } from "#domain/tax";

/** Which rules the invoice keeps (BT-24): Peppol BIS Billing 3.0, XRechnung 3.0, or EN 16931 alone. */
export type EInvoiceProfile = "peppol" | "xrechnung" | "core";

/** What stands between a document and the profile its parties ask for. */
export interface ProfileFinding {
  readonly rule: string;
  /** A path into the document, such as `seller.phone`. */
  readonly field: string;
  readonly message: string;
}

/** A value and the list it is from: EAS for electronic addresses, ISO 6523 for registrations. "" means: no list. */
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** BT-118 and BT-119, BT-151 and BT-152: the category decides, so why nothing is charged stands in the breakdown alone. */
export type EInvoiceVat = Pick<VatTreatment, "category" | "ratePercent">;

/** BG-4 or BG-7. Empty text means: not given. */
export interface EInvoiceParty {
  readonly name: string; // BT-27, BT-44
  readonly identifier: string; // BT-29, BT-46
  readonly electronicAddress: Identifier | null; // BT-34, BT-49
  readonly legalRegistration: Identifier | null; // BT-30, BT-47
  readonly vatIdentifier: string; // BT-31, BT-48
  readonly taxNumber: string; // BT-32, of a seller without a VAT identifier
  readonly address: Address; // BG-5, BG-8
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string }; // BG-6, BG-9
}

/** BG-13. */
export interface Delivery {
  readonly date: string; // BT-72
  readonly name: string; // BT-70
  readonly address: Address | null; // BG-15
}

/** BG-16. */
export interface PaymentInstructions {
  readonly meansCode: string; // BT-81, UNCL 4461
  readonly meansText: string; // BT-82
  readonly terms: string; // BT-20
  readonly reference: string; // BT-83
  readonly iban: string; // BT-84
  readonly accountName: string; // BT-85
  readonly bic: string; // BT-86
}

/** BG-27 on a line. */
export interface AllowanceOrCharge {
  readonly reasonCode: string; // UNCL 7161 of a charge, UNCL 5189 of an allowance
  readonly reason: string;
  readonly amount: string;
}

/** BG-20 or BG-21: of the whole document. */
export interface DocumentAllowanceOrCharge extends AllowanceOrCharge {
  readonly vat: EInvoiceVat;
}

/** BG-23. */
export interface VatBreakdownEntry extends EInvoiceVat {
  readonly taxableAmount: string; // BT-116
  readonly taxAmount: string; // BT-117
  readonly exemptionCode: string; // BT-121, VATEX
  readonly exemptionReason: string; // BT-120
}

/** BG-25. */
export interface EInvoiceLine {
  readonly id: string; // BT-126
  readonly itemName: string; // BT-153
  readonly itemDescription: string; // BT-154
  readonly sellersItemId: string; // BT-155
  readonly standardItemId: Identifier | null; // BT-157
  readonly quantity: string; // BT-129
  readonly unitCode: string; // BT-130
  readonly unitPriceNet: string; // BT-146
  /** BT-149: the quantity that the price is for; "" for one. */
  readonly priceBaseQuantity: string;
  readonly allowances: readonly AllowanceOrCharge[]; // BG-27
  readonly lineNetAmount: string; // BT-131
  readonly vat: EInvoiceVat; // BG-30
}

/** BG-22. "" where nothing was paid or rounded, or nothing charged or deducted beside the lines. */
export interface EInvoiceTotals {
  readonly lineNetTotal: string; // BT-106
  readonly allowanceTotal: string; // BT-107
  readonly chargeTotal: string; // BT-108
  readonly totalWithoutVat: string; // BT-109
  readonly vatTotal: string; // BT-110
  readonly totalWithVat: string; // BT-112
  readonly paidAmount: string; // BT-113
  readonly roundingAmount: string; // BT-114
  readonly amountDue: string; // BT-115
}

/** The terms of EN 16931-1 that a document fills, before any syntax. Amounts are the document's own texts. */
export interface EInvoice {
  readonly profile: EInvoiceProfile;
  /** Why the profile is the core though the parties ask for more. */
  readonly findings: readonly ProfileFinding[];
  readonly number: string; // BT-1
  readonly issueDate: string; // BT-2
  readonly typeCode: "380" | "381"; // BT-3, UNTDID 1001: commercial invoice, credit note
  readonly currency: string; // BT-5
  readonly dueDate: string; // BT-9
  readonly buyerReference: string; // BT-10
  readonly purchaseOrder: string; // BT-13
  readonly salesOrder: string; // BT-14
  readonly note: string; // BT-22, one at most (Peppol R002)
  readonly precedingInvoice: { readonly number: string; readonly issueDate: string } | null; // BG-3
  readonly seller: EInvoiceParty;
  readonly buyer: EInvoiceParty;
  readonly delivery: Delivery; // BG-13
  readonly payment: PaymentInstructions;
  readonly allowances: readonly DocumentAllowanceOrCharge[]; // BG-20
  readonly charges: readonly DocumentAllowanceOrCharge[]; // BG-21
  readonly totals: EInvoiceTotals;
  /** BT-6 and BT-111, when VAT is reported in another currency than the document's. */
  readonly vatInOwnCurrency: { readonly currency: string; readonly vatTotal: string } | null;
  readonly vatBreakdown: readonly VatBreakdownEntry[];
  readonly lines: readonly EInvoiceLine[];
}

/** A file that goes with the invoice (BG-24). File names differ from each other (BR-DE-22). */
export interface Attachment {
  readonly id: string; // BT-122
  readonly description: string; // BT-123
  readonly fileName: string;
  readonly mediaType: "application/pdf" | "image/png" | "image/jpeg" | "text/csv"; // BR-CL-24
  /** BT-125. */
  readonly base64: string;
}
