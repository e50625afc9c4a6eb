import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Harness, SHOP } from "../harness.ts";
import {
  answer,
  create,
  DAY_SECONDS,
  installation,
  recurring,
  shopOf,
  subscribe,
  toldStates,
  usage,
} from "./billing-test-support.ts";

let h: Harness;
beforeEach(async () => {
  h = await Harness.open();
});
afterEach(() => h.close());

const states = async () =>
  (await installation(h)).allSubscriptions.nodes.map(({ name, status }) => `${name} ${status}`);
const mutate = async (name: string, text: string) =>
  (await h.query(`mutation ${text}`)).data?.[name];

describe("asking for a subscription", () => {
  it.each([
    ["an empty name", { name: " " }, ["name"], "Name can't be blank"],
    ["no plan", { lineItems: [] }, ["lineItems"], "At least one plan must be selected"],
    [
      "two plans of a kind",
      { lineItems: [recurring("1"), recurring("2")] },
      ["lineItems"],
      "Only one pricing plan can be defined for each available type",
    ],
    [
      "usage beside a year",
      { lineItems: [recurring("190", "ANNUAL"), usage("20")] },
      ["lineItems"],
      "Annual subscriptions don't support usage billing",
    ],
    [
      "two currencies",
      { lineItems: [recurring("19"), usage("20", "EUR")] },
      ["lineItems"],
      "All pricing plans must use the same currency.",
    ],
    [
      "a currency that is neither the shop's nor the dollar",
      { lineItems: [recurring("19", "EVERY_30_DAYS", "JPY")] },
      ["lineItems"],
      "Currency code must be USD or EUR",
    ],
    [
      "a negative price",
      { lineItems: [recurring("-1")] },
      null,
      "Validation failed: Price must be greater than zero",
    ],
    [
      "no price",
      { lineItems: [recurring("0")] },
      null,
      "Validation failed: Price must be greater than zero",
    ],
  ])("refuses %s", async (_, overrides, field, message) => {
    expect(await create(h, overrides)).toEqual({
      confirmationUrl: null,
      appSubscription: null,
      userErrors: [{ field, message }],
    });
    expect(shopOf(h).subscriptions).toEqual([]);
  });

  it("refuses an address that is none, before the mutation runs", async () => {
    const { errors, data } = await h.query(
      `mutation M($to: URL!) { appSubscriptionCreate(name: "A", returnUrl: $to, lineItems: []) { userErrors { message } } }`,
      { to: "/app/plan" },
    );
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.message).toContain("Invalid url '/app/plan', missing scheme");
  });

  it("takes the shop's own billing currency, and tells which it is", async () => {
    const { data } = await h.query("{ shopBillingPreferences { currency } }");
    expect(data).toEqual({ shopBillingPreferences: { currency: "EUR" } });
    const { userErrors } = await create(h, { lineItems: [recurring("18", "ANNUAL", "EUR")] });
    expect(userErrors).toEqual([]);
  });
});

describe("the merchant's answer", () => {
  it("approves: back to the app with charge_id, after a webhook with Shopify's fields", async () => {
    h.standin.faults.set({ webhookFirstNext: 1 });
    const lineItems = [recurring("19.00"), usage("20")];
    const { confirmationUrl, appSubscription } = await create(h, { lineItems, trialDays: 14 });
    const back = await answer(confirmationUrl, "approve");
    expect(h.topics()).toEqual(["app_subscriptions/update"]);
    const number = appSubscription?.id.split("/").at(-1) ?? "";
    expect(back).toBe(
      `${h.standin.adminUrl}/store/demo/apps/test-key/app/plan?from=billing&charge_id=${number}`,
    );
    expect(JSON.parse(h.received[0]?.body ?? "")).toEqual({
      app_subscription: {
        admin_graphql_api_id: appSubscription?.id,
        name: "Starter",
        status: "ACTIVE",
        admin_graphql_api_shop_id: `gid://shopify/Shop/${shopOf(h).profile.id}`,
        created_at: "2026-11-21T11:00:00+01:00",
        updated_at: "2026-11-21T11:00:00+01:00",
        currency: "USD",
        capped_amount: "20.0",
        price: "19.00",
        interval: "every_30_days",
        plan_handle: null,
      },
    });
    expect((await installation(h)).activeSubscriptions).toMatchObject([
      { name: "Starter", trialDays: 14, currentPeriodEnd: "2026-12-05T10:00:00Z" },
    ]);
  });

  it("declines: the merchant stays in the admin, which says so, and nothing changes", async () => {
    await subscribe(h);
    const { confirmationUrl } = await create(h, { name: "Business" });
    const back = await answer(confirmationUrl, "decline");
    expect(back).toMatch(/^\/store\/demo\/home\?declined=\d+$/);
    const page = await (await fetch(h.standin.adminUrl + back)).text();
    expect(page).toContain("You declined “Business” of Docket.");
    expect(await states()).toEqual(["Starter ACTIVE", "Business DECLINED"]);
    expect(await toldStates(h)).toEqual(["Starter ACTIVE", "Business DECLINED"]);
  });

  it("counts once, in however many tabs it is given", async () => {
    const { confirmationUrl } = await create(h);
    const first = await answer(confirmationUrl, "approve");
    expect(await answer(confirmationUrl, "approve")).toBe(first);
    expect(await answer(confirmationUrl, "decline")).toBe(new URL(confirmationUrl ?? "").pathname);
    expect(await toldStates(h)).toEqual(["Starter ACTIVE"]);
    const page = await (await fetch(confirmationUrl ?? "")).text();
    expect(page).toContain("You approved this already.");
    expect(page).not.toContain('id="approve"');
  });

  it("takes no approval after a refusal", async () => {
    const { confirmationUrl } = await create(h);
    await answer(confirmationUrl, "decline");
    expect(await answer(confirmationUrl, "approve")).toMatch(/\/confirm$/);
    expect(await states()).toEqual(["Starter DECLINED"]);
  });

  it("to two that wait: the one approved last replaces the other", async () => {
    const [one, two] = [await create(h), await create(h, { name: "Business" })];
    await answer(two.confirmationUrl, "approve");
    await answer(one.confirmationUrl, "approve");
    expect(await states()).toEqual(["Starter ACTIVE", "Business CANCELLED"]);
    expect(await toldStates(h)).toEqual([
      "Business ACTIVE",
      "Business CANCELLED",
      "Starter ACTIVE",
    ]);
  });

  it("comes too late after two days", async () => {
    const { confirmationUrl } = await create(h);
    h.advance(2 * DAY_SECONDS);
    expect(await answer(confirmationUrl, "approve")).toMatch(/\/confirm$/);
    expect(await states()).toEqual(["Starter EXPIRED"]);
  });

  it("on a development store: real charges cannot be approved, test charges can", async () => {
    shopOf(h).profile.isDevelopmentStore = true;
    const { data } = await h.query("{ shop { plan { partnerDevelopment } } }");
    expect(data).toEqual({ shop: { plan: { partnerDevelopment: true } } });
    const real = await create(h);
    const page = await (await fetch(real.confirmationUrl ?? "")).text();
    expect(page).toContain("This development store can approve test charges only.");
    expect(page).not.toContain('id="approve"');
    expect(await answer(real.confirmationUrl, "approve")).toMatch(/\/confirm$/);
    await subscribe(h, { name: "Business", test: true });
    expect(await states()).toEqual(["Starter PENDING", "Business ACTIVE"]);
  });

  it("finds no page for a charge that is not there", async () => {
    const page = await fetch(`${h.standin.adminUrl}/store/demo/charges/12/confirm`);
    expect(page.status).toBe(404);
  });
});

describe("replacing", () => {
  const year = (amount: string) => [recurring(amount, "ANNUAL")];

  it.each([
    ["a dearer year after a year", year("190"), year("490"), "STANDARD", "at once"],
    ["a month after a month", [recurring("49")], [recurring("19")], "STANDARD", "at once"],
    ["a cheaper year after a year", year("490"), year("190"), "STANDARD", "later"],
    ["a month after a year", year("190"), [recurring("19")], "STANDARD", "later"],
    ["a month after a year", year("190"), [recurring("19")], "APPLY_IMMEDIATELY", "at once"],
    [
      "a month after a month",
      [recurring("19")],
      [recurring("49")],
      "APPLY_ON_NEXT_BILLING_CYCLE",
      "later",
    ],
    [
      "another currency",
      [recurring("19")],
      [recurring("19", "EVERY_30_DAYS", "EUR")],
      "APPLY_ON_NEXT_BILLING_CYCLE",
      "at once",
    ],
  ])("%s (%s → %s, %s) happens %s", async (_, before, lineItems, replacementBehavior, when) => {
    await subscribe(h, { name: "Old", lineItems: before });
    await subscribe(h, { name: "New", lineItems, replacementBehavior });
    expect(await states()).toEqual(
      when === "later" ? ["Old ACTIVE", "New PENDING"] : ["Old CANCELLED", "New ACTIVE"],
    );
    h.advance(366 * DAY_SECONDS);
    expect(await states()).toEqual(["Old CANCELLED", "New ACTIVE"]);
  });

  it("can show the one that waits as active already", async () => {
    await h.post("/_control/deferred", { as: "ACTIVE" });
    await subscribe(h, { name: "Old" });
    await subscribe(h, { name: "New", replacementBehavior: "APPLY_ON_NEXT_BILLING_CYCLE" });
    expect(await states()).toEqual(["Old ACTIVE", "New ACTIVE"]);
    h.advance(30 * DAY_SECONDS);
    expect(await states()).toEqual(["Old CANCELLED", "New ACTIVE"]);
    expect(await toldStates(h)).toEqual([
      "Old ACTIVE",
      "New ACTIVE",
      "Old CANCELLED",
      "New ACTIVE",
    ]);
  });

  it("credits what was paid too much: a 20 dollar plan left half-way for one of 10", async () => {
    await subscribe(h, { lineItems: [recurring("20")] });
    h.advance(15 * DAY_SECONDS);
    await subscribe(h, { lineItems: [recurring("10")] });
    expect((await installation(h)).credits.nodes).toEqual([
      {
        description: "Unused part of Starter",
        test: false,
        amount: { amount: "5.0", currencyCode: "USD" },
      },
    ]);
  });
});

describe("ending", () => {
  const cancel = (id: string | undefined, prorate = false) =>
    mutate(
      "appSubscriptionCancel",
      `{ appSubscriptionCancel(id: "${id ?? ""}", prorate: ${prorate}) { appSubscription { status currentPeriodEnd } userErrors { field message } } }`,
    );

  it("cancels once, and credits only when asked to", async () => {
    const { appSubscription } = await subscribe(h, { lineItems: [recurring("10")] });
    h.advance(15 * DAY_SECONDS);
    expect(await cancel(appSubscription?.id, true)).toEqual({
      appSubscription: { status: "CANCELLED", currentPeriodEnd: null },
      userErrors: [],
    });
    expect((await installation(h)).credits.nodes).toMatchObject([{ amount: { amount: "5.0" } }]);
    expect(await cancel(appSubscription?.id)).toEqual({
      appSubscription: null,
      userErrors: [
        { field: ["id"], message: "Cannot transition status via :cancel from :cancelled" },
      ],
    });
    expect(await cancel("gid://shopify/AppSubscription/1")).toMatchObject({
      userErrors: [{ message: "Couldn't find RecurringApplicationCharge" }],
    });
  });

  it("credits nothing of a trial", async () => {
    const { appSubscription } = await subscribe(h, { trialDays: 14 });
    await cancel(appSubscription?.id, true);
    expect((await installation(h)).credits.nodes).toEqual([]);
  });

  it("uninstalling cancels, and only app/uninstalled is sent; a reinstall finds it cancelled", async () => {
    await subscribe(h);
    await h.standin.webhooks.settle();
    h.received = [];
    await h.post("/_control/uninstall", {});
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["app/uninstalled"]);
    await h.post("/_control/install", {});
    expect(await states()).toEqual(["Starter CANCELLED"]);
    expect((await installation(h)).activeSubscriptions).toEqual([]);
  });

  it("or app_subscriptions/update first, when asked to", async () => {
    await subscribe(h);
    await h.standin.webhooks.settle();
    h.received = [];
    await h.post("/_control/uninstall", { isSubscriptionTold: true });
    await h.standin.webhooks.settle();
    expect(h.topics()).toEqual(["app_subscriptions/update", "app/uninstalled"]);
  });

  it("a shop that does not pay freezes it and closes the API; paying opens both", async () => {
    const { appSubscription } = await subscribe(h);
    await h.post("/_control/freeze", {});
    expect(await h.query("{ shop { name } }")).toMatchObject({ status: 402 });
    await h.post("/_control/freeze", { api: "open" });
    const { data } = await h.query(
      `{ node(id: "${appSubscription?.id ?? ""}") { ... on AppSubscription { status currentPeriodEnd } } }`,
    );
    expect(data).toEqual({ node: { status: "FROZEN", currentPeriodEnd: null } });
    expect((await installation(h)).activeSubscriptions).toEqual([]);
    expect(await cancel(appSubscription?.id)).toMatchObject({
      userErrors: [{ message: "Cannot transition status via :cancel from :frozen" }],
    });
    await h.post("/_control/unfreeze", {});
    expect(await toldStates(h)).toEqual(["Starter ACTIVE", "Starter FROZEN", "Starter ACTIVE"]);
  });
});

describe("time", () => {
  const periodEnd = async () =>
    (await installation(h)).activeSubscriptions.map((one) => one["currentPeriodEnd"]);

  it("runs through the trial, then from period to period", async () => {
    await subscribe(h, { trialDays: 14 });
    expect(await periodEnd()).toEqual(["2026-12-05T10:00:00Z"]);
    h.advance(14 * DAY_SECONDS);
    expect(await periodEnd()).toEqual(["2027-01-04T10:00:00Z"]);
    h.advance(30 * DAY_SECONDS);
    expect(await periodEnd()).toEqual(["2027-02-03T10:00:00Z"]);
  });

  it("passes for subscriptions alone, for tests in another process", async () => {
    await subscribe(h, { trialDays: 14 });
    await create(h, { name: "Business" });
    await h.post("/_control/ageSubscriptions", { days: 15 });
    expect(await periodEnd()).toEqual(["2026-12-20T10:00:00Z"]);
    expect(await states()).toEqual(["Starter ACTIVE", "Business EXPIRED"]);
    await h.post("/_control/periodEnd", { at: "2026-11-28T10:00:00Z" });
    expect(await periodEnd()).toEqual(["2026-11-28T10:00:00Z"]);
    const { status } = await h.post("/_control/periodEnd", { at: "soon" });
    expect(status).toBe(400);
  });

  it("extends a trial while it lasts", async () => {
    const { appSubscription } = await subscribe(h, { trialDays: 14 });
    const extend = (id: string | undefined, days: number) =>
      mutate(
        "appSubscriptionTrialExtend",
        `{ appSubscriptionTrialExtend(id: "${id ?? ""}", days: ${days}) { appSubscription { trialDays currentPeriodEnd } userErrors { code message } } }`,
      );
    const refusal = (code: string | null, message: string) => ({
      appSubscription: null,
      userErrors: [{ code, message }],
    });
    expect(await extend(appSubscription?.id, 7)).toEqual({
      appSubscription: { trialDays: 21, currentPeriodEnd: "2026-12-12T10:00:00Z" },
      userErrors: [],
    });
    expect(await extend(appSubscription?.id, 0)).toEqual(
      refusal(null, "Days must be greater than 0"),
    );
    expect(await extend(appSubscription?.id, 1_001)).toEqual(
      refusal(null, "Days must be less than or equal to 1000"),
    );
    expect(await extend("gid://shopify/AppSubscription/1", 1)).toEqual(
      refusal("SUBSCRIPTION_NOT_FOUND", "The app subscription wasn't found."),
    );
    h.advance(21 * DAY_SECONDS);
    expect(await extend(appSubscription?.id, 1)).toEqual(
      refusal("TRIAL_NOT_ACTIVE", "The trial can't be extended after expiration."),
    );
  });
});

describe("webhooks of billing", () => {
  it("are held back until they are released, in their order", async () => {
    await subscribe(h);
    await h.standin.webhooks.settle();
    h.received = [];
    h.standin.faults.set({ holdNext: 2 });
    await subscribe(h, { name: "Business" });
    expect(await toldStates(h)).toEqual([]);
    expect((await h.post("/_control/releaseWebhooks", {})).body).toEqual({ released: 2 });
    expect(await toldStates(h)).toEqual(["Starter CANCELLED", "Business ACTIVE"]);
  });

  it("are lost and repeated as all others", async () => {
    h.standin.faults.set({ loseNext: 1 });
    await subscribe(h);
    expect(await toldStates(h)).toEqual([]);
    h.standin.faults.set({ repeatNext: 1 });
    h.standin.billing.setFrozen(h.standin.shop(SHOP), true);
    expect(await toldStates(h)).toEqual(["Starter FROZEN", "Starter FROZEN"]);
  });
});
