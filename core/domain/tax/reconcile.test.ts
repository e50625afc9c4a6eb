import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  decimal,
  formatAmount,
  money,
  roundToMoney,
  subtract,
  toDecimal,
  zero,
} from "#domain/money";
import { reconcile, splitVat, type ChargedPart } from "./index.ts";

const rate = fc.constantFrom("0", "5.5", "6", "7", "8.1", "9", "12", "19", "20", "21", "25");

describe("splitVat", () => {
  it.each([
    ["121.00", "21", "100.00", "21.00", "0.00"],
    ["106.00", "6", "100.00", "6.00", "0.00"],
    ["10.00", "21", "8.26", "1.73", "0.01"],
    ["0.00", "21", "0.00", "0.00", "0.00"],
  ])(
    "%s with %s %% VAT is %s and %s, residue %s",
    (charged, ratePercent, taxable, tax, residue) => {
      const ideal = decimal(charged).div(decimal(ratePercent).div(100).plus(1));
      const split = splitVat(roundToMoney(decimal(charged), "EUR"), ratePercent, ideal);
      expect([split.taxableAmount, split.taxAmount, split.residue].map(formatAmount)).toEqual([
        taxable,
        tax,
        residue,
      ]);
    },
  );

  it("leaves the net of a shop with prices without VAT alone when no cent fits", () => {
    const split = splitVat(roundToMoney(decimal("10.00"), "EUR"), "21", decimal("8.27"));
    expect([split.taxableAmount, split.residue].map(formatAmount)).toEqual(["8.27", "-0.01"]);
  });

  it("keeps BR-CO-17 and loses no cent, at any rate and in any currency", () => {
    const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
    fc.assert(
      fc.property(
        amount,
        rate,
        fc.constantFrom("EUR", "JPY", "KWD"),
        (minor, ratePercent, currency) => {
          const charged = money(minor, currency);
          const { taxableAmount, taxAmount, residue } = splitVat(
            charged,
            ratePercent,
            toDecimal(charged).div(decimal(ratePercent).div(100).plus(1)),
          );
          const tax = roundToMoney(toDecimal(taxableAmount).times(ratePercent).div(100), currency);
          expect(taxAmount).toEqual(tax); // BR-CO-17
          expect(add(taxableAmount, taxAmount, residue)).toEqual(charged);
          expect([-1n, 0n, 1n]).toContain(residue.minor);
        },
      ),
    );
  });
});

describe("reconcile", () => {
  const part = fc.record({
    minor: fc.bigInt({ min: 0n, max: 500_000n }),
    ratePercent: rate,
  });

  it("gives nets that add up to each rate's taxable amount, each within two cents of its ideal", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (drawn) => {
        const parts = drawn.map(({ minor, ratePercent }): ChargedPart => {
          const chargedWithVat = money(minor, "EUR");
          const idealNet = toDecimal(chargedWithVat).div(decimal(ratePercent).div(100).plus(1));
          return {
            vat: { category: ratePercent === "0" ? "Z" : "S", ratePercent },
            chargedWithVat,
            idealNet,
          };
        });
        const { nets, breakdown, residue } = reconcile(parts, "EUR");
        const charged = add(zero("EUR"), ...parts.map((each) => each.chargedWithVat));
        const computed = breakdown.flatMap(({ taxableAmount, taxAmount }) => [
          taxableAmount,
          taxAmount,
        ]);
        expect(subtract(charged, add(zero("EUR"), ...computed))).toEqual(residue);
        for (const entry of breakdown) {
          const own = nets.filter(
            (_, index) => parts[index]?.vat.ratePercent === entry.vat.ratePercent,
          );
          expect(add(zero("EUR"), ...own)).toEqual(entry.taxableAmount); // BR-S-08
        }
        nets.forEach((net, index) => {
          const distance = toDecimal(net)
            .minus(parts[index]?.idealNet ?? "0")
            .abs();
          expect(distance.lte("0.02")).toBe(true); // Peppol R120
        });
      }),
    );
  });
});
