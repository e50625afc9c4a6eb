import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { ask, connectSeller, startService } from "./test-support.ts";
import { describeBilling } from "./billing-metrics.ts";
import { emptyAccount, reduceBilling, type ReportedSubscription } from "#domain/billing";

const TOKEN = "figures-for-the-operator";
const database = await testDatabase();
const service = await startService(database, { METRICS_TOKEN: TOKEN });
const secretive = await startService(await testDatabase());

const read = (url: string, token?: string) =>
  ask(
    `${url}/metrics`,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );

describe("/metrics", () => {
  it("tells the operator, and nobody else, in Prometheus's words", async () => {
    await connectSeller(service, { isFree: true });
    const told = await read(service.url, TOKEN);
    expect([told.status, told.headers.get("content-type")]).toEqual([
      200,
      "text/plain; charset=utf-8; version=0.0.4",
    ]);
    expect(told.text).toContain(
      '# TYPE docket_merchants gauge\ndocket_merchants{plan="free",state="none",billed_by="nobody"} 1\n',
    );
    expect(told.text).toContain("docket_monthly_revenue_usd 0.00\n");
    expect((await read(service.url)).status).toBe(404);
    expect((await read(service.url, "figures-for-the-operatoR")).status).toBe(404);
    expect((await read(secretive.url, "")).status).toBe(404);
    expect((await read(secretive.url, "null")).status).toBe(404);
  });
});

it("counts revenue of what is renewed, and churn from the day it will not be", () => {
  const now = "2026-11-22T10:00:00.000Z";
  const subscription: ReportedSubscription = {
    externalId: "1",
    planId: "starter",
    interval: "monthly",
    priceUsd: "9.00",
    status: "active",
    startedAt: "2026-11-01T10:00:00.000Z",
    trialEndsAt: null,
    paidUntil: "2026-12-01T10:00:00.000Z",
    endsAt: null,
    usage: null,
    isTest: false,
  };
  const accountOf = (changes: Partial<ReportedSubscription>) => ({
    issued: 10,
    account: reduceBilling(emptyAccount(), {
      type: "observed",
      channel: "shopify",
      at: "2026-11-01T10:00:01.000Z",
      subscriptions: [{ ...subscription, ...changes }],
    }),
  });
  const merchants = [
    accountOf({}),
    accountOf({ interval: "yearly", priceUsd: "290.00", planId: "business" }),
    accountOf({ trialEndsAt: "2026-11-29T10:00:00.000Z" }),
    accountOf({ isTest: true }),
    accountOf({ endsAt: "2026-12-01T10:00:00.000Z" }),
    accountOf({ status: "frozen" }),
  ];
  const change = (from: "none" | "active" | "ending", to: "active" | "ending" | "cancelled") => ({
    at: now,
    type: "observed" as const,
    channel: "shopify" as const,
    from: { planId: "starter" as const, state: from },
    to: { planId: "starter" as const, state: to },
  });
  const changes = [
    change("none", "active"),
    change("active", "ending"),
    change("ending", "cancelled"),
    change("ending", "active"),
  ];
  const figures = describeBilling({ merchants, changes, now });
  const single = Object.fromEntries(
    figures.flatMap(({ name, samples }) =>
      samples.length === 1 ? [[name, samples[0]?.value]] : [],
    ),
  );
  expect(single).toEqual({
    docket_monthly_revenue_usd: "33.17",
    docket_direct_requests_open: "0",
    docket_documents_issued_this_month: "60",
    docket_subscriptions_started_30d: "2",
    docket_subscriptions_churned_30d: "1",
  });
});
