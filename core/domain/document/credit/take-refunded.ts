import { decimal, decimalText, sumOf, type Decimal } from "#domain/money";
import type { OrderRefund } from "#domain/order";
import { failed, ok, type Result } from "#domain/result";
import type { Take } from "./credit.ts";
import type { CreditProblem } from "./credit-problem.ts";
import { idOf, type DocumentPart } from "./document-parts.ts";
import type { Remaining } from "./remaining.ts";
import { takeParts } from "./take-parts.ts";

/** Several entries of a refund can be about one line: pieces that come back at two places. */
interface Wanted {
  readonly id: string;
  /** Zero: a charge, or an amount of a line without pieces. */
  readonly quantity: Decimal;
  /** As the shop counted; null where it does not say. */
  readonly amountWithVat: Decimal | null;
}

/** The lines and charges that a refund names, each for what the shop says, but never for more than is left of it. */
export function takeRefunded(
  refund: Pick<OrderRefund, "lines" | "charges">,
  remaining: Remaining,
): Result<readonly Take[], CreditProblem> {
  const takes: Take[] = [];
  for (const wanted of wantedOf(refund)) {
    const parts = partsNamed(wanted, remaining);
    if (parts.length === 0) return failed(notInvoiced(wanted));
    if (wanted.quantity.eq(0) && wanted.amountWithVat === null) continue;
    const left = sumOf(parts.map(({ quantity }) => quantity.abs()));
    const hasPieces = parts.some(({ source }) => "line" in source);
    if (hasPieces && wanted.quantity.gt(left)) {
      return failed(tooManyPieces(wanted.quantity, left, parts));
    }
    const quantity = hasPieces ? wanted.quantity : decimal("0"); // a shop's tip can be a line to it
    takes.push(...takeParts({ ...wanted, quantity }, parts));
  }
  return ok(takes);
}

function wantedOf({ lines, charges }: Pick<OrderRefund, "lines" | "charges">): readonly Wanted[] {
  const byLine = [...Map.groupBy(lines, ({ lineId }) => lineId)].map(([id, group]) => ({
    id,
    quantity: sumOf(group.map(({ quantity }) => decimal(quantity))),
    amountWithVat: group.some(({ amountWithVat }) => amountWithVat === null)
      ? null
      : sumOf(group.map(({ amountWithVat }) => decimal(amountWithVat ?? "0"))),
  }));
  const byCharge = [...Map.groupBy(charges, ({ chargeId }) => chargeId)].map(([id, group]) => ({
    id,
    quantity: decimal("0"),
    amountWithVat: sumOf(group.map(({ amountWithVat }) => decimal(amountWithVat))),
  }));
  return [...byLine, ...byCharge];
}

/** The parts of a line or charge; of a charge and an allowance with one id, that with the sign of the amount. */
function partsNamed({ id, amountWithVat }: Wanted, { parts }: Remaining): readonly DocumentPart[] {
  const named = parts.filter(({ partKey }) => idOf(partKey) === id);
  const isBelow = amountWithVat?.lt(0) ?? false;
  const ofSign = named.filter(({ source }) => "allowance" in source === isBelow);
  return ofSign.length === 0 ? named : ofSign;
}

const notInvoiced = ({ id }: Wanted): CreditProblem => ({
  code: "not-invoiced",
  message:
    `The refund is about line or charge ${id}, which is on no invoice of this order. ` +
    `Issue the invoice of what was added to the order first.`,
});

function tooManyPieces(
  wanted: Decimal,
  left: Decimal,
  parts: readonly DocumentPart[],
): CreditProblem {
  const name = parts.flatMap(({ source }) => ("line" in source ? [source.line.itemName] : []))[0];
  return {
    code: "credit-exceeds-invoice",
    message:
      `The refund takes back ${decimalText(wanted)} of ${name ?? "a line"}, but only ${decimalText(left)} ` +
      `of what was invoiced is not credited yet. A credit note never gives back more than the invoice.`,
  };
}
