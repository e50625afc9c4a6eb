import { describe, expect, it } from "vitest";
import { draftDocument } from "#domain/document";
import { merchantSettingsSchema } from "#domain/merchant";
import { normaliseWooOrder } from "./index.ts";
import { address, json, line, meta, normalise, shippingLine, tax } from "./test-support.ts";

const settings = merchantSettingsSchema.parse({});
const totalsOf = (changes: object) => {
  const draft = draftDocument(normalise(changes), "invoice", settings);
  if (!draft.ok) throw new Error(draft.problem.message);
  const { totals } = draft.value;
  return [totals.totalWithoutVat, totals.vatTotal, totals.totalWithVat, totals.roundingAmount];
};

it("reads who, when and what", () => {
  expect(normalise({ customer_note: "Bel &lt;niet&gt; aan" })).toMatchObject({
    platform: "woocommerce",
    orderId: "1001",
    orderNumber: "1001",
    placedAt: "2026-11-20T23:30:00Z",
    orderDate: "2026-11-21",
    updatedAt: "2026-11-20T23:31:00Z",
    cancelledAt: null,
    currency: "EUR",
    locale: null,
    exchange: null,
    pricesIncludeVat: true,
    deliveredDate: null,
    note: "Bel <niet> aan",
    total: "121",
    cashRounding: "0",
    payments: [{ method: "Bancontact", amount: "121", paidDate: "2026-11-21" }],
    paidAmount: "121",
    isPaid: true,
    isFulfilled: false,
    dueDate: null,
    refunds: [],
  });
});

it("takes instants with and without their zone", () => {
  const order = {
    date_created_gmt: "2026-11-21T00:30:00+01:00",
    date_modified_gmt: "2026-11-20T23:31:00Z",
  };
  expect(normalise(order)).toMatchObject({
    placedAt: "2026-11-20T23:30:00Z",
    updatedAt: "2026-11-20T23:31:00Z",
  });
});

it("is delivered when it is completed", () => {
  const order = { status: "completed", date_completed_gmt: "2026-11-22T23:10:00" };
  expect(normalise(order)).toMatchObject({ isFulfilled: true, deliveredDate: "2026-11-23" });
});

it("is cancelled when it was last changed", () => {
  expect(normalise({ status: "cancelled" }).cancelledAt).toBe("2026-11-20T23:31:00Z");
});

it.each([
  [{ lang: "nl" }, "nl"],
  [{ meta_data: [meta("wpml_language", "fr")] }, "fr"],
  [{ meta_data: [meta("trp_language", "de_DE")] }, "de-DE"],
])("knows its language from %j", (changes, locale) => {
  expect(normalise(changes).locale).toBe(locale);
});

describe("money (fact 10)", () => {
  it("has not come with cash on delivery under way", () => {
    const order = { payment_method: "cod", date_paid_gmt: null };
    expect(normalise(order)).toMatchObject({ isPaid: false, paidAmount: "0", payments: [] });
    expect(normalise({ ...order, status: "completed" })).toMatchObject({
      isPaid: true,
      paidAmount: "121",
      payments: [{ paidDate: null }],
    });
  });

  it("of an order that costs nothing is nothing", () => {
    const free = line({ total: "0", total_tax: "0", taxes: [tax(1, "0", "21")] });
    expect(normalise({ total: "0", line_items: [free], date_paid_gmt: null })).toMatchObject({
      isPaid: true,
      paidAmount: "0",
      payments: [],
    });
  });

  it("on gift cards, which WooCommerce Gift Cards takes off the total, is a payment", () => {
    const gift_cards = [
      { id: 1, code: "A", amount: 20 },
      { id: 2, code: "B", amount: "1.00" },
    ];
    const order = { total: "100", gift_cards };
    expect(normalise(order)).toMatchObject({
      total: "121",
      paidAmount: "121",
      payments: [
        { method: "Gift card", amount: "21" },
        { method: "Bancontact", amount: "100" },
      ],
    });
    expect(totalsOf(order)).toEqual(["100.00", "21.00", "121.00", "0.00"]);
  });
});

describe("what was charged is kept to the cent", () => {
  const lines = (count: number, changes: object) =>
    Array.from({ length: count }, (_, index) => line({ id: index + 1, quantity: 1, ...changes }));

  it("where the shop rounds per line (fact 1)", () => {
    // 15 × 0.12 + 0.0252, each rounded to 0.03
    const line_items = lines(15, {
      subtotal: "0.12",
      subtotal_tax: "0.03",
      total: "0.12",
      total_tax: "0.03",
      taxes: [tax(1, "0.0252")],
    });
    const order = { prices_include_tax: false, total: "2.25", line_items };
    expect(totalsOf(order)).toEqual(["1.86", "0.39", "2.25", "0.00"]);
  });

  const tenPosters = {
    subtotal: "8.256198",
    subtotal_tax: "1.733802",
    total: "8.256198",
    total_tax: "1.733802",
    taxes: [tax(1, "1.733802")],
  };
  it("where it rounds at the subtotal, with VAT in the prices (fact 3)", () => {
    const order = { total: "99.90", line_items: lines(10, tenPosters) };
    expect(totalsOf(order)).toEqual(["82.56", "17.34", "99.90", "0.00"]);
    expect(normalise(order).lines.map(({ unitPrice }) => unitPrice)).toEqual(
      Array(10).fill("9.99"),
    );
  });

  it("where it rounds at the subtotal, with VAT on top (fact 3)", () => {
    // 10 × 0.99 + 0.2079 = 11.979
    const cheap = {
      subtotal: "0.99",
      subtotal_tax: "0.2079",
      total: "0.99",
      total_tax: "0.2079",
      taxes: [tax(1, "0.2079")],
    };
    const order = { prices_include_tax: false, total: "11.98", line_items: lines(10, cheap) };
    expect(totalsOf(order)).toEqual(["9.90", "2.08", "11.98", "0.00"]);
  });

  it("where halves of tax are rounded down, as with VAT in the prices (fact 4)", () => {
    // € 5.79 = 4.785 + 1.005: the order says 1.00 of tax beside 1.005 of its rates
    const half = {
      subtotal: "4.785",
      subtotal_tax: "1.00",
      total: "4.785",
      total_tax: "1.00",
      taxes: [tax(1, "1.005")],
    };
    const order = { total: "5.79", line_items: lines(1, half) };
    expect(normalise(order).lines).toMatchObject([{ unitPrice: "5.79", allowances: [] }]);
    // No taxable amount in cents comes to 5.79 with its 21 %: the document says so (BT-114).
    expect(totalsOf(order)).toEqual(["4.79", "1.01", "5.80", "-0.01"]);
  });

  it("in yen that a shop of two decimals formats (fact 2)", () => {
    const tea = {
      subtotal: "7583.636364",
      subtotal_tax: "758.00",
      total: "7583.636364",
      total_tax: "758.00",
      taxes: [tax(7, "758.363636")],
    };
    const order = {
      currency: "JPY",
      total: "8342.00",
      line_items: lines(1, tea),
      tax_lines: [{ rate_id: 7, label: "消費税", rate_percent: 10 }],
    };
    expect(totalsOf(order)).toEqual(["7584", "758", "8342", "0"]);
    expect(normalise(order)).toMatchObject({ total: "8342", lines: [{ unitPrice: "8342" }] });
  });

  it("where the checkout rounded a half of shipping tax up, and its line down", () => {
    const shipping = shippingLine({ total: "25", total_tax: "2", taxes: [tax(7, "2.5", "")] });
    const pot = {
      quantity: 1,
      subtotal: "2981.818182",
      subtotal_tax: "298",
      total: "2981.818182",
      total_tax: "298",
      taxes: [tax(7, "298.181818")],
    };
    const order = {
      currency: "JPY",
      total: "3308",
      line_items: lines(1, pot),
      shipping_lines: [shipping],
      tax_lines: [{ rate_id: 7, label: "消費税", rate_percent: 10 }],
    };
    expect(normalise(order).charges).toMatchObject([{ amount: "28", taxes: [{ amount: "3" }] }]);
    expect(totalsOf(order)).toEqual(["3007", "301", "3308", "0"]);
    // Computed again by the shop, it is 3307.
    expect(normalise({ ...order, total: "3307" }).charges).toMatchObject([{ amount: "27" }]);
  });

  it("in crowns of a shop without decimals", () => {
    const hundred = {
      subtotal: "82.644628",
      subtotal_tax: "17",
      total: "82.644628",
      total_tax: "17",
      taxes: [tax(1, "17.355372")],
    };
    const order = { currency: "CZK", total: "300", line_items: lines(3, hundred) };
    expect(totalsOf(order)).toEqual(["247.93", "52.07", "300.00", "0.00"]);
  });

  it("from a webhook of WooCommerce's own, which rounds all amounts", () => {
    const changes = {
      quantity: 3,
      subtotal: "24.77",
      subtotal_tax: "5.20",
      total: "24.77",
      total_tax: "5.20",
      taxes: [tax(1, "5.20")],
    };
    const order = { total: "29.97", line_items: lines(1, changes) };
    expect(normalise(order).lines).toMatchObject([{ unitPrice: "9.99" }]);
    expect(totalsOf(order)[2]).toBe("29.97");
  });

  it("but what does not come to the total stays so, for the domain to refuse", () => {
    const draft = draftDocument(normalise({ total: "131" }), "invoice", settings);
    expect(draft).toMatchObject({ ok: false, problem: { code: "order-does-not-add-up" } });
  });
});

describe("an order that cannot be read names its field", () => {
  const quantity = /plugin that sells parts of a piece/;
  it.each([
    ["a list", [], "", /group of fields, found a list/],
    ["nothing", null, "", /is missing/],
    ["no id", json({ id: undefined }), "id", /is missing/],
    ["a currency that is none", json({ currency: "euro" }), "currency", /three capital letters/],
    ["no total", json({ total: "" }), "total", /such as 12.50/],
    ["a comma", json({ total: "121,00" }), "total", /such as 12.50/],
    ["an exponent", json({ total: "1e3" }), "total", /such as 12.50/],
    ["a huge amount", json({ total: "9".repeat(40) }), "total", /too many digits/],
    [
      "a huge number",
      json({ line_items: [line({ quantity: 1e300 })] }),
      "line_items[0].quantity",
      /too many digits/,
    ],
    ["no lines", json({ line_items: undefined }), "line_items", /is missing/],
    [
      "no basis of its prices",
      json({ prices_include_tax: null }),
      "prices_include_tax",
      /is missing/,
    ],
    [
      "a date of its own making",
      json({ date_created_gmt: "yesterday" }),
      "date_created_gmt",
      /moment such as/,
    ],
    [
      "a country in words",
      json({ shipping: address({ country: "België" }) }),
      "shipping.country",
      /two letters/,
    ],
    [
      "a quantity of 0 with a price (fact 9)",
      json({ line_items: [line({ quantity: 0 })] }),
      "line_items[0].quantity",
      quantity,
    ],
    [
      "a rate that is nowhere",
      json({ tax_lines: [] }),
      "line_items[0].taxes[0].id",
      /is 1, a rate/,
    ],
    [
      "tax of no rate",
      json({ line_items: [line({ taxes: [] })] }),
      "line_items[0].taxes",
      /21 of tax/,
    ],
    [
      "tax whose rates say none",
      json({ line_items: [line({ taxes: [tax(1, "")] })] }),
      "line_items[0].taxes",
      /21 of tax/,
    ],
    [
      "a rate without percent",
      json({ tax_lines: [{ rate_id: 1, label: "x", rate_percent: null }] }),
      "tax_lines[0].rate_percent",
      /./,
    ],
  ])("%s", (_, source, field, message) => {
    const order = normaliseWooOrder(source, "Europe/Brussels");
    expect(order).toMatchObject({ ok: false, problem: { code: "order-unreadable", field } });
    expect(order.ok ? "" : order.problem.message).toMatch(message);
  });
});

it("ignores what it does not know, a prototype too", () => {
  const source: unknown = JSON.parse(
    JSON.stringify(json({ _links: {}, unknown: [1] })).replace(
      "{",
      '{"__proto__":{"status":"completed"},"constructor":1,',
    ),
  );
  expect(normaliseWooOrder(source, "Europe/Brussels")).toMatchObject({
    ok: true,
    value: { isFulfilled: false },
  });
});
