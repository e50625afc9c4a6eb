import type { Decimal, Money } from "#domain/money";
import type { VatTreatment } from "#domain/tax";
import type { DocumentPart } from "./document-parts.ts";

/** How much of a part that remains is credited. */
export interface Take {
  readonly part: DocumentPart;
  /** Of a line; zero: of its price only. */
  readonly quantity: Decimal;
  /** With the sign of the part. */
  readonly withVat: Money;
}

/** What is credited, or kept (below zero), beside the parts of the invoice. */
export interface Extra {
  /** `amount`: given back without saying for what. `price`: the price of a part changed. `restockingFee`: kept. */
  readonly type: "amount" | "price" | "restockingFee";
  /** The part whose price changed and its name; else "". */
  readonly partKey: string;
  readonly name: string;
  readonly vat: VatTreatment;
  readonly withVat: Money;
}

/** A credit note before its VAT is computed. */
export interface Credit {
  readonly takes: readonly Take[];
  readonly extras: readonly Extra[];
  /** What it is worth to the buyer, its rounding included. */
  readonly charged: Money;
  /** What of that went back as money. The rest is set off against what the buyer owes, or stays in the buyer's favour. */
  readonly paidBack: Money;
}

export const byAmount = (vat: VatTreatment, withVat: Money): Extra => ({
  type: "amount",
  partKey: "",
  name: "",
  vat,
  withVat,
});

/** Cents of an order's rounding alone are no reason for a credit note. */
export const creditsSomething = ({
  takes,
  extras,
  charged,
}: Pick<Credit, "takes" | "extras" | "charged">): boolean =>
  charged.minor > 0n && [...takes, ...extras].some(({ withVat }) => withVat.minor !== 0n);
