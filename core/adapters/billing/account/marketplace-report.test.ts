import { expect, it } from "vitest";
import { reportedSubscriptionSchema } from "#domain/billing";
import { readMarketplaceReport } from "./index.ts";

/** As WooCommerce 10's `WC_Helper::get_subscriptions()` has it, with all that Docket does not need. */
const row = {
  product_key: "b3c1-77aa",
  product_id: 18_734_000,
  product_name: "Docket Business",
  product_url: "https://woocommerce.com/products/docket/",
  key_type: "single",
  lifetime: false,
  connections: [4411],
  expires: 1_795_255_200, // 2026-11-21T10:00:00Z
  expired: false,
  expiring: true,
  sites_max: 1,
  autorenew: true,
};
const read = (...subscriptions: readonly unknown[]) =>
  readMarketplaceReport({ marketplace: "woocommerce.com", subscriptions });

it("reads a year that is renewed", () => {
  const report = read(row);
  expect(report).toEqual({
    ok: true,
    value: [
      {
        externalId: "b3c1-77aa",
        planId: "business",
        interval: "yearly",
        priceUsd: "290.00",
        status: "active",
        startedAt: "2025-11-21T10:00:00.000Z",
        trialEndsAt: null,
        paidUntil: "2026-11-21T10:00:00.000Z",
        endsAt: null,
        usage: null,
        isTest: false,
      },
    ],
  });
  const [first] = report.ok ? report.value : [];
  expect(reportedSubscriptionSchema.parse(first)).toEqual(first);
});

it.each([
  ["ends when it is not renewed", { autorenew: false }, { endsAt: "2026-11-21T10:00:00.000Z" }],
  [
    "waits for its payment when it expired and is to be renewed",
    { expired: true },
    { status: "pastDue" },
  ],
  [
    "is by the month when it says so",
    { product_name: "Docket Starter - Monthly" },
    { planId: "starter", interval: "monthly", priceUsd: "9.00" },
  ],
  [
    "is never less than the least that costs something",
    { product_name: "Docket" },
    { planId: "starter" },
  ],
])("%s", (_, differing, expected) => {
  expect(read({ ...row, ...differing })).toMatchObject({ ok: true, value: [expected] });
});

it.each([
  ["expired and not renewed", { expired: true, autorenew: false }],
  ["an installed copy without a subscription", { product_key: "" }],
  ["without an end", { expires: 0 }],
])("leaves out what is %s", (_, differing) => {
  expect(read({ ...row, ...differing })).toEqual({ ok: true, value: [] });
});

it("counts a key once", () => {
  const report = read(row, row);
  expect(report.ok && report.value).toHaveLength(1);
});

it.each([
  [undefined, "is missing"],
  [
    { marketplace: "example.com", subscriptions: [] },
    "marketplace expected one of woocommerce.com",
  ],
  [{ marketplace: "woocommerce.com" }, "subscriptions is missing"],
  [
    { marketplace: "woocommerce.com", subscriptions: [{ ...row, expires: "soon" }] },
    "subscriptions[0].expires expected",
  ],
  [
    { marketplace: "woocommerce.com", subscriptions: [{ ...row, expires: 1e15 }] },
    "subscriptions[0].expires",
  ],
  [
    { marketplace: "woocommerce.com", subscriptions: Array.from({ length: 51 }, () => row) },
    "50 or less",
  ],
])("refuses %j", (body, words) => {
  expect(readMarketplaceReport(body)).toEqual({
    ok: false,
    problem: { code: "report-unreadable", message: expect.stringContaining(words) },
  });
});
