import { add, money, subtract, toDecimal, zero, type Money } from "#domain/money";
import { allocateWithin, type VatTreatment } from "#domain/tax";
import { byAmount, type Extra, type Take } from "./credit.ts";
import { treatmentKey } from "./document-parts.ts";
import type { Remaining } from "./remaining.ts";
import { takesOf } from "./within-treatments.ts";

interface Pot {
  readonly vat: VatTreatment;
  readonly withVat: Money;
}

/** An amount without saying for what: shared by what the takes leave of each treatment. `all`: all that they leave. */
export function sharedByAmount(
  wanted: Money | "all",
  takes: readonly Take[],
  remaining: Remaining,
): readonly Extra[] {
  const left = remaining.treatments.map(({ vat, withVat }) => ({
    vat,
    withVat: subtract(withVat, worthOf(takesOf(vat, takes), withVat)),
  }));
  const shares = wanted === "all" ? left : sharesOf(wanted, left);
  return shares
    .filter(({ withVat }) => withVat.minor !== 0n)
    .map(({ vat, withVat }) => byAmount(vat, withVat));
}

/** A fee bears the VAT of what is credited, in proportion. */
export function feesKept(takes: readonly Take[], kept: Money): readonly Extra[] {
  const groups = [...Map.groupBy(takes, ({ part }) => treatmentKey(part.vat)).values()];
  const credited = groups.flatMap((group) =>
    group.slice(0, 1).map(({ part }) => ({ vat: part.vat, withVat: worthOf(group, kept) })),
  );
  return sharesOf(kept, credited)
    .filter(({ withVat }) => withVat.minor !== 0n)
    .map(({ vat, withVat }) => ({
      ...byAmount(vat, money(-withVat.minor, withVat.currency)),
      type: "restockingFee" as const,
    }));
}

/** The takes with a few cents more, where a part and its treatment have them left. */
export function raised(
  takes: readonly Take[],
  by: Money,
  { treatments }: Remaining,
): readonly Take[] {
  const { currency } = by;
  let wanted = by.minor;
  const room = new Map(
    treatments.map(({ vat, withVat }) => [
      treatmentKey(vat),
      subtract(withVat, worthOf(takesOf(vat, takes), withVat)).minor,
    ]),
  );
  return takes.map((take) => {
    const key = treatmentKey(take.part.vat);
    const ofPart = take.withVat.minor < 0n ? 0n : subtract(take.part.withVat, take.withVat).minor;
    const most = [room.get(key) ?? 0n, ofPart, wanted].reduce((a, b) => (a < b ? a : b));
    if (most <= 0n) return take;
    wanted -= most;
    room.set(key, (room.get(key) ?? 0n) - most);
    return { ...take, withVat: add(take.withVat, money(most, currency)) };
  });
}

/** In proportion to what each has above zero, and never more than that. */
function sharesOf(total: Money, pots: readonly Pot[]): readonly Pot[] {
  const none = zero(total.currency);
  const above = pots.filter(({ withVat }) => withVat.minor > 0n);
  const most = add(none, ...above.map(({ withVat }) => withVat));
  if (above.length === 0) return [];
  const wanted = total.minor < most.minor ? total : most;
  const amounts = allocateWithin(
    wanted,
    above.map(({ withVat }) => ({
      ideal: toDecimal(withVat).times(toDecimal(wanted)).div(toDecimal(most)),
      least: none,
      most: withVat,
    })),
  );
  return above.map(({ vat }, index) => ({ vat, withVat: amounts[index] ?? none }));
}

const worthOf = (takes: readonly Take[], { currency }: Money): Money =>
  add(zero(currency), ...takes.map(({ withVat }) => withVat));
