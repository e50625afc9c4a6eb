import { afterAll, describe, expect, it } from "vitest";
import { shopifyBillingApi } from "#adapters/billing/shopify";
import { planInForce } from "#domain/billing";
import { aClock, memoryMail } from "../../../tests/support/memory-ports.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { openShop } from "../../adapters/billing/shopify/test-support.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import {
  aFreeMerchant,
  issueRequest,
  SETTINGS,
} from "../../adapters/storage/prisma/test-support.ts";
import {
  AllowanceReached,
  cancelSubscription,
  changeUsageCap,
  chargeUsage,
  selectPlan,
  syncSubscriptions,
  warnOfUsage,
} from "./index.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const DAY_SECONDS = 24 * 60 * 60;
const STARTER = {
  planId: "starter",
  interval: "monthly",
  usageCapUsd: null,
  returnUrl: "https://docket.example/plan",
} as const;

/** A merchant on the free plan whose shop is at the stand-in. */
async function aPayingShop() {
  const { shop: atShopify, pass: passAtShopify, client, answer, standin } = await openShop();
  const merchant = await aFreeMerchant(database, queue, SETTINGS);
  // As the stand-in's.
  const clock = aClock("2026-11-21T10:00:00.000Z");
  const pass = async (days: number) => {
    clock.advance(days * DAY_SECONDS);
    await passAtShopify(days);
  };
  const provider = shopifyBillingApi(client);
  const ports = { billing: merchant.billing, provider, clock };
  const select = async (choice: Partial<Parameters<typeof selectPlan>[0]> = {}) => {
    const asked = await selectPlan({ ...STARTER, ...choice }, ports);
    if (!asked.ok) throw new Error(asked.problem.message);
    return asked.value.approvalUrl;
  };
  const inForce = async () => {
    const synced = await syncSubscriptions(ports);
    if (!synced.ok) throw new Error(synced.problem.message);
    const { plan, state, subscription, allowance } = planInForce(synced.value, clock.now());
    return { planId: plan.planId, state, endsAt: subscription?.endsAt ?? null, allowance };
  };
  const grant = (endsInDays: number) =>
    merchant.billing.applyEvent({
      type: "granted",
      at: clock.now(),
      grant: {
        externalId: "direct-1",
        planId: "business",
        interval: "yearly",
        priceUsd: "290.00",
        endsAt: clock.after(endsInDays * DAY_SECONDS),
      },
    });
  const issue = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const order = anOrder({ orderId: `o${index}`, orderNumber: `#${index}` });
        const { allowance } = planInForce(await merchant.billing.loadAccount(), clock.now());
        return merchant.store.issueOnce(issueRequest(merchant, order, { allowance }));
      }),
    );
  const chargeIds = async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT "id" FROM "UsageCharge" WHERE "merchantId" = $1 ORDER BY "createdAt", "id"`,
      [merchant.store.merchantId],
    );
    return rows.map(({ id }) => id);
  };
  return {
    ...merchant,
    atShopify,
    standin,
    answer,
    client,
    pass,
    ports,
    select,
    inForce,
    grant,
    issue,
    chargeIds,
  };
}

describe("a plan at Shopify", () => {
  it("begins when the merchant approves, and not before", async () => {
    const { select, answer, inForce } = await aPayingShop();
    const url = await select();
    expect(await inForce()).toMatchObject({ planId: "free", state: "none" });
    answer(url, true);
    expect(await inForce()).toMatchObject({ planId: "starter", state: "trial" });
  });

  it("that is declined, or left open in a tab, changes nothing", async () => {
    const { select, answer, inForce } = await aPayingShop();
    await select();
    answer(await select(), false);
    expect(await inForce()).toMatchObject({ planId: "free", state: "none" });
  });

  it("asked for in two tabs and approved in both is paid once", async () => {
    const { select, answer, inForce, atShopify } = await aPayingShop();
    const [one, other] = [await select(), await select({ planId: "business" })];
    answer(one, true);
    answer(other, true);
    expect(await inForce()).toMatchObject({ planId: "business" });
    expect(atShopify.subscriptions.filter(({ status }) => status === "ACTIVE")).toHaveLength(1);
  });

  it("is not asked for again by who has it", async () => {
    const { select, answer, ports } = await aPayingShop();
    answer(await select(), true);
    expect(await selectPlan(STARTER, ports)).toMatchObject({
      problem: { code: "already-on-plan" },
    });
  });

  it("stays to its end when it is cancelled, and its trial is given once", async () => {
    const { select, answer, inForce, ports, pass, atShopify } = await aPayingShop();
    answer(await select(), true);
    await pass(5);
    expect(await cancelSubscription(ports)).toMatchObject({ ok: true });
    expect(await inForce()).toMatchObject({ planId: "starter", state: "ending" });
    expect(await cancelSubscription(ports)).toMatchObject({
      problem: { code: "nothing-to-change" },
    });
    await pass(10);
    expect(await inForce()).toMatchObject({ planId: "free", state: "cancelled" });
    await select();
    expect(atShopify.subscriptions.at(-1)?.trialDays).toBeLessThanOrEqual(9);
  });

  it("that cannot be asked for now says so and changes nothing", async () => {
    const { ports, standin } = await aPayingShop();
    await standin.close();
    expect(await selectPlan(STARTER, ports)).toMatchObject({
      problem: { code: "billing-unreachable" },
    });
    expect((await ports.billing.loadAccount()).subscriptions).toEqual([]);
  });
});

describe("a direct subscription", () => {
  it("is kept until its end; the plan at Shopify that follows it costs nothing before", async () => {
    const { select, answer, inForce, ports, grant, atShopify, pass } = await aPayingShop();
    await grant(60);
    expect(await selectPlan(STARTER, ports)).toMatchObject({ problem: { code: "still-paid" } });
    await pass(53);
    answer(await select(), true);
    expect(atShopify.subscriptions.at(-1)?.trialDays).toBe(7);
    expect(await inForce()).toMatchObject({ planId: "business", state: "ending" });
    await pass(7);
    expect(await inForce()).toMatchObject({ planId: "starter", state: "active" });
  });
});

describe("documents above the plan", () => {
  it("are charged once each, up to the cap that the merchant agreed to", async () => {
    const { select, answer, ports, atShopify, inForce, issue, chargeIds } = await aPayingShop();
    answer(await select({ usageCapUsd: "0.16" }), true);
    expect((await inForce()).allowance).toEqual({
      included: 250,
      extra: { count: 2, priceUsd: "0.08" },
    });
    await expect(issue(253)).rejects.toBeInstanceOf(AllowanceReached);
    const [first = "", second = "", ...none] = await chargeIds();
    expect(none).toEqual([]);
    const outcomes = [];
    for (const chargeId of [first, first, second])
      outcomes.push(await chargeUsage(chargeId, ports));
    expect(outcomes).toEqual(["charged", "settled", "charged"]);
    expect(atShopify.usageRecords.map(({ price }) => price.amount)).toEqual(["0.08", "0.08"]);
  });

  it("wait for room where Shopify's cap is reached first, and are never charged twice", async () => {
    const { select, answer, ports, atShopify, issue, inForce, chargeIds, client, pass } =
      await aPayingShop();
    answer(await select({ usageCapUsd: "0.16" }), true);
    await inForce();
    await issue(252);
    const { subscriptions } = await ports.billing.loadAccount();
    const lineId = subscriptions[0]?.usage?.lineId ?? "";
    // What was used in the part of Shopify's period that lies in another month.
    const other = { lineId, amountUsd: "0.10", description: "Earlier", idempotencyKey: "earlier" };
    await shopifyBillingApi(client).chargeUsage(other);

    const [chargeId = ""] = await chargeIds();
    expect(await chargeUsage(chargeId, ports)).toBe("waiting");
    expect((await inForce()).allowance.extra).toBeNull();
    expect(atShopify.usageRecords).toHaveLength(1);
    await pass(45);
    expect((await inForce()).allowance.extra).toEqual({ count: 2, priceUsd: "0.08" });
    expect(await chargeUsage(chargeId, ports)).toBe("charged");
  });

  it("cost nothing any more when the subscription is over before they were charged", async () => {
    const { select, answer, ports, atShopify, issue, inForce, chargeIds } = await aPayingShop();
    answer(await select({ usageCapUsd: "5.00" }), true);
    await inForce();
    await issue(251);
    await cancelSubscription(ports);
    const [chargeId = ""] = await chargeIds();
    expect(await chargeUsage(chargeId, ports)).toBe("waived");
    expect(atShopify.usageRecords).toEqual([]);
  });

  it("follow the merchant's own cap at once when it is lower, and after approval when it is higher", async () => {
    const { select, answer, ports, inForce } = await aPayingShop();
    const { returnUrl } = STARTER;
    expect(await changeUsageCap({ capUsd: "1.00", returnUrl }, ports)).toMatchObject({
      problem: { code: "nothing-to-change" },
    });
    answer(await select({ usageCapUsd: "8.00" }), true);
    expect(await changeUsageCap({ capUsd: "0.80", returnUrl }, ports)).toEqual({
      ok: true,
      value: { approvalUrl: null },
    });
    expect((await inForce()).allowance.extra?.count).toBe(10);

    const raised = await changeUsageCap({ capUsd: "16.00", returnUrl }, ports);
    if (!raised.ok) throw new Error(raised.problem.message);
    expect((await inForce()).allowance.extra?.count).toBe(10); // nothing is approved yet
    answer(raised.value.approvalUrl, true);
    expect((await inForce()).allowance.extra?.count).toBe(200);
    await changeUsageCap({ capUsd: "0.00", returnUrl }, ports);
    expect((await inForce()).allowance.extra).toBeNull();
    answer(await select({ planId: "business", usageCapUsd: "4.00" }), true);
    expect((await inForce()).allowance.extra?.count).toBe(200); // a new word
  });
});

describe("a warning", () => {
  const settings = { ...SETTINGS, seller: { ...SETTINGS.seller, email: "ada@example.com" } };
  const PERIOD = "2026-11";
  const planUrl = "https://shop.example/plan";
  const clock = { now: () => "2026-11-21T10:00:00.000Z" };
  const warning = { period: PERIOD, percent: 80, included: 30 } as const;

  async function atEightyPercent() {
    const merchant = await aFreeMerchant(database, queue, settings);
    const allowance = planInForce(await merchant.billing.loadAccount(), clock.now()).allowance;
    for (let index = 0; index < 24; index += 1) {
      const order = anOrder({ orderId: `w${index}`, orderNumber: `#${index}` });
      await merchant.store.issueOnce(issueRequest(merchant, order, { allowance }));
    }
    return { ...merchant, mail: memoryMail(), clock, planUrl };
  }

  it("is mailed once, in the merchant's language, with the way to a larger plan", async () => {
    const ports = await atEightyPercent();
    await warnOfUsage(warning, ports);
    await warnOfUsage(warning, ports);
    expect(ports.mail.sent).toMatchObject([
      {
        to: "ada@example.com",
        fromName: "Docket",
        subject: "Docket: 24 van 30 documenten gebruikt deze maand",
        text: expect.stringContaining(`Bekijk je abonnement: ${planUrl}`),
      },
    ]);
  });

  it("comes back while the mail server is away, and is given up where the address is refused", async () => {
    const ports = await atEightyPercent();
    const failing = (code: "mail-unreachable" | "mail-rejected-recipient") =>
      ({ ok: false, problem: { code, message: code } }) as const;
    ports.mail.answer = failing("mail-unreachable");
    await expect(warnOfUsage(warning, ports)).rejects.toThrow("mail-unreachable");
    expect(await ports.billing.needsWarning(warning)).toBe(true);
    ports.mail.answer = failing("mail-rejected-recipient");
    await warnOfUsage(warning, ports);
    expect(await ports.billing.needsWarning(warning)).toBe(false);
  });

  it("is not sent to who has a larger plan by now", async () => {
    const ports = await atEightyPercent();
    await ports.billing.applyEvent({
      type: "granted",
      at: clock.now(),
      grant: {
        externalId: "g",
        planId: "starter",
        interval: "monthly",
        priceUsd: "9.00",
        endsAt: "2026-12-21T00:00:00.000Z",
      },
    });
    await warnOfUsage(warning, ports);
    expect(ports.mail.sent).toEqual([]);
    expect(await ports.billing.needsWarning(warning)).toBe(false);
  });
});
