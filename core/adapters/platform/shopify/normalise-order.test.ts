import { describe, expect, it } from "vitest";
import { normaliseShopifyOrder } from "./index.ts";
import { eur, item, node, normalise } from "./test-support.ts";

it("reads an order that has only what it needs, and counts the rest as null", () => {
  expect(normalise()).toMatchObject({
    orderNumber: "#1001",
    orderDate: "2026-11-21", // half past midnight in Brussels
    currency: "EUR",
    pricesIncludeVat: true,
    total: "121",
    paidAmount: "121",
    isPaid: true,
    charges: [],
    note: "",
    lines: [
      {
        itemName: "Stoel",
        quantity: "2",
        unitPrice: "60.5",
        taxes: [{ title: "BTW", ratePercent: "21", amount: "21" }],
      },
    ],
  });
});

it.each([
  ["nodes", { nodes: [item()] }],
  ["edges", { edges: [{ node: item() }] }],
  ["a plain list", [item()]],
])("reads a connection as %s", (_, lineItems) => {
  expect(normalise({ lineItems }).lines).toHaveLength(1);
});

it("takes the currency the buyer paid in", () => {
  const usd = (amount: string, shopAmount: string) => ({
    shopMoney: { amount: shopAmount, currencyCode: "EUR" },
    presentmentMoney: { amount, currencyCode: "USD" },
  });
  const order = normalise({
    presentmentCurrencyCode: "USD",
    totalPriceSet: usd("130.0", "121.0"),
    lineItems: [item({ originalUnitPriceSet: usd("65.0", "60.5"), taxLines: [] })],
  });
  expect(order).toMatchObject({ currency: "USD", total: "130", lines: [{ unitPrice: "65" }] });
});

it("keeps discounts with their names, options, and hides what starts with an underscore", () => {
  const [line] = normalise({
    lineItems: [
      item({
        variantTitle: "Eik",
        customAttributes: [
          { key: "Gravure", value: "Ada" },
          { key: "_bundle", value: "7" },
        ],
        discountAllocations: [
          { allocatedAmountSet: eur("12.1"), discountApplication: { code: "ZOMER10" } },
          { allocatedAmountSet: eur("0.0"), discountApplication: { title: "niets" } },
        ],
      }),
    ],
  }).lines;
  expect(line).toMatchObject({
    options: ["Eik", "Gravure: Ada"],
    allowances: [{ reason: "ZOMER10", amount: "12.1" }],
  });
});

describe("a VAT number is found", () => {
  it.each([
    [
      "at the B2B location",
      {
        purchasingEntity: {
          company: { name: "Bakker" },
          location: { taxSettings: { taxRegistrationId: "BE 0417.497.106" } },
        },
      },
    ],
    ["with the customer", { customer: { taxSettings: { taxId: "BE0417497106" } } }],
    ["among the attributes", { customAttributes: [{ key: "BTW-nummer", value: "be0417497106" }] }],
    [
      "without its country, in a Belgian address",
      {
        billingAddress: { name: "Ada", countryCodeV2: "BE" },
        customAttributes: [{ key: "vat_number", value: "0417 497 106" }],
      },
    ],
    [
      "in a localized field",
      { localizedFields: { nodes: [{ key: "TAX_CREDENTIAL_IT", value: "BE0417497106" }] } },
    ],
  ])("%s", (_, changes) => {
    expect(normalise(changes).buyer.vatIdentifier).toBe("BE0417497106");
  });

  it("not in an attribute that merely begins alike", () => {
    expect(
      normalise({ customAttributes: [{ key: "vatican", value: "BE0417497106" }] }).buyer
        .vatIdentifier,
    ).toBe("");
  });
});

it("names the company first and its person second, and survives a missing address and e-mail", () => {
  const { buyer } = normalise({
    billingAddress: {
      name: "Ada Peeters",
      company: "Bakkerij Peeters",
      city: "Gent",
      countryCodeV2: "BE",
    },
  });
  expect(buyer).toMatchObject({
    name: "Bakkerij Peeters",
    contactName: "Ada Peeters",
    address: { city: "Gent" },
  });
  expect(normalise().buyer).toEqual({
    name: "",
    contactName: "",
    vatIdentifier: "",
    email: "",
    phone: "",
    address: null,
  });
});

it("counts a payment only when it succeeded", () => {
  const payment = (kind: string, status: string, amount: string) => ({
    kind,
    status,
    gateway: "mollie",
    processedAt: "2026-11-20T12:00:00Z",
    amountSet: eur(amount),
  });
  const order = normalise({
    displayFinancialStatus: "PARTIALLY_PAID",
    transactions: [
      payment("SALE", "SUCCESS", "50.0"),
      payment("SALE", "FAILURE", "71.0"),
      payment("AUTHORIZATION", "SUCCESS", "71.0"),
    ],
  });
  expect(order).toMatchObject({
    paidAmount: "50",
    isPaid: false,
    payments: [{ method: "mollie", amount: "50", paidDate: "2026-11-20" }],
  });
});

describe("says which field it cannot read", () => {
  it.each([
    [{ name: undefined }, "name"],
    [{ createdAt: "yesterday" }, "createdAt"],
    [{ lineItems: [item({ quantity: "two" })] }, "lineItems[0].quantity"],
    [
      {
        lineItems: [
          item({ originalUnitPriceSet: { shopMoney: { amount: "1,50", currencyCode: "EUR" } } }),
        ],
      },
      "lineItems[0].originalUnitPriceSet.shopMoney.amount",
    ],
    [
      {
        lineItems: [
          item({ originalUnitPriceSet: { shopMoney: { amount: "1", currencyCode: "USD" } } }),
        ],
      },
      "lineItems[0].originalUnitPriceSet",
    ],
    [{ lineItems: { nodes: [item()], pageInfo: { hasNextPage: true } } }, "lineItems"],
    [{ totalPriceSet: null }, "totalPriceSet"],
    [
      {
        currencyCode: "euro",
        totalPriceSet: { shopMoney: { amount: "121", currencyCode: "euro" } },
        lineItems: [],
      },
      "currency",
    ],
  ])("%j", (changes, field) => {
    expect(normaliseShopifyOrder(node(changes), "Europe/Brussels")).toMatchObject({
      ok: false,
      problem: { code: "order-unreadable", field },
    });
  });

  it.each([[null], ["text"], [[]], [42]])("%j is not an order", (value) => {
    expect(normaliseShopifyOrder(value, "Europe/Brussels").ok).toBe(false);
  });
});
