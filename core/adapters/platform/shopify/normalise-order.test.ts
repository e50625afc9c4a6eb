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

describe("the rate of the shop's books", () => {
  const bag = (shop: string, paid: string) => ({
    shopMoney: { amount: shop, currencyCode: "EUR" },
    presentmentMoney: { amount: paid, currencyCode: "USD" },
  });
  const inDollars = (totalPriceSet: object) =>
    normalise({ presentmentCurrencyCode: "USD", totalPriceSet, lineItems: [] }).exchange;

  it("is the total in both currencies, to ten digits", () => {
    expect(inDollars(bag("301.5", "326.74"))).toEqual({ currency: "EUR", rate: "0.9227520353" });
  });

  it("is not needed where both are one, and not known of nothing", () => {
    expect(normalise().exchange).toBeNull();
    expect(inDollars(bag("0.0", "0.0"))).toBeNull();
    expect(inDollars({ presentmentMoney: { amount: "5.0", currencyCode: "USD" } })).toBeNull();
  });
});

describe("the date of delivery", () => {
  const parcel = (createdAt: string, changes: object = {}) => ({
    status: "SUCCESS",
    createdAt,
    ...changes,
  });

  it("is that of the last parcel, in the merchant's time zone", () => {
    const fulfillments = [
      parcel("2026-11-22T23:30:00Z"),
      parcel("2026-11-20T10:00:00Z", { deliveredAt: "2026-11-21T10:00:00Z" }),
      parcel("2026-11-25T10:00:00Z", { status: "CANCELLED" }),
    ];
    expect(normalise({ fulfillments }).deliveredDate).toBe("2026-11-23");
  });

  it("is not known while nothing has left", () => {
    expect(normalise().deliveredDate).toBeNull();
    const fulfillments = [parcel("2026-11-20T10:00:00Z", { status: "ERROR" })];
    expect(normalise({ fulfillments }).deliveredDate).toBeNull();
  });
});

it("takes a barcode that is a GTIN", () => {
  const [one, other] = normalise({
    lineItems: [
      item({ variant: { barcode: "5412345000013" } }),
      item({ id: "2", variant: { barcode: "KER-1" } }),
    ],
  }).lines;
  expect([one, other]).toMatchObject([
    { gtin: "5412345000013", unitCode: "C62" },
    { gtin: "", unitCode: "C62" },
  ]);
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
