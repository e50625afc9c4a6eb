import {
  add,
  decimal,
  money,
  parseAmount,
  subtract,
  sumOf,
  zero,
  type Decimal,
  type Money,
} from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { chargedTotal } from "../charged-total.ts";
import type { Document, DraftDocument } from "../document.ts";
import { partsOf, type DocumentPart } from "./document-parts.ts";
import { remainingOf } from "./remaining.ts";

/** An order that may have been edited after its invoice. */
export interface EditedOrder {
  readonly order: NormalisedOrder;
  /** The invoice that the order would get now; null when nothing is left to invoice. */
  readonly asNow: DraftDocument | null;
  readonly invoices: readonly Document[];
  /** All credit notes that were issued for these invoices. */
  readonly creditNotes: readonly Document[];
  /** Those of them that edits brought. A refund is no edit: the order's lines are those before its refunds. */
  readonly editCreditNotes: readonly Document[];
}

/** A line, charge or allowance that is less or more than it was. */
export interface EditedPart {
  /** Of what is less: as it was. Of what is more: as it is now, or was. */
  readonly part: DocumentPart;
  /** The difference in pieces; zero when only the price changed. */
  readonly quantity: Decimal;
  /** The difference, above zero. */
  readonly withVat: Money;
}

export interface OrderEdit {
  readonly less: readonly EditedPart[];
  readonly more: readonly EditedPart[];
  /** How much less the order's own rounding is. */
  readonly rounding: Money;
}

/**
 * What changed since the invoices and the credit notes of earlier edits, by what the shop charged with VAT. There must be an
 * invoice.
 */
export function findEdit(edited: EditedOrder): OrderEdit {
  const { order, asNow, invoices, editCreditNotes } = edited;
  const none = zero(order.currency);
  const before = remainingOf(invoices, editCreditNotes);
  const keyOf = isRefunded(edited) ? keyOfPart : keyOfRate;
  const was = Map.groupBy(before.parts, keyOf);
  const now = Map.groupBy(asNow === null ? [] : partsOf(asNow), keyOf);
  const changes = [...new Set([...was.keys(), ...now.keys()])].flatMap((key) =>
    changeOf(was.get(key) ?? [], now.get(key) ?? [], none),
  );
  const charged = asNow === null ? none : parseAmount(chargedTotal(asNow), order.currency);
  const change = add(none, ...changes.map(({ withVat }) => withVat));
  return {
    less: changes.filter(({ withVat }) => withVat.minor > 0n),
    more: changes.filter(({ withVat }) => withVat.minor < 0n).map(reversed),
    rounding: subtract(subtract(before.charged, charged), change),
  };
}

/** Then a change of the rate alone is none: what was given back at the old rate would be charged again at the new. */
const isRefunded = ({ creditNotes, editCreditNotes }: EditedOrder): boolean =>
  creditNotes.length > editCreditNotes.length;

const keyOfPart = ({ partKey }: DocumentPart): string => partKey;
const keyOfRate = ({ partKey, vat }: DocumentPart): string => `${partKey} ${vat.ratePercent}`;

/** Above zero: less than it was. */
function changeOf(
  was: readonly DocumentPart[],
  now: readonly DocumentPart[],
  none: Money,
): EditedPart[] {
  const sum = (parts: readonly DocumentPart[]) => add(none, ...parts.map(({ withVat }) => withVat));
  const withVat = subtract(sum(was), sum(now));
  const part = withVat.minor > 0n ? (was[0] ?? now[0]) : (now[0] ?? was[0]);
  if (part === undefined || withVat.minor === 0n) return [];
  const quantity = piecesOf(was).minus(piecesOf(now));
  const isOfPieces = withVat.minor > 0n === quantity.gt(0) && !quantity.eq(0);
  return [{ part, quantity: isOfPieces ? quantity : decimal("0"), withVat }];
}

const piecesOf = (parts: readonly DocumentPart[]): Decimal =>
  sumOf(parts.map(({ quantity }) => quantity));

const reversed = ({ part, quantity, withVat }: EditedPart): EditedPart => ({
  part,
  quantity: quantity.abs(),
  withVat: money(-withVat.minor, withVat.currency),
});
