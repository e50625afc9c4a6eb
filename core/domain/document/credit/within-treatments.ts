import { add, decimal, money, subtract, toDecimal, zero, type Money } from "#domain/money";
import { allocateWithin, type VatTreatment } from "#domain/tax";
import type { Take } from "./credit.ts";
import { treatmentKey, type DocumentPart } from "./document-parts.ts";
import type { Remaining } from "./remaining.ts";

/**
 * Takes that stay within what is left of each treatment. Where they come to more, the allowances of the invoice go along, as far as they
 * are needed: first those of the same treatment, then those of treatments that nothing is taken of. Beyond that it was credited by amount
 * before, and is no longer there for lines.
 */
export function withinTreatments(takes: readonly Take[], remaining: Remaining): readonly Take[] {
  const free = remaining.parts.filter(
    (part) =>
      "allowance" in part.source &&
      part.withVat.minor < 0n &&
      !takes.some((take) => take.part === part),
  );
  const own = remaining.treatments.flatMap(({ vat, withVat }) => {
    const mine = takesOf(vat, takes);
    if (mine.length === 0) return [];
    const excess = subtract(sumOf(mine, withVat), withVat);
    return scaledTo(withVat, [...mine, ...allowancesFor(excess, free.filter(isOf(vat)))]);
  });
  const others = free.filter(({ vat }) => takesOf(vat, takes).length === 0);
  const left = add(zero(remaining.currency), ...remaining.treatments.map(({ withVat }) => withVat));
  const within = [...own, ...allowancesFor(subtract(sumOf(own, left), left), others)];
  const place = ({ part }: Take) => remaining.parts.indexOf(part);
  return within.toSorted((a, b) => place(a) - place(b));
}

export const takesOf = (vat: VatTreatment, takes: readonly Take[]): readonly Take[] =>
  takes.filter(({ part }) => isOf(vat)(part));

const isOf =
  (vat: VatTreatment) =>
  (part: Pick<DocumentPart, "vat">): boolean =>
    treatmentKey(part.vat) === treatmentKey(vat);

function allowancesFor(excess: Money, allowances: readonly DocumentPart[]): readonly Take[] {
  let left = excess.minor;
  return allowances.flatMap((part) => {
    if (left <= 0n) return [];
    const amount = left < -part.withVat.minor ? left : -part.withVat.minor;
    left -= amount;
    return [{ part, quantity: decimal("0"), withVat: money(-amount, excess.currency) }];
  });
}

function scaledTo(left: Money, takes: readonly Take[]): readonly Take[] {
  const below = takes.filter(({ withVat }) => withVat.minor < 0n);
  const room = subtract(left, sumOf(below, left));
  return scaled(takes, room.minor > 0n ? room : zero(left.currency));
}

/** What is above zero shrinks in proportion until it comes to `most`. */
export function scaled(takes: readonly Take[], most: Money): readonly Take[] {
  const none = zero(most.currency);
  const above = takes.filter(({ withVat }) => withVat.minor > 0n);
  const wanted = sumOf(above, most);
  if (wanted.minor <= most.minor) return takes;
  const amounts = allocateWithin(
    most,
    above.map(({ withVat }) => ({
      ideal: toDecimal(withVat).times(toDecimal(most)).div(toDecimal(wanted)),
      least: none,
      most: withVat,
    })),
  );
  return takes.map((take) => {
    const index = above.indexOf(take);
    return index === -1 ? take : { ...take, withVat: amounts[index] ?? none };
  });
}

const sumOf = (takes: readonly Take[], { currency }: Money): Money =>
  add(zero(currency), ...takes.map(({ withVat }) => withVat));
