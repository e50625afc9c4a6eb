import { expect, it } from "vitest";
import { merchantSettingsSchema } from "#domain/merchant";
import { add, decimal, parseAmount, roundToMoney, subtract, toDecimal, zero } from "#domain/money";
import { randomOrder } from "../../../tests/support/random-orders.ts";
import { draftDocument, type DraftDocument } from "./index.ts";

/** 100,000 orders in four tests, so that a slow machine stays within the time of one. */
const ORDERS_PER_TEST = 25_000;
const FIRST_SEEDS = [0, 1, 2, 3].map((part) => part * ORDERS_PER_TEST);
const settings = merchantSettingsSchema.parse({
  seller: { legalName: "Noord", address: { countryCode: "BE" } },
});

/** The laws of EN 16931 that the figures of a document must keep; the id of the first that is broken, or "". */
function brokenLaw({ lines, charges, allowances, vatBreakdown, totals, currency }: DraftDocument) {
  const money = (text: string) => parseAmount(text, currency);
  const sum = (texts: readonly string[]) => add(zero(currency), ...texts.map(money));
  const is = (total: string, { minor }: ReturnType<typeof zero>) => money(total).minor === minor;
  const { lineNetTotal, chargeTotal, allowanceTotal, totalWithoutVat, vatTotal, totalWithVat } =
    totals;
  const laws: readonly (readonly [string, boolean])[] = [
    ["BR-CO-10", is(lineNetTotal, sum(lines.map((line) => line.lineNetAmount)))],
    ["BR-CO-11", is(allowanceTotal, sum(allowances.map(({ amount }) => amount)))],
    ["BR-CO-12", is(chargeTotal, sum(charges.map(({ amount }) => amount)))],
    [
      "BR-CO-13",
      is(totalWithoutVat, subtract(sum([lineNetTotal, chargeTotal]), money(allowanceTotal))),
    ],
    ["BR-CO-14", is(vatTotal, sum(vatBreakdown.map(({ taxAmount }) => taxAmount)))],
    ["BR-CO-15", is(totalWithVat, sum([totalWithoutVat, vatTotal]))],
    [
      "BR-CO-16",
      is(
        totals.amountDue,
        subtract(sum([totalWithVat, totals.roundingAmount]), money(totals.paidAmount)),
      ),
    ],
    [
      "BR-CO-17",
      vatBreakdown.every(({ taxableAmount, taxAmount, ratePercent }) =>
        is(
          taxAmount,
          roundToMoney(
            decimal(ratePercent)
              .div(100)
              .times(toDecimal(money(taxableAmount))),
            currency,
          ),
        ),
      ),
    ],
    ["Peppol R120", lines.every((line) => isWithinR120(line))],
    // What no choice of cents meets is at most one for each rate; a shop that rounds elsewhere adds one for each part.
    [
      "residue",
      within(totals.roundingAmount, lines.length + charges.length + allowances.length, currency),
    ],
  ];
  return laws.find(([, holds]) => !holds)?.[0] ?? "";
}

function isWithinR120(line: DraftDocument["lines"][number]): boolean {
  const allowances = line.allowances.reduce((sum, { amount }) => sum.plus(amount), decimal("0"));
  const expected = decimal(line.quantity).times(line.unitPriceNet).minus(allowances);
  const digits = line.lineNetAmount.split(".")[1]?.length ?? 0;
  const unit = decimal("1").div(decimal("10").pow(digits));
  return expected.minus(line.lineNetAmount).abs().lte(unit.times(2));
}

const within = (amount: string, units: number, currency: string): boolean => {
  const { minor } = parseAmount(amount, currency);
  return minor <= BigInt(units) && minor >= -BigInt(units);
};

it.each(FIRST_SEEDS)("keeps the law to the cent over 25,000 orders from seed %i", (first) => {
  const broken: string[] = [];
  for (let seed = first; seed < first + ORDERS_PER_TEST && broken.length < 10; seed += 1) {
    const order = randomOrder(seed);
    const draft = draftDocument(order, "invoice", settings);
    const law = draft.ok ? brokenLaw(draft.value) : draft.problem.message;
    if (law !== "") broken.push(`order ${seed}: ${law}`);
    if (!draft.ok) continue;
    const { amountDue, paidAmount } = draft.value.totals;
    const charged = [amountDue, paidAmount].map((text) => parseAmount(text, order.currency));
    const due = add(zero(order.currency), ...charged);
    if (due.minor !== roundToMoney(decimal(order.total), order.currency).minor)
      broken.push(`order ${seed}: due ${amountDue} of ${order.total}`);
  }
  expect(broken).toEqual([]);
});
