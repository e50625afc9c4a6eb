import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { Harness } from "../harness.ts";
import {
  answer,
  DAY_SECONDS,
  installation,
  recurring,
  shopOf,
  subscribe,
  toldStates,
  usage,
} from "./billing-test-support.ts";

let h: Harness;
let line = "";
beforeEach(async () => {
  h = await Harness.open();
  const { appSubscription } = await subscribe(h, { lineItems: [recurring("19"), usage("10")] });
  line = appSubscription?.lineItems[1]?.id ?? "";
});
afterEach(() => h.close());

const USE = `mutation Use($line: ID!, $description: String!, $amount: Decimal!, $currency: CurrencyCode!, $key: String) {
  appUsageRecordCreate(subscriptionLineItemId: $line, description: $description, price: { amount: $amount, currencyCode: $currency }, idempotencyKey: $key) {
    appUsageRecord { id price { amount } subscriptionLineItem { id } } userErrors { field message } } }`;
const RAISE = `mutation Raise($line: ID!, $amount: Decimal!, $currency: CurrencyCode!) {
  appSubscriptionLineItemUpdate(id: $line, cappedAmount: { amount: $amount, currencyCode: $currency }) {
    confirmationUrl appSubscription { status } userErrors { field message } } }`;
const raisedSchema = z.object({ confirmationUrl: z.string().nullable() }).loose();

async function use(amount: string, overrides: Record<string, unknown> = {}) {
  const variables = { line, description: "documents", amount, currency: "USD", ...overrides };
  return (await h.query(USE, variables)).data?.["appUsageRecordCreate"];
}

async function raise(amount: string, overrides: Record<string, unknown> = {}) {
  const { data } = await h.query(RAISE, { line, amount, currency: "USD", ...overrides });
  return raisedSchema.parse(data?.["appSubscriptionLineItemUpdate"]);
}

const pricing = async () =>
  z
    .array(z.object({ plan: z.object({ pricingDetails: z.unknown() }) }))
    .parse((await installation(h)).activeSubscriptions[0]?.["lineItems"])[1]?.plan.pricingDetails;

it("charges a key once, also when the cap is reached meanwhile", async () => {
  const first = await use("6.00", { key: "a" });
  expect(first).toMatchObject({ appUsageRecord: { subscriptionLineItem: { id: line } } });
  await use("4.00", { key: "b" });
  expect(await use("6.00", { key: "a" })).toEqual(first);
  expect(await pricing()).toEqual({
    cappedAmount: { amount: "10.0" },
    balanceUsed: { amount: "10.0" },
  });
});

it("charges twice without a key", async () => {
  await use("1.00");
  await use("1.00");
  expect(shopOf(h).usageRecords.length).toBe(2);
});

it.each([
  ["above the cap", "10.01", {}, [], "Total price exceeds balance remaining"],
  ["in another currency", "1", { currency: "EUR" }, [], "Total price exceeds balance remaining"],
  [
    "with a long key",
    "1",
    { key: "k".repeat(256) },
    ["idempotencyKey"],
    "Idempotency key exceeds the maximum length.",
  ],
  [
    "without a description",
    "1",
    { description: " " },
    ["description"],
    "Description can't be blank",
  ],
  [
    "on a line that is not there",
    "1",
    { line: "gid://shopify/AppSubscriptionLineItem/1?v=1&index=0" },
    ["subscriptionLineItemId"],
    "Invalid id",
  ],
  ["of nothing", "0", {}, null, "Validation failed: Price must be greater than zero"],
])("refuses a charge %s", async (_, amount, overrides, field, message) => {
  expect(await use(amount, overrides)).toEqual({
    appUsageRecord: null,
    userErrors: [{ field, message }],
  });
});

it("refuses a charge on the recurring line, and on a subscription that ended", async () => {
  const recurringLine = line.replace("index=1", "index=0");
  expect(await use("1", { line: recurringLine })).toMatchObject({
    userErrors: [{ message: "Subscription line item is not a usage plan" }],
  });
  await subscribe(h, { name: "Business" });
  expect(await use("1")).toMatchObject({ userErrors: [{ message: "Subscription is not active" }] });
});

it("tells the app once when nine tenths of the cap are used", async () => {
  await use("8.90");
  await use("0.10");
  await use("0.10");
  await h.standin.webhooks.settle();
  const told = h.received.filter(
    ({ headers }) => headers["x-shopify-topic"] === "app_subscriptions/approaching_capped_amount",
  );
  expect(told.map(({ body }): unknown => JSON.parse(body))).toMatchObject([
    { app_subscription: { balance_used: 9, capped_amount: "10.0", currency_code: "USD" } },
  ]);
});

it("begins again with the next period", async () => {
  await use("10.00");
  h.advance(30 * DAY_SECONDS);
  expect(await pricing()).toMatchObject({ balanceUsed: { amount: "0.0" } });
});

it("raises the cap when the merchant approves it, and not before", async () => {
  const { confirmationUrl } = await raise("25");
  const page = await (await fetch(confirmationUrl ?? "")).text();
  expect(page).toContain("Approve a higher spending limit");
  await answer(confirmationUrl, "decline");
  expect(await pricing()).toMatchObject({ cappedAmount: { amount: "10.0" } });
  const again = await raise("25");
  await answer(again.confirmationUrl, "approve");
  expect(await pricing()).toMatchObject({ cappedAmount: { amount: "25.0" } });
  expect(await toldStates(h)).toEqual(["Starter ACTIVE", "Starter ACTIVE"]);
});

it.each([
  [
    "a lower cap",
    "9",
    {},
    ["cappedAmount"],
    "Spending limit can only be increased. Please contact the app developer to decrease spending limit.",
  ],
  ["another currency", "20", { currency: "EUR" }, null, "Currency code must be USD"],
  ["a line that is not there", "20", { line: "gid://shopify/X/1" }, ["id"], "Invalid id"],
])("refuses %s", async (_, amount, overrides, field, message) => {
  expect(await raise(amount, overrides)).toEqual({
    confirmationUrl: null,
    appSubscription: null,
    userErrors: [{ field, message }],
  });
});

it("refuses a cap on a line without usage", async () => {
  expect(await raise("20", { line: line.replace("index=1", "index=0") })).toMatchObject({
    userErrors: [{ field: null, message: "Only variable subscriptions can be updated." }],
  });
});
