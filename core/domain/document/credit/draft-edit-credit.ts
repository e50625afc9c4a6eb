import { dayIn } from "#domain/calendar";
import type { MerchantSettings } from "#domain/merchant";
import { add, decimal, parseAmount, subtract, toDecimal, zero, type Money } from "#domain/money";
import type { DraftDocument } from "../document.ts";
import { creditDocument } from "./credit-document.ts";
import { CREDIT_WORDS } from "./credit-words.ts";
import { creditsSomething, type Credit, type Extra, type Take } from "./credit.ts";
import { nameOf, treatmentKey } from "./document-parts.ts";
import { findEdit, type EditedOrder, type EditedPart } from "./find-edit.ts";
import { beyondLines, overpaymentReturned, refundedOf } from "./money-back.ts";
import { remainingOf, type Remaining } from "./remaining.ts";
import { sharedByAmount } from "./share-by-treatment.ts";
import { takeAll } from "./take-all.ts";
import { takeParts } from "./take-parts.ts";
import { takesOf, withinTreatments } from "./within-treatments.ts";

/**
 * The credit note of what an edit took off the order after its invoice: fewer pieces, a lower price, a charge less. Of a cancelled order all
 * that is left, once no money is kept. Null when there is nothing to credit.
 */
export function draftEditCredit(
  edited: EditedOrder,
  settings: MerchantSettings,
): DraftDocument | null {
  const { invoices, creditNotes } = edited;
  const [invoice] = invoices;
  if (invoice === undefined) return null;
  const remaining = remainingOf(invoices, creditNotes);
  const isCancelled = edited.order.cancelledAt !== null;
  const credit = isCancelled ? creditCancelled(edited, remaining) : creditEdit(edited, remaining);
  if (!creditsSomething(credit)) return null;
  const words = CREDIT_WORDS[invoice.language];
  const reason = isCancelled ? words.orderCancelled : words.orderChanged;
  const { paidBack, ...payment } = paidBackOf(edited, credit.charged, settings);
  return creditDocument(
    { ...credit, paidBack },
    { invoices, remaining, reason, payment },
    settings,
  );
}

/** A credit note whose money is not known yet. */
type Unsettled = Omit<Credit, "paidBack">;

/** Once what was paid has gone back by credit notes, or nothing was paid. A merchant who keeps money decides what for. */
function creditCancelled({ order, creditNotes }: EditedOrder, remaining: Remaining): Unsettled {
  const kept = creditNotes.reduce(
    (sum, { totals }) => sum.minus(totals.paidAmount),
    decimal(order.paidAmount),
  );
  return kept.gt(0)
    ? { takes: [], extras: [], charged: zero(remaining.currency) }
    : { ...takeAll(remaining), charged: remaining.charged };
}

function creditEdit(edited: EditedOrder, remaining: Remaining): Unsettled {
  const { less, rounding } = findEdit(edited);
  const takes = withinTreatments(
    less.flatMap((part) => takesOfEdit(part, remaining)),
    remaining,
  );
  const extras = lowerPrices(less, takes, remaining);
  const worth = add(
    zero(remaining.currency),
    ...[...takes, ...extras].map(({ withVat }) => withVat),
  );
  if (worth.minor <= 0n) return { takes, extras, charged: worth };
  const charged = add(worth, rounding);
  if (charged.minor < remaining.charged.minor) return { takes, extras, charged };
  const rest = sharedByAmount("all", takes, remaining);
  return { takes, extras: rest, charged: remaining.charged };
}

function takesOfEdit(
  { part, quantity, withVat }: EditedPart,
  { parts }: Remaining,
): readonly Take[] {
  const named = parts.filter((each) => each.partKey === part.partKey && each.withVat.minor > 0n);
  const ofRate = named.filter(({ vat }) => vat.ratePercent === part.vat.ratePercent);
  const left = ofRate.length > 0 ? ofRate : named;
  if (part.withVat.minor <= 0n) return [];
  const pieces = left.reduce((sum, each) => sum.plus(each.quantity), decimal("0"));
  return takeParts(
    {
      quantity: quantity.lt(pieces) ? quantity : pieces,
      amountWithVat: toDecimal(withVat),
    },
    left,
  );
}

/** A discount that came later, as far as its treatment has something left. */
function lowerPrices(
  less: readonly EditedPart[],
  takes: readonly Take[],
  { treatments }: Remaining,
): readonly Extra[] {
  const room = new Map(
    treatments.map(({ vat, withVat }) => [
      treatmentKey(vat),
      takesOf(vat, takes).reduce((left, take) => subtract(left, take.withVat), withVat),
    ]),
  );
  return less
    .filter(({ part }) => part.withVat.minor < 0n)
    .flatMap(({ part, withVat }): Extra[] => {
      const key = treatmentKey(part.vat);
      const left = room.get(key) ?? zero(withVat.currency);
      if (left.minor <= 0n) return [];
      const amount = smaller(withVat, left);
      room.set(key, subtract(left, amount));
      const { partKey, vat } = part;
      return [{ type: "price", partKey, name: nameOf(part), vat, withVat: amount }];
    });
}

/** What was paid too much and went back, as far as no credit note tells of it. */
function paidBackOf(
  { order, creditNotes, editCreditNotes }: EditedOrder,
  charged: Money,
  { timeZone }: MerchantSettings,
) {
  const untold = (amount: Money, notes: EditedOrder["creditNotes"]) =>
    notes
      .map(({ totals }) => parseAmount(totals.paidAmount, order.currency))
      .reduce(subtract, amount);
  const returned = smaller(
    untold(overpaymentReturned(order), editCreditNotes),
    untold(refundedOf(order), creditNotes),
  );
  const paidBack = returned.minor > 0n ? smaller(returned, charged) : zero(order.currency);
  const last = order.refunds
    .filter((refund) => beyondLines(refund, order).minor > 0n)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .at(-1);
  return {
    paidBack,
    method: last?.method ?? "",
    paidDate: last === undefined ? null : dayIn(timeZone, last.createdAt),
  };
}

const smaller = (a: Money, b: Money): Money => (a.minor < b.minor ? a : b);
