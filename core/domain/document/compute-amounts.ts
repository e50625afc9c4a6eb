import {
  add,
  allocate,
  decimal,
  decimalText,
  formatAmount,
  isZero,
  roundToMoney,
  subtract,
  zero,
  type Money,
} from "#domain/money";
import type { NormalisedOrder } from "#domain/order";
import { reconcile } from "#domain/tax";
import type { PricedCharge, PricedLine } from "./charged-parts.ts";
import type { DocumentAllowance, DocumentCharge, DocumentLine, DraftDocument } from "./document.ts";

/** Digits kept of a price without VAT: enough that quantity × price meets the line's net (Peppol R120). */
const UNIT_PRICE_DIGITS = 8;

/** The breakdown before its exemptions have their words. */
export type Amounts = Pick<DraftDocument, "lines" | "charges" | "allowances" | "totals"> & {
  readonly vatBreakdown: readonly Omit<DraftDocument["vatBreakdown"][number], "exemption">[];
};

/** Lines, charges, allowances, VAT breakdown and totals, so that what is due equals what was charged minus what was paid. */
export function computeAmounts(
  order: NormalisedOrder,
  lines: readonly PricedLine[],
  charges: readonly PricedCharge[],
): Amounts {
  const { nets, breakdown } = reconcile([...lines, ...charges], order.currency);
  const lineNets = nets.slice(0, lines.length);
  const additions = charges.map((charge, index) => ({
    charge,
    net: nets[lines.length + index] ?? zero(order.currency),
  }));
  const none = zero(order.currency);

  const lineNetTotal = add(none, ...lineNets); // BR-CO-10
  const allowances = additions.filter(({ net }) => net.minor < 0n);
  const added = additions.filter(({ net }) => net.minor >= 0n);
  const allowanceTotal = subtract(none, add(none, ...allowances.map(({ net }) => net))); // BR-CO-11
  const chargeTotal = add(none, ...added.map(({ net }) => net)); // BR-CO-12
  const totalWithoutVat = subtract(add(lineNetTotal, chargeTotal), allowanceTotal); // BR-CO-13
  const vatTotal = add(none, ...breakdown.map(({ taxAmount }) => taxAmount)); // BR-CO-14
  const totalWithVat = add(totalWithoutVat, vatTotal); // BR-CO-15
  const charged = roundToMoney(decimal(order.total), order.currency);
  const paidAmount = roundToMoney(decimal(order.paidAmount), order.currency);
  return {
    lines: lines.map((line, index) => documentLine(line, lineNets[index] ?? none)),
    charges: added.map(({ charge, net }) => documentCharge(charge, net)),
    allowances: allowances.map(({ charge, net }) => documentAllowance(charge, net)),
    vatBreakdown: breakdown.map(({ vat, taxableAmount, taxAmount }) => ({
      category: vat.category,
      ratePercent: vat.ratePercent,
      taxableAmount: formatAmount(taxableAmount),
      taxAmount: formatAmount(taxAmount),
    })),
    totals: {
      lineNetTotal: formatAmount(lineNetTotal),
      allowanceTotal: formatAmount(allowanceTotal),
      chargeTotal: formatAmount(chargeTotal),
      totalWithoutVat: formatAmount(totalWithoutVat),
      vatTotal: formatAmount(vatTotal),
      totalWithVat: formatAmount(totalWithVat),
      paidAmount: formatAmount(paidAmount),
      roundingAmount: formatAmount(subtract(charged, totalWithVat)),
      amountDue: formatAmount(subtract(charged, paidAmount)), // BR-CO-16
    },
  };
}

function documentLine(priced: PricedLine, net: Money): DocumentLine {
  const { line, vat } = priced;
  const sign = priced.unitPriceNet.lt(0) ? -1 : 1; // BR-27: no price is negative, so the quantity is
  return {
    lineId: line.lineId,
    itemName: line.itemName,
    options: line.options,
    sku: line.sku,
    gtin: line.gtin,
    unitCode: line.unitCode,
    quantity: decimalText(decimal(line.quantity).times(sign)),
    unitPriceNet: decimalText(priced.unitPriceNet.times(sign), UNIT_PRICE_DIGITS),
    unitPriceWithVat: decimalText(priced.unitPriceWithVat.times(sign), UNIT_PRICE_DIGITS),
    allowances: netAllowances(priced, net),
    lineNetAmount: formatAmount(net),
    lineAmountWithVat: formatAmount(priced.chargedWithVat),
    vat,
  };
}

/** Spreads list amount − net over the line's allowances, so that price × quantity − allowances is the net (BT-131). */
function netAllowances(
  { line, unitPriceNet, allowanceNets }: PricedLine,
  net: Money,
): DocumentLine["allowances"] {
  const listAmount = roundToMoney(unitPriceNet.times(line.quantity), net.currency);
  const amounts = allocate(subtract(listAmount, net), allowanceNets);
  return line.allowances.flatMap(({ reason }, index) => {
    const amount = amounts[index];
    return amount === undefined || isZero(amount) ? [] : [{ reason, amount: formatAmount(amount) }];
  });
}

const documentCharge = (
  { charge, chargedWithVat, vat }: PricedCharge,
  net: Money,
): DocumentCharge => ({
  chargeId: charge.chargeId,
  type: charge.type,
  name: charge.name,
  amount: formatAmount(net),
  amountWithVat: formatAmount(chargedWithVat),
  vat,
});

/** A negative charge, such as a negative fee: the same figures with the other sign. */
const documentAllowance = (
  { charge, chargedWithVat, vat }: PricedCharge,
  net: Money,
): DocumentAllowance => ({
  allowanceId: charge.chargeId,
  type: "discount",
  name: charge.name,
  amount: formatAmount(negate(net)),
  amountWithVat: formatAmount(negate(chargedWithVat)),
  vat,
});

const negate = (amount: Money): Money => subtract(zero(amount.currency), amount);
