import { afterEach, beforeEach, expect, it } from "vitest";
import { Harness } from "../harness.ts";
import {
  answer,
  create,
  DAY_SECONDS,
  installation,
  shopOf,
  toldStates,
} from "./billing-test-support.ts";

const PLANS = [
  { handle: "free", name: "Free", features: ["30 documents a month"] },
  { handle: "starter", name: "Starter", monthly: "19.00", yearly: "190.00", trialDays: 14 },
  { handle: "business", name: "Business", monthly: "49.00", welcomeLink: "/app/plan" },
];

let h: Harness;
beforeEach(async () => {
  h = await Harness.open();
  await h.install();
  await h.post("/_control/appPricing", { plans: PLANS });
});
afterEach(() => h.close());

const address = () => `${h.standin.adminUrl}/store/demo/charges/docket/pricing_plans`;

/** As a browser posts the choice; answers with where it is led. */
async function select(plan: string, interval = "EVERY_30_DAYS") {
  const body = new URLSearchParams({ plan, interval });
  const response = await fetch(address(), { method: "POST", redirect: "manual", body });
  return response.headers.get("location") ?? `${response.status}`;
}

async function choose(plan: string, interval?: string) {
  const led = await select(plan, interval);
  return led.endsWith("/confirm") ? answer(h.standin.adminUrl + led, "approve") : led;
}

const planNames = async () => (await installation(h)).activeSubscriptions.map(({ name }) => name);

it("closes the Billing API", async () => {
  expect(await create(h)).toMatchObject({
    confirmationUrl: null,
    userErrors: [
      {
        field: null,
        message: "Managed Pricing Apps cannot use the Billing API (to create charges).",
      },
    ],
  });
});

it("shows the plans, and no page for another app or without plans", async () => {
  const page = await (await fetch(address())).text();
  for (const text of ["Free", "USD 19.00", "USD 190.00", "14 days free", "30 documents a month"])
    expect(page).toContain(text);
  expect((await fetch(address().replace("docket", "other"))).status).toBe(404);
  expect(await select("platinum")).toBe("404");
  await h.post("/_control/appPricing", { plans: [] });
  expect((await fetch(address())).status).toBe(404);
});

it("leads over the approval to the welcome link, with the handle of the plan", async () => {
  const back = new URL(await choose("business"));
  expect(back.pathname).toBe("/store/demo/apps/test-key/app/plan");
  const charge = shopOf(h).subscriptions[0]?.id.split("/").at(-1);
  expect(back.search).toBe(`?charge_id=${charge ?? ""}&plan_handle=business`);
  expect((await installation(h)).activeSubscriptions).toMatchObject([
    {
      name: "Business",
      lineItems: [
        { plan: { pricingDetails: { planHandle: "business", price: { amount: "49.0" } } } },
      ],
    },
  ]);
  expect(await toldStates(h)).toEqual(["Business ACTIVE"]);
  expect(await (await fetch(address())).text()).toContain("Your plan");
});

it("gives a free plan without approval, after a paid one only when its period ends", async () => {
  const back = await choose("free");
  expect(back).toContain("/app?charge_id=");
  expect(await planNames()).toEqual(["Free"]);
  await choose("business");
  await choose("free");
  expect(await planNames()).toEqual(["Business"]);
  h.advance(30 * DAY_SECONDS);
  expect(await planNames()).toEqual(["Free"]);
});

it("remembers trial days for 180 days, reinstalled or not", async () => {
  await choose("starter");
  h.advance(3 * DAY_SECONDS);
  await h.post("/_control/uninstall", {});
  await h.post("/_control/install", {});
  await choose("starter", "ANNUAL");
  expect((await installation(h)).activeSubscriptions).toMatchObject([{ trialDays: 11 }]);
});

it("makes a test of it on a development store", async () => {
  shopOf(h).profile.isDevelopmentStore = true;
  await choose("business");
  expect((await installation(h)).activeSubscriptions).toMatchObject([{ test: true }]);
});

it("refuses plans that make no sense", async () => {
  const plans = [{ handle: "Starter!", name: "Starter", monthly: "19" }];
  expect((await h.post("/_control/appPricing", { plans })).status).toBe(400);
});
