import type { MerchantSettings } from "#domain/merchant";
import {
  add,
  allocate,
  decimal,
  decimalText,
  isZero,
  roundToMoney,
  subtract,
  sumOf,
  toDecimal,
  zero,
  type Decimal,
  type Money,
} from "#domain/money";
import type { NormalisedOrder, OrderCharge, OrderLine, OrderTax } from "#domain/order";
import { vatKey, type ChargedPart, type VatTreatment } from "#domain/tax";
import { decideVat, lineAmount, type VatDecision } from "./decide-vat.ts";
import type { VatTrace } from "./document.ts";

interface PricedPart extends ChargedPart {
  readonly decision: VatDecision;
  /** The shop's own, for checking that rate and tax belong together. */
  readonly taxes: readonly OrderTax[];
}

/** A line with the numbers that its document line needs, still exact. */
export interface PricedLine extends PricedPart {
  readonly line: OrderLine;
  readonly unitPriceNet: Decimal;
  readonly unitPriceWithVat: Decimal;
  /** Without VAT, one per allowance of the line. */
  readonly allowanceNets: readonly Decimal[];
}

/** A charge, or an allowance when its amount is negative. */
export interface PricedCharge extends PricedPart {
  readonly charge: OrderCharge;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly charges: readonly PricedCharge[];
  readonly vatTrace: readonly VatTrace[];
}

/** What the shop charged for each line and charge, with VAT and net, from its own prices, discounts and taxes. */
export function priceOrder(order: NormalisedOrder, settings: MerchantSettings): PricedOrder {
  const decisions = decideVat(order, settings);
  const lines = order.lines.map((line, index) => priceLine(line, decisions.lines[index], order));
  const charges = order.charges.map((charge, index) => {
    const decision = decisions.charges[index];
    return { ...chargedPart(decimal(charge.amount), { part: charge, decision }, order), charge };
  });
  const settled =
    settings.vat.shipping === "likeGoods"
      ? charges.flatMap((charge) => likeGoods(charge, lines))
      : charges;
  return {
    lines,
    charges: settled,
    vatTrace: traceOf(
      [...lines, ...settled].map((part) => ({ name: nameOf(part), decision: part.decision })),
    ),
  };
}

const nameOf = (part: PricedLine | PricedCharge): string =>
  "line" in part ? part.line.itemName : part.charge.name || part.charge.type;

function priceLine(
  line: OrderLine,
  decision: VatDecision | undefined,
  order: NormalisedOrder,
): PricedLine {
  const price = decimal(line.unitPrice);
  const part = chargedPart(lineAmount(line), { part: line, decision }, order);
  const rate = factorOf(part.vat);
  const net = (amount: Decimal) => (order.pricesIncludeVat ? amount.div(rate) : amount);
  return {
    ...part,
    line,
    unitPriceNet: net(price),
    unitPriceWithVat: order.pricesIncludeVat ? price : price.times(rate),
    allowanceNets: line.allowances.map(({ amount }) => net(decimal(amount))),
  };
}

function chargedPart(
  amount: Decimal,
  {
    part,
    decision,
  }: { readonly part: OrderLine | OrderCharge; readonly decision: VatDecision | undefined },
  order: NormalisedOrder,
): PricedPart {
  if (decision === undefined) throw new Error("a part of the order has no VAT decision");
  const { vat } = decision;
  const tax = sumOf(part.taxes.map((each) => decimal(each.amount)));
  return {
    decision,
    vat,
    taxes: part.taxes,
    chargedWithVat: roundToMoney(
      order.pricesIncludeVat ? amount : amount.plus(tax),
      order.currency,
    ),
    idealNet: order.pricesIncludeVat ? amount.div(factorOf(vat)) : amount,
  };
}

/** 1.21 of 21 %. */
const factorOf = ({ ratePercent }: VatTreatment): Decimal => decimal(ratePercent).div(100).plus(1);

/**
 * Shipping as a share of the goods' rates: what was charged with VAT stays, and each rate bears its part of it by the value of
 * its goods.
 */
function likeGoods(charge: PricedCharge, lines: readonly PricedLine[]): readonly PricedCharge[] {
  // A voucher is no goods: nothing is shipped for it, and its VAT comes later.
  const shipped = lines.filter(({ decision }) => decision.because !== "voucher");
  const goods = [...Map.groupBy(shipped, ({ vat }) => vatKey(vat)).values()];
  const none = zero(charge.chargedWithVat.currency);
  const worth = goods.map((group) => add(none, ...group.map((line) => line.chargedWithVat)));
  const isSpread = charge.charge.type === "shipping" && !isZero(charge.chargedWithVat);
  if (!isSpread || worth.some(({ minor }) => minor < 0n) || worth.every(isZero)) return [charge];
  const total = toDecimal(add(none, ...worth));
  const amount = toDecimal(charge.chargedWithVat);
  const shares = allocate(
    charge.chargedWithVat,
    worth.map((each) => amount.times(toDecimal(each)).div(total)),
  );
  return goods.flatMap(([first], index) => {
    const share = shares[index];
    if (first === undefined || share === undefined || isZero(share)) return [];
    return [shareOf(charge, { vat: first.vat, share, index })];
  });
}

function shareOf(
  { charge }: PricedCharge,
  {
    vat,
    share,
    index,
  }: { readonly vat: VatTreatment; readonly share: Money; readonly index: number },
): PricedCharge {
  const idealNet = toDecimal(share).div(factorOf(vat));
  const tax = subtract(share, roundToMoney(idealNet, share.currency));
  const ratePercent = vat.ratePercent;
  return {
    charge: {
      ...charge,
      chargeId: index === 0 ? charge.chargeId : `${charge.chargeId}#${index + 1}`,
    },
    taxes: [{ title: "", ratePercent, amount: decimalText(toDecimal(tax)) }],
    decision: { vat, because: "followsGoods", facts: { ratePercent } },
    vat,
    chargedWithVat: share,
    idealNet,
  };
}

/** One entry for all parts that were decided alike. */
function traceOf(decided: readonly { readonly name: string; readonly decision: VatDecision }[]) {
  const alike = Map.groupBy(decided, ({ decision }) => JSON.stringify(decision));
  return [...alike.values()].flatMap((group): VatTrace[] => {
    const [first] = group;
    return first === undefined ? [] : [{ parts: group.map(({ name }) => name), ...first.decision }];
  });
}
