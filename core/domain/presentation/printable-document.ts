/** A label and a value that stand side by side. */
export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

export interface PrintableLine {
  readonly position: string;
  readonly name: string;
  /** Options, SKU, discounts: one short text each. */
  readonly details: readonly string[];
  readonly quantity: string;
  /** Empty on a kind without prices. */
  readonly unitPrice: string;
  readonly vat: string;
  readonly amount: string;
  /** Only when the shop's prices include VAT; else empty and its column is not printed. */
  readonly amountWithVat: string;
}

export interface PrintableTotal extends LabelledValue {
  /** `due`: this is still to be paid. `settled`: nothing is. */
  readonly emphasis: "normal" | "strong" | "due" | "settled";
}

export interface PrintablePayment {
  readonly heading: string;
  readonly facts: readonly LabelledValue[];
  /** What a banking app scans (EPC069-12), or "" when there is no QR. The template draws it. */
  readonly epcPayload: string;
  readonly qrLabel: string;
}

export interface PrintableAddress {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly identifiers: readonly LabelledValue[];
}

/**
 * Everything that a page shows, in words of the document's language and formatted. A template places it and computes nothing;
 * every text is data, never markup. An empty text or list is not printed.
 */
export interface PrintableDocument {
  readonly language: string;
  readonly title: string;
  /** "" on a draft. */
  readonly number: string;
  /** Under the title: that a pro forma is no invoice; what a credit note is for, and why. */
  readonly subtitle: readonly string[];
  /** Printed across the page when not empty: "Concept", "Draft". */
  readonly watermark: string;
  /** The merchant's colour, for surfaces. */
  readonly accentColor: string;
  /** Text on such a surface. */
  readonly onAccentColor: string;
  /** The merchant's colour as text on white, dark enough to read. */
  readonly accentTextColor: string;
  readonly seller: { readonly name: string; readonly lines: readonly string[] };
  /** Who is invoiced, where the goods go: the most important for this kind first. */
  readonly addresses: readonly PrintableAddress[];
  /** Number, dates, order, references: at the top right. */
  readonly facts: readonly LabelledValue[];
  /** The customer's own words. */
  readonly note: { readonly heading: string; readonly text: string };
  /** The merchant's text. */
  readonly caption: string;
  readonly hasPrices: boolean;
  readonly columns: Readonly<
    Record<"item" | "quantity" | "unitPrice" | "vat" | "amount" | "amountWithVat", string>
  >;
  readonly lines: readonly PrintableLine[];
  readonly vatTable: {
    readonly columns: Readonly<Record<"rate" | "taxableAmount" | "taxAmount", string>>;
    readonly rows: readonly {
      readonly rate: string;
      readonly taxableAmount: string;
      readonly taxAmount: string;
    }[];
    /** The VAT in the seller's own currency, in words (Art. 230); "" where the document has it. */
    readonly inOwnCurrency: string;
  };
  readonly totals: readonly PrintableTotal[];
  /** What the law wants said beside the figures. */
  readonly legalMentions: readonly string[];
  /** Null when nothing is to be paid. */
  readonly payment: PrintablePayment | null;
  /** Blocks of lines at the foot of each page: who, legal identifiers, bank. */
  readonly footer: readonly (readonly string[])[];
  readonly pageLabel: string;
}
