import { add, money, roundToMoney, toDecimal, zero, type Decimal, type Money } from "#domain/money";
import { allocateWithin, boundsOf } from "#domain/tax";
import type { Take } from "./credit.ts";
import type { DocumentPart } from "./document-parts.ts";

interface Wanted {
  /** Pieces; zero: of the price only. */
  readonly quantity: Decimal;
  /** Null: what the pieces are worth. */
  readonly amountWithVat: Decimal | null;
}

/**
 * Takes of a line or charge, which can be several parts: pieces go to them in their order, an amount by what they are worth. Never more
 * than each has left.
 */
export function takeParts(
  { quantity, amountWithVat }: Wanted,
  parts: readonly DocumentPart[],
): readonly Take[] {
  const isPieceless = quantity.eq(0);
  let left = quantity;
  const chosen = parts.flatMap((part) => {
    const size = part.quantity.abs();
    const pieces = left.lt(size) ? left : size;
    left = left.minus(pieces);
    return isPieceless || pieces.gt(0) ? [{ part, pieces }] : [];
  });
  const worths = chosen.map(({ part, pieces }) =>
    isPieceless ? magnitude(part.withVat) : worthOf(pieces, part),
  );
  const amounts = amountWithVat === null ? worths : capped(amountWithVat.abs(), worths, chosen);
  return chosen
    .map(({ part, pieces }, index) => {
      const amount = amounts[index] ?? zero(part.withVat.currency);
      return {
        part,
        quantity: part.quantity.lt(0) ? pieces.times(-1) : pieces,
        withVat: part.withVat.minor < 0n ? money(-amount.minor, amount.currency) : amount,
      };
    })
    .filter((take) => !take.quantity.eq(0) || take.withVat.minor !== 0n);
}

/** All pieces that are left are worth all that is left. */
const worthOf = (pieces: Decimal, { quantity, withVat }: DocumentPart): Money =>
  roundToMoney(toDecimal(magnitude(withVat)).times(pieces).div(quantity.abs()), withVat.currency);

function capped(
  amount: Decimal,
  worths: readonly Money[],
  chosen: readonly { readonly part: DocumentPart }[],
): readonly Money[] {
  const [first] = worths;
  if (first === undefined) return [];
  const none = zero(first.currency);
  const worth = toDecimal(add(none, ...worths));
  const shares = chosen.map(({ part }, index) => ({
    ideal: worth.eq(0) ? worth : amount.times(toDecimal(worths[index] ?? none)).div(worth),
    least: none,
    most: magnitude(part.withVat),
  }));
  const { most } = boundsOf(shares, first.currency);
  const said = roundToMoney(amount, first.currency);
  return allocateWithin(said.minor > most.minor ? most : said, shares);
}

const magnitude = ({ minor, currency }: Money): Money =>
  money(minor < 0n ? -minor : minor, currency);
