import fc from "fast-check";
import { expect, it } from "vitest";
import { add, decimal, formatAmount, money, zero } from "#domain/money";
import { allocateWithin, boundsOf, type Share } from "./index.ts";

const euros = (cents: number) => money(BigInt(cents), "EUR");
const share = (ideal: string, least: number, most: number): Share => ({
  ideal: decimal(ideal),
  least: euros(least),
  most: euros(most),
});

it("gives the others what one cannot take", () => {
  const shares = [share("5.00", 0, 300), share("2.50", 0, 1000), share("2.50", 0, 1000)];
  expect(allocateWithin(euros(1000), shares).map(formatAmount)).toEqual(["3.00", "3.50", "3.50"]);
});

it("gives the missing cent to the share that was rounded down most", () => {
  const shares = [share("3.334", 0, 900), share("3.333", 0, 900), share("3.333", 0, 900)];
  expect(allocateWithin(euros(1000), shares).map(formatAmount)).toEqual(["3.34", "3.33", "3.33"]);
});

it("refuses a total that the bounds cannot hold", () => {
  expect(() => allocateWithin(euros(301), [share("3.00", 0, 300)])).toThrow("within their bounds");
  expect(() => allocateWithin(euros(-1), [share("0", 0, 300)])).toThrow("within their bounds");
});

it("adds up and stays within every bound, whatever the ideals", () => {
  const drawn = fc.record({
    ideal: fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
    least: fc.integer({ min: -(10 ** 4), max: 0 }),
    most: fc.integer({ min: 0, max: 10 ** 4 }),
  });
  fc.assert(
    fc.property(
      fc.array(drawn, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (parts, where) => {
        const shares = parts.map(({ ideal, least, most }) =>
          share(decimal(String(ideal)).div(1000).toFixed(), least, most),
        );
        const { least, most } = boundsOf(shares, "EUR");
        const total = euros(
          Number(least.minor) + Math.round(where * Number(most.minor - least.minor)),
        );
        const amounts = allocateWithin(total, shares);
        expect(add(zero("EUR"), ...amounts)).toEqual(total);
        amounts.forEach(({ minor }, index) => {
          const bounds = shares[index];
          expect(bounds !== undefined && minor >= bounds.least.minor).toBe(true);
          expect(bounds !== undefined && minor <= bounds.most.minor).toBe(true);
        });
      },
    ),
  );
});
