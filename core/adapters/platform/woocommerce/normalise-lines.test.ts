import { describe, expect, it } from "vitest";
import { line, meta, normalise, shippingLine, tax } from "./test-support.ts";

const ofLine = (changes: object, order: object = {}) => {
  const [first] = normalise({ line_items: [line(changes)], ...order }).lines;
  if (first === undefined) throw new Error("no line");
  return first;
};

describe("the price that the shop entered", () => {
  it("includes VAT where prices do, though the order holds nets", () => {
    // 3 × € 9.99
    const changes = {
      quantity: 3,
      subtotal: "24.768595",
      subtotal_tax: "5.200000",
      total: "24.768595",
      total_tax: "5.200000",
      taxes: [tax(1, "5.201405")],
    };
    expect(ofLine(changes, { total: "29.97" })).toMatchObject({
      quantity: "3",
      unitPrice: "9.99",
      allowances: [],
      taxes: [{ title: "Btw", ratePercent: "21", amount: "5.2" }],
    });
  });

  it("is without VAT where prices are", () => {
    const order = { prices_include_tax: false, total: "121" };
    expect(ofLine({}, order)).toMatchObject({ unitPrice: "50", taxes: [{ amount: "21" }] });
  });

  it("may have more digits than the currency", () => {
    const changes = {
      quantity: 400,
      subtotal: "1",
      total: "1",
      total_tax: "0.21",
      taxes: [tax(1, "0.21")],
    };
    expect(ofLine(changes, { prices_include_tax: false, total: "1.21" }).unitPrice).toBe("0.0025");
  });

  it("is the changed one abroad, where another tax was put on the same net (fact 8)", () => {
    // € 49.99 with 21 % became € 49.57 with 20 %
    const changes = {
      quantity: 1,
      subtotal: "41.308333",
      total: "41.308333",
      total_tax: "8.26",
      taxes: [tax(9, "8.261667")],
    };
    const order = { total: "49.57", tax_lines: [{ rate_id: 9, label: "TVA", rate_percent: 20 }] };
    expect(ofLine(changes, order)).toMatchObject({
      unitPrice: "49.57",
      taxes: [{ ratePercent: "20" }],
    });
  });

  it("is in whole cents where its tax was taken out of it for an exempt buyer", () => {
    const exempt = { subtotal_tax: "0", total_tax: "0", taxes: [] };
    const one = { quantity: 1, subtotal: "10.702480", total: "10.702480", ...exempt };
    expect(ofLine(one, { total: "10.70" })).toMatchObject({ unitPrice: "10.7", allowances: [] });
    const ten = { quantity: 10, subtotal: "107.02", total: "107.02", ...exempt };
    expect(ofLine(ten, { total: "107.02" }).unitPrice).toBe("10.702");
    const reduced = { quantity: 1, subtotal: "10.702480", total: "9.632231", ...exempt };
    expect(ofLine(reduced, { total: "9.63" })).toMatchObject({
      unitPrice: "10.7",
      allowances: [{ amount: "1.07" }],
    });
  });

  it("is divided by a decimal quantity, noise left out (fact 9)", () => {
    const changes = {
      quantity: 2.4000000000000004,
      subtotal: "17.355372",
      total: "17.355372",
      total_tax: "3.64",
      taxes: [tax(1, "3.644628")],
    };
    expect(ofLine(changes, { total: "21" })).toMatchObject({ quantity: "2.4", unitPrice: "8.75" });
  });

  it("comes to what was charged when somebody raised the line", () => {
    const changes = {
      subtotal: "100",
      total: "110",
      total_tax: "23.10",
      taxes: [tax(1, "23.1", "21")],
    };
    expect(ofLine(changes, { total: "133.10" })).toMatchObject({
      unitPrice: "66.55",
      allowances: [],
    });
  });
});

describe("a discount (fact 6)", () => {
  const coupon_lines = [{ code: "welcome15" }, { code: "ten&amp;more" }];

  it("is the line's own, with VAT where prices include it, and named after the coupons", () => {
    // 2 × € 60.50 with 15 % off: € 102.85
    const changes = { total: "85.000000", total_tax: "17.850000", taxes: [tax(1, "17.85", "21")] };
    expect(ofLine(changes, { total: "102.85", coupon_lines })).toMatchObject({
      unitPrice: "60.5",
      allowances: [{ reason: "welcome15, ten&more", amount: "18.15" }],
    });
  });

  it("is without VAT where prices are", () => {
    const changes = { total: "66.67", total_tax: "14", taxes: [tax(1, "14.0007", "21")] };
    const order = { prices_include_tax: false, total: "80.67", coupon_lines };
    expect(ofLine(changes, order)).toMatchObject({
      unitPrice: "50",
      allowances: [{ amount: "33.33" }],
    });
  });

  it("takes all of a line that is free", () => {
    const changes = { total: "0", total_tax: "0", taxes: [tax(1, "0", "21")] };
    expect(ofLine(changes, { total: "0" })).toMatchObject({
      unitPrice: "60.5",
      allowances: [{ amount: "121" }],
    });
  });

  it("has no reason where the merchant lowered the line by hand", () => {
    const changes = { total: "90", total_tax: "18.9", taxes: [tax(1, "18.9", "21")] };
    expect(ofLine(changes, { total: "108.9" }).allowances).toEqual([
      { reason: "", amount: "12.1" },
    ]);
  });
});

describe("taxes", () => {
  it("are two where a line bears two (fact 12)", () => {
    const changes = {
      subtotal: "100",
      total: "100",
      total_tax: "14.98",
      taxes: [tax(3, "5"), tax(4, "9.975")],
    };
    const tax_lines = [
      { rate_id: 3, label: "GST", rate_percent: 5 },
      { rate_id: 4, label: "QST", rate_percent: 9.975 },
    ];
    const order = { prices_include_tax: false, total: "114.98", tax_lines };
    expect(ofLine(changes, order).taxes).toEqual([
      { title: "GST", ratePercent: "5", amount: "5" },
      { title: "QST", ratePercent: "9.975", amount: "9.98" },
    ]);
  });

  it("that are compound have the rate that they come to on the price", () => {
    const changes = {
      subtotal: "100",
      total: "100",
      total_tax: "15.5",
      taxes: [tax(3, "5"), tax(4, "10.5")],
    };
    const tax_lines = [
      { rate_id: 3, label: "GST", rate_percent: 5, compound: false },
      { rate_id: 4, label: "PST", rate_percent: 10, compound: true },
    ];
    const order = { prices_include_tax: false, total: "115.5", tax_lines };
    expect(ofLine(changes, order).taxes.map(({ ratePercent }) => ratePercent)).toEqual([
      "5",
      "10.5",
    ]);
  });

  it("are none where none were charged, and 0 % where that is the rate (fact 7)", () => {
    const changes = { subtotal_tax: "0", total_tax: "0", taxes: [] };
    expect(ofLine(changes, { total: "100" }).taxes).toEqual([]);
    const zero = { ...changes, taxes: [tax(5, "0")] };
    const tax_lines = [{ rate_id: 5, label: "Nultarief", rate_percent: 0 }];
    expect(ofLine(zero, { total: "100", tax_lines }).taxes).toEqual([
      { title: "Nultarief", ratePercent: "0", amount: "0" },
    ]);
  });

  it("that were never charged may have lost their rate", () => {
    const changes = { taxes: [tax(1, "21"), { id: 99, total: "", subtotal: "" }] };
    expect(ofLine(changes).taxes).toHaveLength(1);
  });
});

describe("what people read (fact 13)", () => {
  it("is plain text, without what is the shop's own", () => {
    const { itemName, options } = ofLine({
      name: "Mug &amp; saucer <b>“Zoë”</b>",
      meta_data: [
        meta("pa_colour", "dark-green", {
          display_key: "Colour",
          display_value: "Dark &amp; green",
        }),
        meta("Engraving", "<b>Voor oma</b> – 80 jaar ❤"),
        meta("_reduced_stock", "2"),
        meta("addons", [{ id: 1 }]),
        meta("empty", ""),
      ],
    });
    expect(itemName).toBe("Mug & saucer “Zoë”");
    expect(options).toEqual(["Colour: Dark & green", "Engraving: Voor oma – 80 jaar ❤"]);
  });

  const meta_data = [
    meta("size", "xl", { display_key: "Size", display_value: "XL" }),
    meta("colour", "g", { display_key: "Colour", display_value: "Dark green" }),
  ];
  it.each([
    ["T-shirt - XL, Dark green", "T-shirt", "T-shirt"],
    ["T-shirt - old, Dark green", "T-shirt", "T-shirt - old, Dark green"],
    ["T-shirt", "T-shirt", "T-shirt"],
    ["Hemd - XL", "T-shirt", "Hemd - XL"],
    ["T-shirt - XL", null, "T-shirt - XL"],
  ])("%s of %s is named %s", (name, parent_name, itemName) => {
    expect(ofLine({ name, parent_name, meta_data }).itemName).toBe(itemName);
  });
});

it("has the product's codes while there is a product", () => {
  const codes = { sku: "ST-1", global_unique_id: "5412345000013" };
  expect(ofLine(codes)).toMatchObject({ sku: "ST-1", gtin: "5412345000013" });
  expect(ofLine({ sku: null, global_unique_id: null })).toMatchObject({ sku: "", gtin: "" });
  expect(ofLine({ global_unique_id: "5412345000014" }).gtin).toBe("");
});

it.each([
  ["wc_gc_giftcard_to_multiple", true],
  ["pw_gift_card_amount", true],
  ["_ywgc_amount", true],
  ["gift_wrapping", false],
])("a line with %s sells a gift card: %s", (key, isGiftCard) => {
  expect(ofLine({ meta_data: [meta(key, "1")] }).isGiftCard).toBe(isGiftCard);
});

describe("shipping is required", () => {
  const none = { shipping: null, shipping_lines: [] };
  it.each([
    ["as our plugin says", { docket_virtual: true }, {}, false],
    ["as our plugin says, without shipping", { docket_virtual: false }, none, true],
    ["of an order with a shipping address", {}, {}, true],
    ["not of an order without shipping and its address", {}, none, false],
    ["of one with shipping lines", {}, { ...none, shipping_lines: [shippingLine()] }, true],
    [
      "not of a checkout without shipping, which copied the address",
      {},
      { created_via: "store-api" },
      false,
    ],
    ["not of downloads only", {}, { needs_processing: false }, false],
  ])("%s", (_, changes, order, expected) => {
    expect(ofLine(changes, order).requiresShipping).toBe(expected);
  });
});

it("leaves out a line of nothing", () => {
  const nothing = line({ quantity: 0, subtotal: "0", total: "0", total_tax: "0", taxes: [] });
  expect(normalise({ line_items: [line(), nothing] }).lines).toHaveLength(1);
});
