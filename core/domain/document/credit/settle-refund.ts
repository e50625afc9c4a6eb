import { add, formatAmount, subtract, zero, type Money } from "#domain/money";
import { failed, ok, type Result } from "#domain/result";
import { creditsSomething, type Credit, type Take } from "./credit.ts";
import { NOTHING_TO_CREDIT, type CreditProblem } from "./credit-problem.ts";
import { aboveZero, smaller } from "./money-back.ts";
import { remainingRounding, type Remaining } from "./remaining.ts";
import { feesKept, raised, sharedByAmount } from "./share-by-treatment.ts";
import { takeAll } from "./take-all.ts";
import { scaled, takesOf } from "./within-treatments.ts";

/** What happened to the money of a refund. */
export interface MoneyBack {
  /** What went back for what was sold. */
  readonly paidBack: Money;
  /** What the shop says that it kept: a fee. */
  readonly kept: Money;
  /** What was charged and never paid. */
  readonly unpaid: Money;
}

/**
 * Makes takes and money meet. Less money than takes: first comes the fee that the shop says it kept, then what was never paid is set
 * off, and the rest is a fee too; with no money at all the rest stays in the buyer's favour. More money than takes: the rest is credited
 * by amount.
 */
export function settleRefund(
  takes: readonly Take[],
  money: MoneyBack,
  remaining: Remaining,
): Result<Credit, CreditProblem> {
  const { paidBack } = money;
  const listed = worthOf(takes, paidBack, remaining);
  const short = subtract(listed, paidBack);
  if (short.minor < 0n) return checked(withAmounts(takes, paidBack, remaining), remaining);
  const fee = feeIn(short, money);
  const charged = subtract(listed, fee);
  const items = isLast(charged, remaining)
    ? withTheRest(takes, remaining)
    : withoutKept(takes, fee);
  return checked({ ...items, charged, paidBack }, remaining);
}

function feeIn(short: Money, { paidBack, kept, unpaid }: MoneyBack): Money {
  const said = smaller(kept, short);
  if (paidBack.minor === 0n) return said;
  return add(said, aboveZero(subtract(subtract(short, said), unpaid)));
}

/** Whether nothing that was charged is left after this. */
const isLast = (charged: Money, remaining: Remaining): boolean =>
  charged.minor === remaining.charged.minor;

/** With the last of an invoice goes its rounding, unless the shop left it out. */
function worthOf(takes: readonly Take[], paidBack: Money, remaining: Remaining): Money {
  const listed = sumOf(takes, remaining);
  const isAll = remaining.treatments.every(
    ({ vat, withVat }) => sumOf(takesOf(vat, takes), remaining).minor === withVat.minor,
  );
  if (!isAll || takes.length === 0 || paidBack.minor === listed.minor) return listed;
  return add(listed, remainingRounding(remaining));
}

type Items = Pick<Credit, "takes" | "extras">;

/** Shops round per line: what differs by a cent a line is no fee and no gift. */
const isRounding = ({ minor }: Money, takes: readonly Take[]): boolean =>
  minor <= BigInt(takes.length);

function withoutKept(takes: readonly Take[], kept: Money): Items {
  if (!isRounding(kept, takes)) return { takes, extras: feesKept(takes, kept) };
  const above = takes.filter(({ withVat }) => withVat.minor > 0n);
  const worth = add(zero(kept.currency), ...above.map(({ withVat }) => withVat));
  const most = subtract(worth, kept);
  return { takes: scaled(takes, most.minor > 0n ? most : zero(kept.currency)), extras: [] };
}

function withAmounts(takes: readonly Take[], paidBack: Money, remaining: Remaining): Credit {
  if (isLast(paidBack, remaining)) {
    return { ...withTheRest(takes, remaining), charged: paidBack, paidBack };
  }
  const raisedTakes = raisedBy(subtract(paidBack, sumOf(takes, remaining)), takes, remaining);
  const rest = subtract(paidBack, sumOf(raisedTakes, remaining));
  const extras = sharedByAmount(rest, raisedTakes, remaining);
  return { takes: raisedTakes, extras, charged: paidBack, paidBack };
}

/**
 * The last credit note takes all that is left of every treatment, so that nothing of the VAT stays behind: line by line, unless the refund
 * names its lines.
 */
function withTheRest(takes: readonly Take[], remaining: Remaining): Items {
  if (takes.length === 0) return takeAll(remaining);
  const left = subtract(remaining.charged, remainingRounding(remaining));
  const raisedTakes = raisedBy(subtract(left, sumOf(takes, remaining)), takes, remaining);
  return { takes: raisedTakes, extras: sharedByAmount("all", raisedTakes, remaining) };
}

const raisedBy = (by: Money, takes: readonly Take[], remaining: Remaining): readonly Take[] =>
  by.minor > 0n && isRounding(by, takes) ? raised(takes, by, remaining) : takes;

/** Never more than was invoiced and is not credited yet: a cent over is refused too. */
function checked(credit: Credit, { charged }: Remaining): Result<Credit, CreditProblem> {
  if (credit.charged.minor > charged.minor) {
    return failed({
      code: "credit-exceeds-invoice",
      message:
        `This would credit ${inWords(credit.charged)}, but only ${inWords(aboveZero(charged))} of what was invoiced is ` +
        `not credited yet. A credit note never gives back more than the invoice; check the refund in the shop.`,
    });
  }
  return creditsSomething(credit) ? ok(credit) : failed(NOTHING_TO_CREDIT);
}

const inWords = (amount: Money): string => `${formatAmount(amount)} ${amount.currency}`;

const sumOf = (takes: readonly Take[], { currency }: Pick<Remaining, "currency">): Money =>
  add(zero(currency), ...takes.map(({ withVat }) => withVat));
