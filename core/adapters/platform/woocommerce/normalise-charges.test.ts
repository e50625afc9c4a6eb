import { describe, expect, it } from "vitest";
import { sumOf, decimal } from "#domain/money";
import { fee, line, normalise, shippingLine, tax } from "./test-support.ts";

const book = line({
  id: 12,
  name: "Boek",
  quantity: 1,
  subtotal: "50",
  subtotal_tax: "3",
  total: "50",
  total_tax: "3",
  taxes: [tax(2, "3")],
});
const untaxed = line({
  id: 13,
  name: "Postzegels",
  quantity: 1,
  subtotal: "50",
  subtotal_tax: "0",
  total: "50",
  total_tax: "0",
  taxes: [],
});

it("are shipping and fees, with VAT where prices include it", () => {
  const deposit = fee("5.000000", [], { id: 32, name: "Waarborg &amp; statiegeld" });
  const wrap = fee("3.310000", [tax(1, "0.695100", "")], {
    total_tax: "0.70",
    name: "<i>Cadeau</i>",
  });
  const order = normalise({
    total: "136.06",
    shipping_lines: [shippingLine()],
    fee_lines: [wrap, deposit],
  });
  expect(
    order.charges.map(({ chargeId, type, name, amount, taxes }) => [
      chargeId,
      type,
      name,
      amount,
      taxes.length,
    ]),
  ).toEqual([
    ["21", "shipping", "bpost", "6.05", 1],
    ["31", "fee", "Cadeau", "4.01", 1],
    ["32", "fee", "Waarborg & statiegeld", "5", 0],
  ]);
});

it("are without VAT where prices are", () => {
  const order = normalise({
    prices_include_tax: false,
    total: "127.05",
    shipping_lines: [shippingLine()],
  });
  expect(order.charges).toMatchObject([{ amount: "5", taxes: [{ amount: "1.05" }] }]);
});

it("take shipping that was entered to the hundredth of a cent", () => {
  // 4.1322 + 21 % is the € 5 that the merchant wanted
  const shipping = shippingLine({
    total: "4.132200",
    total_tax: "0.870000",
    taxes: [tax(1, "0.867762", "")],
  });
  expect(normalise({ total: "126", shipping_lines: [shipping] }).charges).toMatchObject([
    { amount: "5" },
  ]);
});

describe("a negative fee (fact 5)", () => {
  const amounts = (changes: object) =>
    normalise(changes).charges.map(({ chargeId, amount, taxes }) => [
      chargeId,
      amount,
      taxes.map(({ ratePercent }) => ratePercent).join(" "),
    ]);

  it("becomes one charge for each rate that it bears", () => {
    // − € 7.50 over 100 at 21 % and 50 at 6 %
    const points = fee("-7.500000", [tax(1, "-1.050000", ""), tax(2, "-0.150000", "")], {
      total_tax: "-1.20",
    });
    const order = { line_items: [line(), book], fee_lines: [points] };
    expect(amounts({ ...order, total: "165.3" })).toEqual([
      ["31", "-6.05", "21"],
      ["31#2", "-2.65", "6"],
    ]);
    expect(amounts({ ...order, total: "165.3", prices_include_tax: false })).toEqual([
      ["31", "-5", "21"],
      ["31#2", "-2.5", "6"],
    ]);
  });

  it("takes the rest off what bears no tax", () => {
    const points = fee("-15", [tax(1, "-2.1", "")], { total_tax: "-2.10" });
    expect(amounts({ line_items: [line(), untaxed], fee_lines: [points], total: "153.9" })).toEqual(
      [
        ["31", "-12.1", "21"],
        ["31#2", "-5", ""],
      ],
    );
  });

  it("takes the rest off what is taxed at 0 %", () => {
    const newspaper = { ...untaxed, taxes: [tax(3, "0")] };
    const points = fee("-15", [tax(1, "-2.1", ""), tax(3, "0", "")], { total_tax: "-2.10" });
    const tax_lines = [
      { rate_id: 1, label: "Btw", rate_percent: 21 },
      { rate_id: 3, label: "Btw", rate_percent: 0 },
    ];
    expect(
      amounts({ line_items: [line(), newspaper], fee_lines: [points], total: "153.9", tax_lines }),
    ).toEqual([
      ["31", "-12.1", "21"],
      ["31#2", "-5", "0"],
    ]);
  });

  it("stays one where its taxes go together, and splits where one of them stands alone too", () => {
    const tax_lines = [
      { rate_id: 3, label: "GST", rate_percent: 5 },
      { rate_id: 4, label: "QST", rate_percent: 9.975 },
    ];
    const both = line({ total_tax: "14.98", taxes: [tax(3, "5"), tax(4, "9.975")] });
    const gst = line({ ...book, total_tax: "2.5", taxes: [tax(3, "2.5")] });
    const order = { prices_include_tax: false, tax_lines };
    const points = fee("-10", [tax(3, "-0.5", ""), tax(4, "-0.9975", "")], { total_tax: "-1.50" });
    expect(amounts({ ...order, line_items: [both], fee_lines: [points], total: "103.48" })).toEqual(
      [["31", "-10", "5 9.975"]],
    );
    const wide = fee("-15", [tax(3, "-0.75", ""), tax(4, "-0.9975", "")], { total_tax: "-1.75" });
    expect(
      amounts({ ...order, line_items: [both, gst], fee_lines: [wide], total: "150.73" }),
    ).toEqual([
      ["31", "-10", "5 9.975"],
      ["31#2", "-5", "5"],
    ]);
  });

  it("comes to what it was, however its parts round", () => {
    const points = fee("-7.77", [tax(1, "-1.0878", ""), tax(2, "-0.1554", "")], {
      total_tax: "-1.25",
    });
    const { charges } = normalise({
      line_items: [line(), book],
      fee_lines: [points],
      total: "164.98",
    });
    expect(sumOf(charges.map(({ amount }) => decimal(amount))).toFixed()).toBe("-9.02");
  });

  it("without taxes is one charge", () => {
    expect(amounts({ line_items: [untaxed], fee_lines: [fee("-10", [])], total: "40" })).toEqual([
      ["31", "-10", ""],
    ]);
  });
});

it("makes the fees the lines of an order without products", () => {
  const repair = fee("120", [tax(1, "25.2", "")], {
    total_tax: "25.20",
    name: "Herstelling, twee uur",
  });
  const off = fee("-10", [tax(1, "-2.1", "")], { id: 32, total_tax: "-2.10" });
  const order = normalise({ line_items: [], fee_lines: [repair, off], total: "133.10" });
  expect(order.lines).toMatchObject([
    { lineId: "31", itemName: "Herstelling, twee uur", quantity: "1", unitPrice: "145.2" },
  ]);
  expect(order.charges).toMatchObject([{ chargeId: "32", amount: "-12.1" }]);
});
