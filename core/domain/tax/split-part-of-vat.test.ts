import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, formatAmount, money, subtract, toDecimal, zero, type Money } from "#domain/money";
import { splitPartOfVat, splitVat, taxOfPart, type UncreditedVat } from "./index.ts";

/** What is uncredited of an amount that was charged at a rate, before any credit. */
function invoiced(withVat: Money, ratePercent: string): UncreditedVat {
  const ideal = toDecimal(withVat).div(decimal(ratePercent).div(100).plus(1));
  const { taxableAmount, taxAmount } = splitVat(withVat, ratePercent, ideal);
  return { ratePercent, withVat, taxableAmount, taxAmount };
}

const partOf = (withVat: Money, remaining: UncreditedVat) =>
  splitPartOfVat(withVat, remaining, {
    ideal: toDecimal(remaining.taxableAmount)
      .times(toDecimal(withVat))
      .div(toDecimal(remaining.withVat)),
    least: zero(withVat.currency),
    most: remaining.taxableAmount,
  });

const without = (
  remaining: UncreditedVat,
  withVat: Money,
  { taxableAmount, taxAmount }: Pick<UncreditedVat, "taxableAmount" | "taxAmount">,
): UncreditedVat => ({
  ratePercent: remaining.ratePercent,
  withVat: subtract(remaining.withVat, withVat),
  taxableAmount: subtract(remaining.taxableAmount, taxableAmount),
  taxAmount: subtract(remaining.taxAmount, taxAmount),
});

describe("taxOfPart", () => {
  const remaining = {
    ratePercent: "21",
    withVat: money(12_100n, "EUR"),
    taxableAmount: money(10_000n, "EUR"),
    taxAmount: money(2100n, "EUR"),
  };

  it("is the rate of the part (BR-CO-17)", () => {
    expect(formatAmount(taxOfPart(money(826n, "EUR"), remaining))).toBe("1.73");
  });

  it("leans the other way before the tax that remains is off by a cent", () => {
    const drifted = { ...remaining, taxAmount: money(2_100n + 1n, "EUR") };
    // 0.02 at 21 % is 0.0042: no tax, but 0.01 is left over by then.
    expect(formatAmount(taxOfPart(money(2n, "EUR"), drifted))).toBe("0.01");
  });
});

describe("splitPartOfVat", () => {
  it("is the split of the invoice when a part has one of its own", () => {
    const { taxableAmount, taxAmount, residue } = partOf(
      money(12_100n, "EUR"),
      invoiced(money(24_200n, "EUR"), "21"),
    );
    expect([taxableAmount, taxAmount, residue].map(formatAmount)).toEqual([
      "100.00",
      "21.00",
      "0.00",
    ]);
  });

  it("stays within its bounds, and says what is left over", () => {
    const remaining = invoiced(money(12_100n, "EUR"), "21");
    const bounds = { ideal: decimal("50"), least: zero("EUR"), most: money(4_990n, "EUR") };
    const split = splitPartOfVat(money(6_050n, "EUR"), remaining, bounds);
    expect([split.taxableAmount, split.taxAmount, split.residue].map(formatAmount)).toEqual([
      "49.90",
      "10.48",
      "0.12",
    ]);
  });

  it("keeps taxable amount and tax in step over any number of parts, down to nothing", () => {
    const part = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.constantFrom("0", "5.5", "6", "7.7", "19", "20", "21", "25", "100"),
        fc.constantFrom("EUR", "JPY", "KWD"),
        fc.array(part, { maxLength: 60 }),
        (charged, ratePercent, currency, parts) => {
          let remaining = invoiced(money(BigInt(charged), currency), ratePercent);
          for (const size of parts) {
            const withVat = money(BigInt(size), currency);
            if (withVat.minor >= remaining.withVat.minor) break;
            const split = partOf(withVat, remaining);
            remaining = without(remaining, withVat, split);
            for (const vat of [split, remaining]) {
              const tax = toDecimal(vat.taxableAmount).times(ratePercent).div(100);
              const off = toDecimal(vat.taxAmount).minus(tax).abs();
              expect(off.lt(toDecimal(money(1n, currency)))).toBe(true);
              expect(vat.taxableAmount.minor >= 0n && vat.taxAmount.minor >= 0n).toBe(true);
            }
            const left = subtract(
              remaining.withVat,
              money(remaining.taxableAmount.minor + remaining.taxAmount.minor, currency),
            );
            expect([-2n, -1n, 0n, 1n, 2n]).toContain(left.minor);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
