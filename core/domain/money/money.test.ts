import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  allocate,
  decimal,
  decimalText,
  formatAmount,
  money,
  parseAmount,
  roundToMoney,
  zero,
} from "./index.ts";

const currency = fc.constantFrom("EUR", "JPY", "KWD");
const minor = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });

describe("rounding", () => {
  it.each([
    ["0.005", "EUR", "0.01"],
    ["-0.005", "EUR", "-0.01"],
    ["1.0049999", "EUR", "1.00"],
    ["1234.5", "JPY", "1235"],
    ["1.2345", "KWD", "1.235"],
    ["99999999999999.995", "EUR", "100000000000000.00"],
  ])("%s becomes %s %s", (exact, code, text) => {
    expect(formatAmount(roundToMoney(decimal(exact), code))).toBe(text);
  });

  it("is the same for a credit as for its invoice", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (thousandths) => {
        const exact = decimal(String(thousandths)).div(1000);
        const { minor: up } = roundToMoney(exact, "EUR");
        expect(roundToMoney(exact.times(-1), "EUR").minor).toBe(-up);
      }),
    );
  });
});

describe("text", () => {
  it("reads back what it wrote, in every currency", () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        expect(parseAmount(formatAmount(money(amount, code)), code)).toEqual(money(amount, code));
      }),
    );
  });

  it("refuses more digits than the currency has", () => {
    expect(() => parseAmount("1.005", "EUR")).toThrow("not a whole amount of EUR");
  });

  it("drops zeros that say nothing", () => {
    expect(["12.500", "10", "0.00", "-3.10"].map((text) => decimalText(decimal(text)))).toEqual([
      "12.5",
      "10",
      "0",
      "-3.1",
    ]);
  });
});

it("refuses to add two currencies", () => {
  expect(() => add(zero("EUR"), zero("USD"))).toThrow("cannot add USD to EUR");
});

describe("allocate", () => {
  it("gives the missing cent to the part that was rounded down most", () => {
    const shares = allocate(money(1000n, "EUR"), [
      decimal("3.334"),
      decimal("3.333"),
      decimal("3.333"),
    ]);
    expect(shares.map(formatAmount)).toEqual(["3.34", "3.33", "3.33"]);
  });

  it("always adds up, and stays within a cent of each ideal when the total is near their sum", () => {
    const ideals = fc.array(fc.integer({ min: -(10 ** 7), max: 10 ** 7 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(ideals, (thousandths) => {
        const exact = thousandths.map((each) => decimal(String(each)).div(1000));
        const sum = exact.reduce((total, each) => total.plus(each), decimal("0"));
        const total = roundToMoney(sum, "EUR");
        const shares = allocate(total, exact);
        expect(add(zero("EUR"), ...shares)).toEqual(total);
        shares.forEach((share, index) => {
          const distance = decimal(formatAmount(share))
            .minus(exact[index] ?? "0")
            .abs();
          expect(distance.lte("0.01")).toBe(true);
        });
      }),
    );
  });

  it("gives a cent that nobody erred for to the largest part", () => {
    const shares = allocate(money(10_008n, "EUR"), [decimal("0.07"), decimal("100.00")]);
    expect(shares.map(formatAmount)).toEqual(["0.07", "100.01"]);
  });

  it("spreads a large difference evenly", () => {
    const shares = allocate(money(-7n, "EUR"), [decimal("0"), decimal("0"), decimal("0")]);
    expect(shares.map(({ minor: each }) => each)).toEqual([-3n, -2n, -2n]);
  });
});
