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
import type { DocumentCharge, DocumentLine, DraftDocument } from "./document.ts";

/** Digits kept of a price without VAT: enough that quantity × price meets the line's net (Peppol R120). */
const UNIT_PRICE_DIGITS = 8;

/** Lines, charges, VAT breakdown and totals, so that what is due equals what was charged minus what was paid. */
export function computeAmounts(
  order: NormalisedOrder,
  lines: readonly PricedLine[],
  charges: readonly PricedCharge[],
): Pick<DraftDocument, "lines" | "charges" | "vatBreakdown" | "totals"> {
  const { nets, breakdown } = reconcile([...lines, ...charges], order.currency);
  const lineNets = nets.slice(0, lines.length);
  const chargeNets = nets.slice(lines.length);
  const none = zero(order.currency);

  const lineNetTotal = add(none, ...lineNets); // BR-CO-10
  const chargeTotal = add(none, ...chargeNets); // BR-CO-12
  const totalWithoutVat = add(lineNetTotal, chargeTotal); // BR-CO-13
  const vatTotal = add(none, ...breakdown.map(({ taxAmount }) => taxAmount)); // BR-CO-14
  const totalWithVat = add(totalWithoutVat, vatTotal); // BR-CO-15
  const charged = roundToMoney(decimal(order.total), order.currency);
  const paidAmount = roundToMoney(decimal(order.paidAmount), order.currency);
  return {
    lines: lines.map((line, index) => documentLine(line, lineNets[index] ?? none)),
    charges: charges.map((charge, index) => documentCharge(charge, chargeNets[index] ?? none)),
    vatBreakdown: breakdown.map(({ vat, taxableAmount, taxAmount }) => ({
      ...vat,
      taxableAmount: formatAmount(taxableAmount),
      taxAmount: formatAmount(taxAmount),
    })),
    totals: {
      lineNetTotal: formatAmount(lineNetTotal),
      allowanceTotal: formatAmount(none),
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
