import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal, parseMinor, sum } from "./money.ts";
import { allocate, priceOrder, shareOf, taxesOn, type OrderPricing } from "./order-math.ts";

const BTW = { title: "BTW", rate: "0.21" };
const REDUCED = { title: "BTW", rate: "0.06" };

function anOrder(overrides: Partial<OrderPricing> = {}): OrderPricing {
  return {
    taxesIncluded: true,
    lines: [
      { unitPrice: 2450n, quantity: 2, rates: [BTW], isTip: false },
      { unitPrice: 2790n, quantity: 1, rates: [REDUCED], isTip: false },
    ],
    shipping: [{ price: 695n, rates: [BTW] }],
    discounts: [],
    ...overrides,
  };
}

describe("money", () => {
  it.each([
    ["25", "EUR", "25.0"],
    ["25.05", "EUR", "25.05"],
    ["25.50", "EUR", "25.5"],
    ["0", "EUR", "0.0"],
    ["-3.4", "EUR", "-3.4"],
    ["2500", "JPY", "2500.0"],
  ])("writes %s %s as Shopify does: %s", (text, currency, written) => {
    expect(formatDecimal(parseMinor(text, currency), currency)).toBe(written);
  });
});

describe("tax", () => {
  it("is inside a price that includes it", () => {
    expect(taxesOn(12_100n, [BTW], true)).toEqual([2_100n]);
    expect(taxesOn(4_900n, [BTW], true)).toEqual([850n]);
  });

  it("is added to a price that does not", () => {
    expect(taxesOn(10_000n, [BTW], false)).toEqual([2_100n]);
  });

  it("of two rates on one line shares the price", () => {
    const gst = { title: "GST", rate: "0.05" };
    const pst = { title: "PST", rate: "0.07" };
    expect(taxesOn(11_200n, [gst, pst], true)).toEqual([500n, 700n]);
  });
});

describe("an order", () => {
  it("is rounded line by line", () => {
    const priced = priceOrder(anOrder());
    expect(priced.lines.map((line) => line.taxes)).toEqual([[850n], [158n]]);
    expect(priced.shipping.map((line) => line.taxes)).toEqual([[121n]]);
    expect([priced.subtotal, priced.shippingTotal, priced.tax, priced.total]).toEqual([
      7_690n,
      695n,
      1_129n,
      8_385n,
    ]);
  });

  it("adds tax to prices without it", () => {
    const priced = priceOrder(anOrder({ taxesIncluded: false }));
    expect([priced.tax, priced.total]).toEqual([1_342n, 9_727n]);
  });

  it("keeps line discounts and order discounts apart", () => {
    const priced = priceOrder(
      anOrder({
        discounts: [
          { target: "line", level: "line", indexes: [0], value: { percentage: "15" } },
          { target: "line", level: "order", indexes: [0, 1], value: { amount: 1_000n } },
          { target: "shipping", level: "order", indexes: [0], value: { percentage: "100" } },
        ],
      }),
    );
    expect(priced.lines.map((line) => line.afterLineDiscounts)).toEqual([4_165n, 2_790n]);
    expect(priced.lines.map((line) => line.afterAllDiscounts)).toEqual([3_566n, 2_389n]);
    expect([priced.shippingTotal, priced.discounts, priced.total]).toEqual([0n, 2_430n, 5_955n]);
  });

  it("counts a tip in the total, not in the subtotal", () => {
    const tip = { unitPrice: 250n, quantity: 1, rates: [], isTip: true };
    const priced = priceOrder(anOrder({ lines: [...anOrder().lines, tip] }));
    expect([priced.subtotal, priced.tips, priced.total]).toEqual([7_690n, 250n, 8_635n]);
  });
});

const rate = fc.constantFrom("0.21", "0.06", "0.055", "0.19", "0.09").map((text) => ({
  title: "VAT",
  rate: text,
}));

const pricing = fc
  .record({
    taxesIncluded: fc.boolean(),
    lines: fc.array(
      fc.record({
        unitPrice: fc.bigInt(0n, 100_000n),
        quantity: fc.integer({ min: 1, max: 20 }),
        rates: fc.array(rate, { maxLength: 2 }),
        isTip: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    shipping: fc.array(
      fc.record({ price: fc.bigInt(0n, 5_000n), rates: fc.array(rate, { maxLength: 1 }) }),
      { maxLength: 2 },
    ),
    amount: fc.bigInt(0n, 200_000n),
    percentage: fc.integer({ min: 0, max: 100 }).map(String),
  })
  .map(({ amount, percentage, ...order }): OrderPricing => {
    const indexes = order.lines.map((_, index) => index);
    return {
      ...order,
      discounts: [
        { target: "line", level: "line", indexes: [0], value: { percentage } },
        { target: "line", level: "order", indexes, value: { amount } },
      ],
    };
  });

describe("laws", () => {
  it("lines and shipping, and tax where it is added, make the total; nothing is negative", () => {
    fc.assert(
      fc.property(pricing, (order) => {
        const priced = priceOrder(order);
        const items = [...priced.lines, ...priced.shipping];
        const worth = sum(items.map((item) => item.afterAllDiscounts));
        const tax = sum(items.flatMap((item) => item.taxes));
        expect(priced.total).toBe(worth + (order.taxesIncluded ? 0n : tax));
        expect(priced.subtotal + priced.tips + priced.shippingTotal).toBe(worth);
        expect(worth + priced.discounts).toBe(sum(items.map((item) => item.original)));
        expect(items.every((item) => item.afterAllDiscounts >= 0n)).toBe(true);
      }),
    );
  });

  it("an allocation gives away exactly what it has", () => {
    const weights = fc.array(fc.bigInt(0n, 10_000n), { minLength: 1 });
    fc.assert(
      fc.property(weights, fc.bigInt(0n, 100_000n), (parts, amount) => {
        fc.pre(sum(parts) > 0n);
        expect(sum(allocate(amount, parts))).toBe(amount);
      }),
    );
  });

  it("refunds piece by piece are worth the whole", () => {
    const pieces = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.bigInt(0n, 100_000n), pieces, (amount, quantity) => {
        const shares = Array.from({ length: quantity }, (_, already) =>
          shareOf(amount, { already, count: 1, quantity }),
        );
        expect(sum(shares)).toBe(amount);
      }),
    );
  });
});
