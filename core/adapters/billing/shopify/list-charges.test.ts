import { expect, it } from "vitest";
import { shopifyBillingApi } from "./index.ts";
import { openShop, REQUEST } from "./test-support.ts";

it("lists subscriptions and usage, newest first, without what was not agreed to", async () => {
  const { client, harness, shop, answer, take } = await openShop();
  const provider = shopifyBillingApi(client);
  await take(provider, { usageCapUsd: "5.00", freeDays: 14 });
  const lineId = shop.subscriptions[0]?.lineItems[1]?.id ?? "";
  for (const number of ["1", "2"]) {
    harness.advance(60);
    const description = `Document ${number}`;
    const charge = { lineId, amountUsd: "0.08", description, idempotencyKey: number };
    expect((await provider.chargeUsage(charge)).ok).toBe(true);
  }
  harness.advance(60);
  const asked = await provider.requestPlan({ ...REQUEST, planId: "business" });
  expect(asked.ok && answer(asked.value.approvalUrl, false)).toBe("declined");
  harness.advance(60);
  await take(provider, { planId: "business", interval: "yearly" });

  const charge = { isTest: false, chargeId: expect.stringMatching(/^gid:/) };
  expect(await provider.listCharges()).toEqual({
    ok: true,
    value: [
      {
        ...charge,
        at: "2026-11-21T10:04:00.000Z",
        description: "Docket Business, every year",
        amountUsd: "290.00",
      },
      { ...charge, at: "2026-11-21T10:02:00.000Z", description: "Document 2", amountUsd: "0.08" },
      { ...charge, at: "2026-11-21T10:01:00.000Z", description: "Document 1", amountUsd: "0.08" },
      {
        ...charge,
        at: "2026-11-21T10:00:00.000Z",
        description: "Docket Starter, every 30 days, 14 days free (ended)",
        amountUsd: "9.00",
      },
    ],
  });
});

it("reads on behind what nobody approved, and stops at 50", async () => {
  const { client, harness, shop, standin, take } = await openShop();
  const provider = shopifyBillingApi(client);
  await take(provider, { usageCapUsd: "5.00" });
  const lineId = shop.subscriptions[0]?.lineItems[1]?.id ?? "";
  const price = { amount: "0.01", currencyCode: "USD" };
  for (let number = 1; number <= 60; number += 1) {
    standin.billing.recordUsage(shop, {
      subscriptionLineItemId: lineId,
      price,
      description: `Document ${number}`,
      idempotencyKey: String(number),
    });
  }
  harness.advance(60);
  for (let count = 0; count < 12; count += 1) await provider.requestPlan(REQUEST);

  const listed = await provider.listCharges();
  const amounts = listed.ok ? listed.value.map(({ amountUsd }) => amountUsd) : [];
  expect(amounts).toEqual(Array.from({ length: 50 }, () => "0.01"));
});
