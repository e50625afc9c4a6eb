import type { MerchantSettings } from "#domain/merchant";
import {
  add,
  decimal,
  formatAmount,
  parseAmount,
  roundToMoney,
  subtract,
  toDecimal,
  zero,
  type Decimal,
  type Money,
} from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { reconcile, vatKey } from "#domain/tax";
import type { DocumentCharge, DocumentLine, DraftDocument } from "../document.ts";
import { lineOfAmount, lineOfPieces, withLines } from "./credit-lines.ts";
import { CREDIT_WORDS } from "./credit-words.ts";
import { nameOf, priceLineId, treatmentKey } from "./document-parts.ts";
import { findEdit, type EditedOrder, type EditedPart } from "./find-edit.ts";
import { mentionsAbout } from "./mentions-about.ts";
import { aboveZero, chargedOn, paidAndKept, smaller } from "./money-back.ts";
import { totalsOf } from "./totals-of.ts";

/**
 * The invoice of what an edit added to the order after its invoice: new lines, more pieces, a higher price, a charge more. Null when
 * nothing was added, or the order was cancelled.
 */
export function draftAdditionalInvoice(
  edited: EditedOrder,
  settings: MerchantSettings,
): DraftDocument | null {
  const { order, asNow, invoices } = edited;
  if (asNow === null || invoices.length === 0 || order.cancelledAt !== null) return null;
  const { less, more, rounding } = findEdit(edited);
  const added = add(zero(order.currency), ...more.map(({ withVat }) => withVat));
  const charged = less.length === 0 ? subtract(added, rounding) : added;
  if (more.length === 0 || charged.minor <= 0n) return null;
  const figures = addedFigures(more, edited, asNow);
  // Money goes to the earlier invoices first.
  const beyond = aboveZero(subtract(paidAndKept(order), chargedOn(invoices, order)));
  const paid = smaller(beyond, charged);
  const totals = totalsOf(figures, { charged, paid });
  const isPaid = paid.minor === charged.minor;
  const treatments = new Set(more.map(({ part }) => treatmentKey(part.vat)));
  return {
    ...asNow,
    ...figures,
    totals,
    isPaid,
    vatInOwnCurrency: ownVatOf(totals.vatTotal, asNow),
    legalMentions: mentionsAbout(figures.vatBreakdown, [asNow, ...invoices]),
    vatTrace: asNow.vatTrace.filter(({ vat }) => treatments.has(treatmentKey(vat))),
    payments: paymentsOf(paid, order),
    captionTemplate: settings.texts.captions[isPaid ? "paid" : "toBePaid"][asNow.language],
  };
}

function addedFigures(
  more: readonly EditedPart[],
  { invoices }: EditedOrder,
  { currency, language, vatBreakdown }: DraftDocument,
): Pick<DraftDocument, "currency" | "lines" | "charges" | "allowances" | "vatBreakdown"> {
  const { nets, breakdown } = reconcile(
    more.map((edit) => ({
      vat: edit.part.vat,
      chargedWithVat: edit.withVat,
      idealNet: idealNetOf(edit),
    })),
    currency,
  );
  const added = more.map((edit, index) => ({ edit, net: nets[index] ?? zero(currency) }));
  const rows = [...vatBreakdown, ...invoices.flatMap((invoice) => invoice.vatBreakdown)];
  const lines = added.flatMap(({ edit, net }) => lineOf(edit, net, language));
  const charges = added.flatMap(({ edit, net }) => chargeOf(edit, net));
  return {
    currency,
    ...withLines({ lines, charges, currency, language }),
    allowances: [],
    vatBreakdown: breakdown.map(({ vat, taxableAmount, taxAmount }) => ({
      category: vat.category,
      ratePercent: vat.ratePercent,
      taxableAmount: formatAmount(taxableAmount),
      taxAmount: formatAmount(taxAmount),
      exemption: rows.find((row) => vatKey(row) === vatKey(vat))?.exemption ?? null,
    })),
  };
}

/** The difference's share of the net that the part has now. */
function idealNetOf({ part, withVat }: EditedPart): Decimal {
  const amount = toDecimal(withVat);
  return part.withVat.minor > 0n
    ? toDecimal(part.net).times(amount).div(toDecimal(part.withVat))
    : amount.div(decimal(part.vat.ratePercent).div(100).plus(1));
}

function lineOf(
  { part, quantity, withVat }: EditedPart,
  net: Money,
  language: DraftDocument["language"],
): DocumentLine[] {
  if ("charge" in part.source) return [];
  if ("line" in part.source && quantity.gt(0)) {
    return [lineOfPieces(part.source.line, { quantity, net, withVat })];
  }
  const itemName = CREDIT_WORDS[language].priceDifference(nameOf(part));
  const lineId = priceLineId(part.partKey);
  return [lineOfAmount({ lineId, itemName, vat: part.vat }, { net, withVat })];
}

const chargeOf = ({ part, withVat }: EditedPart, net: Money): DocumentCharge[] =>
  "charge" in part.source
    ? [
        {
          ...part.source.charge,
          amount: formatAmount(net),
          amountWithVat: formatAmount(withVat),
        },
      ]
    : [];

function paymentsOf(paid: Money, { payments }: NormalisedOrder): DraftDocument["payments"] {
  const last = payments.at(-1);
  if (paid.minor === 0n || last === undefined) return [];
  return [{ ...last, amount: formatAmount(paid) }];
}

function ownVatOf(
  vatTotal: string,
  { currency, vatInOwnCurrency }: DraftDocument,
): DraftDocument["vatInOwnCurrency"] {
  if (vatInOwnCurrency === null) return null;
  const exact = toDecimal(parseAmount(vatTotal, currency)).times(vatInOwnCurrency.exchangeRate);
  return {
    ...vatInOwnCurrency,
    vatTotal: formatAmount(roundToMoney(exact, vatInOwnCurrency.currency)),
  };
}
