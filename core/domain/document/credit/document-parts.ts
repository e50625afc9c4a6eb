import { decimal, money, parseAmount, type Decimal, type Money } from "#domain/money";
import { vatKey, type VatTreatment } from "#domain/tax";
import type {
  Document,
  DocumentAllowance,
  DocumentCharge,
  DocumentLine,
  DraftDocument,
} from "../document.ts";

type Source =
  | { readonly line: DocumentLine }
  | { readonly charge: DocumentCharge }
  | { readonly allowance: DocumentAllowance };

/** A line, charge or allowance with the sign that it has in the total: an allowance is below zero. */
export interface DocumentPart {
  /** The same on an invoice and on its credit notes; "" for what belongs to no part: credited by amount, or a fee that was kept. */
  readonly partKey: string;
  readonly source: Source;
  readonly vat: VatTreatment;
  /** Pieces; zero where only the price changed, and of charges and allowances. */
  readonly quantity: Decimal;
  readonly net: Money;
  readonly withVat: Money;
}

const BY_AMOUNT = "amount:";
const BY_PRICE = "price:";

/** Ids of lines that stand for no pieces: what was credited by amount, and a difference in the price of a part. */
export const amountLineId = (vat: VatTreatment): string => BY_AMOUNT + treatmentKey(vat);
export const priceLineId = (partKey: string): string => BY_PRICE + partKey;

export const chargeKey = (chargeId: string): string => `charge:${chargeId}`;

export const isCharge = ({ partKey }: Pick<DocumentPart, "partKey">): boolean =>
  partKey.startsWith(chargeKey(""));

/** Finer than `vatKey`: parts of one row of the breakdown can be exempt for different reasons. */
export const treatmentKey = (vat: VatTreatment): string =>
  "exemptionReason" in vat ? `${vatKey(vat)} ${vat.exemptionReason}` : vatKey(vat);

/** The shop's own id of a part. One charge that bears several rates became several, numbered `#2`, `#3` … */
export const idOf = (partKey: string): string =>
  partKey.slice(partKey.indexOf(":") + 1).replace(/#\d+$/, "");

export function nameOf({ source }: Pick<DocumentPart, "source">): string {
  if ("line" in source) return source.line.itemName;
  return "charge" in source ? source.charge.name : source.allowance.name;
}

export function partsOf(document: Document | DraftDocument): readonly DocumentPart[] {
  const { currency, lines, charges, allowances } = document;
  const read = (amount: string) => parseAmount(amount, currency);
  const below = (amount: string) => money(-read(amount).minor, currency);
  return [
    ...lines.map((line) => ({
      ...pieceOf(line),
      source: { line },
      vat: line.vat,
      net: read(line.lineNetAmount),
      withVat: read(line.lineAmountWithVat),
    })),
    ...charges.map((charge) => ({
      partKey: chargeKey(charge.chargeId),
      source: { charge },
      vat: charge.vat,
      quantity: decimal("0"),
      net: read(charge.amount),
      withVat: read(charge.amountWithVat),
    })),
    ...allowances.map((allowance) => ({
      partKey: allowance.type === "discount" ? `allowance:${allowance.allowanceId}` : "",
      source: { allowance },
      vat: allowance.vat,
      quantity: decimal("0"),
      net: below(allowance.amount),
      withVat: below(allowance.amountWithVat),
    })),
  ];
}

function pieceOf({ lineId, quantity }: DocumentLine): Pick<DocumentPart, "partKey" | "quantity"> {
  if (lineId.startsWith(BY_AMOUNT)) return { partKey: "", quantity: decimal("0") };
  if (lineId.startsWith(BY_PRICE)) {
    return { partKey: lineId.slice(BY_PRICE.length), quantity: decimal("0") };
  }
  return { partKey: `line:${lineId}`, quantity: decimal(quantity) };
}
