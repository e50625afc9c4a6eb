import { decimal, minorDigits, sumOf, type CurrencyCode, type Decimal } from "#domain/money";
import type { ReadTax } from "./tax-reader.ts";

/** A part of a fee that bears the same taxes throughout. */
export interface FeeShare {
  readonly net: Decimal;
  readonly taxes: readonly ReadTax[];
}

type Taxes = readonly ReadTax[];

/**
 * WooCommerce takes a negative fee off all that was ordered and gives it the taxes of all, but does not say what each of them is
 * on. The goods say which taxes go together; then the amount of a tax and its rate say how much of the fee they are on. The rest
 * is off what bears no tax.
 */
export function splitDiscountFee(
  fee: FeeShare,
  goods: readonly Taxes[],
  currency: CurrencyCode,
): readonly FeeShare[] {
  let groups = groupsOf(fee.taxes, goods);
  let left = fee.taxes;
  const shares: FeeShare[] = [];
  for (let own = ownTax(groups); own !== undefined; own = ownTax(groups)) {
    const { group, tax } = own;
    const net = amountOf(tax, left).times(100).div(tax.ratePercent);
    const taxes = group.map((each) => ({ ...each, amount: net.times(each.ratePercent).div(100) }));
    shares.push({ net, taxes });
    left = left.map((each) => ({ ...each, amount: each.amount.minus(amountOf(each, taxes)) }));
    groups = groups.filter((other) => other !== group);
  }
  const halfUnit = decimal("0.5").div(10 ** minorDigits(currency));
  if (left.some(({ amount }) => amount.abs().gt(halfUnit))) return [fee];
  const untaxed = goods.find((taxes) => taxes.length > 0 && taxes.every(isZeroRate)) ?? [];
  return withTheRest(shares, { fee, halfUnit, untaxed });
}

const isZeroRate = ({ ratePercent }: ReadTax): boolean => ratePercent.eq(0);
const has = (taxes: Taxes, { rateId }: ReadTax): boolean =>
  taxes.some((tax) => tax.rateId === rateId);
const amountOf = (tax: ReadTax, taxes: Taxes): Decimal =>
  taxes.find(({ rateId }) => rateId === tax.rateId)?.amount ?? decimal("0");

/** The taxes of the fee as they go together on the goods; one that is on none of them stands alone. */
function groupsOf(taxes: Taxes, goods: readonly Taxes[]): readonly Taxes[] {
  const onGoods = goods.filter(
    (group) => group.length > 0 && group.every((tax) => has(taxes, tax)),
  );
  const alone = taxes
    .filter((tax) => !onGoods.some((group) => has(group, tax)))
    .map((tax) => [tax]);
  const keyOf = (group: Taxes) => group.map(({ rateId }) => rateId).join(" ");
  return [...new Map([...onGoods, ...alone].map((group) => [keyOf(group), group])).values()];
}

/** A tax that is in one group only, so that all of it is on that group's share. */
function ownTax(groups: readonly Taxes[]) {
  for (const group of groups) {
    const tax = group.find(
      (each) => !isZeroRate(each) && groups.every((other) => other === group || !has(other, each)),
    );
    if (tax !== undefined) return { group, tax };
  }
  return undefined;
}

/** A share is known as well as its tax is: to half a unit. A rest within that is no share of its own. */
function withTheRest(
  shares: readonly FeeShare[],
  {
    fee,
    halfUnit,
    untaxed,
  }: { readonly fee: FeeShare; readonly halfUnit: Decimal; readonly untaxed: Taxes },
): readonly FeeShare[] {
  const rest = fee.net.minus(sumOf(shares.map(({ net }) => net)));
  const rates = shares.flatMap(({ taxes }) => taxes).filter((tax) => !isZeroRate(tax));
  const slack = sumOf(rates.map(({ ratePercent }) => halfUnit.times(100).div(ratePercent)));
  const [largest] = shares.toSorted((a, b) => b.net.abs().cmp(a.net.abs()));
  if (largest === undefined || rest.abs().gt(slack))
    return [...shares, { net: rest, taxes: untaxed.map(asZero) }];
  return shares.map((share) =>
    share === largest ? { ...share, net: share.net.plus(rest) } : share,
  );
}

const asZero = (tax: ReadTax): ReadTax => ({ ...tax, amount: decimal("0") });
