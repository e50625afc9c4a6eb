import { describe, expect, it } from "vitest";
import { anOrder } from "../../../tests/support/orders.ts";
import { aDesk, made, ORDER, SELLER } from "./test-support.ts";

const ORDERS = Array.from({ length: 40 }, (_, index) =>
  anOrder({ orderId: `gid://shopify/Order/${index + 100}`, orderNumber: `#${index + 100}` }),
);
const FREE_DOCUMENTS = 30;

/** A merchant on the free plan, with the first so many orders invoiced. */
async function aFullMonth(count = FREE_DOCUMENTS) {
  const shop = await aDesk({}, SELLER, ORDERS);
  await shop.endPlan();
  for (const { orderId } of ORDERS.slice(0, count)) {
    made(await shop.desk.makeDocument(orderId, "invoice", "issue"));
  }
  const orderAt = (position: number) => ORDERS[position]?.orderId ?? "";
  return { ...shop, orderAt };
}

const upgradeOf = ({ billing }: Awaited<ReturnType<typeof aDesk>>) =>
  billing.applyEvent({
    type: "granted",
    at: "2026-11-21T11:00:00.000Z",
    grant: {
      externalId: "upgrade",
      planId: "starter",
      interval: "monthly",
      priceUsd: "9.00",
      endsAt: "2026-12-21T23:59:59.999Z",
    },
  });

describe("at the limit of the plan", () => {
  it("documents wait as drafts, and are issued after an upgrade, the oldest order first", async () => {
    const shop = await aFullMonth();
    const { desk, orderAt } = shop;
    const refused = [];
    for (const position of [33, 31, 32]) {
      refused.push(
        await desk.makeDocument(
          orderAt(position),
          "invoice",
          position === 31 ? "issue" : "issueAndSend",
        ),
      );
    }
    expect(refused).toMatchObject(
      ["#133", "#131", "#132"].map((orderNumber) => ({
        ok: false,
        problem: {
          code: "allowance-reached",
          message: expect.stringMatching(/^All 30 documents of the Free plan are used/),
          draft: { orderNumber, state: "draft", number: "" },
        },
      })),
    );
    expect((await desk.loadHome()).planUse).toEqual({
      planName: "Free",
      issued: 30,
      included: 30,
      extra: null,
      held: 3,
      resetsOn: "2026-12-01",
    });
    expect(await desk.issueHeld(25)).toMatchObject({ done: [], left: 3 });

    await upgradeOf(shop);
    const first = await desk.issueHeld(2);
    const second = await desk.issueHeld(25);
    expect([...first.done, ...second.done]).toMatchObject([
      { orderNumber: "#131", number: "2026-0031", delivery: null },
      { orderNumber: "#132", number: "2026-0032", delivery: "waiting" },
      { orderNumber: "#133", number: "2026-0033", delivery: "waiting" },
    ]);
    expect([first.left, second.left]).toEqual([1, 0]);
    expect((await desk.loadHome()).planUse).toMatchObject({ issued: 33, included: 250, held: 0 });
  });

  it("home knows that documents were issued, however many drafts came after", async () => {
    const { desk, orderAt } = await aFullMonth();
    for (const position of [31, 32, 33, 34, 35]) {
      await desk.makeDocument(orderAt(position), "invoice", "draft");
    }
    const { setupSteps } = await desk.loadHome();
    expect(setupSteps).toContainEqual({ step: "numbering", isDone: true });
    expect(setupSteps).toContainEqual({ step: "firstDocument", isDone: true });
  });

  it("what is issued already is found as ever, and a draft asked for as a draft does not wait", async () => {
    const { desk, orderAt } = await aFullMonth();
    const draft = made(await desk.makeDocument(orderAt(35), "invoice", "draft"));
    expect(draft.heldAs).toBeNull();
    const { rows } = await desk.listDocuments({ state: "issued" }, { limit: 1 });
    const again = await desk.issueDocuments([rows[0]?.documentId ?? ""], false);
    expect(again).toMatchObject({ done: [{ state: "issued" }], problems: [] });
  });

  it("a bulk run stops at the limit, tells of each that waits, and goes on next month", async () => {
    const { desk, clock, orderAt } = await aFullMonth(28);
    const drafts = [];
    for (const position of [31, 32, 33, 34]) {
      drafts.push(made(await desk.makeDocument(orderAt(position), "invoice", "draft")).documentId);
    }
    const outcome = await desk.issueDocuments(drafts, false);
    expect(outcome.done.map(({ number }) => number)).toEqual(["2026-0029", "2026-0030"]);
    expect(outcome.problems.map(({ documentId }) => documentId)).toEqual(drafts.slice(2));

    clock.advance(10 * 24 * 60 * 60);
    const next = await desk.issueHeld(25);
    expect(next.done).toMatchObject([
      { number: "2026-0031", issueDate: "2026-12-01" },
      { number: "2026-0032", issueDate: "2026-12-01" },
    ]);
  });
});

describe("the free plan", () => {
  it("shows e-invoices with the plan that has them, and keeps those that were made", async () => {
    const shop = await aDesk();
    const { desk, view } = shop;
    const { documentId } = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect(await desk.readFile(documentId, "ubl")).toMatchObject({ mediaType: "application/xml" });
    await shop.endPlan();

    expect((await view(documentId)).files).toEqual([
      { type: "pdf", problem: "", neededPlan: "" },
      { type: "ubl", problem: "", neededPlan: "" },
      { type: "cii", problem: "", neededPlan: "Starter" },
      { type: "facturx", problem: "", neededPlan: "Starter" },
    ]);
    expect(await desk.readFile(documentId, "ubl")).toBeDefined();
    expect(await desk.readFile(documentId, "cii")).toBeUndefined();
    await upgradeOf(shop);
    expect(await desk.readFile(documentId, "cii")).toBeDefined();
  });

  it("makes documents in the merchant's own language", async () => {
    const french = anOrder({ locale: "fr-BE", orderId: "fr", orderNumber: "#fr" });
    const shop = await aDesk({}, SELLER, [french]);
    const languageOf = async () => {
      const { documentId } = made(await shop.desk.makeDocument("fr", "invoice", "draft"));
      const { stored } = await shop.view(documentId);
      return stored.state === "draft" ? stored.draft.language : "";
    };
    expect(await languageOf()).toBe("fr");
    await shop.endPlan();
    expect(await languageOf()).toBe("nl");
  });
});

describe("the plan page of a shop that Docket bills itself", () => {
  it("shows the plan, its use, what can be chosen and what was paid", async () => {
    const shop = await aFullMonth(2);
    await upgradeOf(shop);
    expect(await shop.desk.loadPlan()).toMatchObject({
      planId: "starter",
      state: "ending",
      channel: "direct",
      use: { issued: 2, included: 250, held: 0 },
      offers: [
        { plan: { planId: "free" }, monthly: "choose" },
        { plan: { planId: "starter" }, monthlyUsd: "9.00", yearlyUsd: "90.00" },
        {
          plan: { planId: "business" },
          monthly: "choose",
          monthlyUsd: "29.00",
          yearlyUsd: "290.00",
        },
      ],
      usageCapUsd: null,
      request: null,
      problem: "",
    });
  });

  it("notes the wish for a plan once, and takes it back", async () => {
    const { desk, endPlan } = await aDesk();
    await endPlan();
    const choice = {
      planId: "starter",
      interval: "yearly",
      usageCapUsd: null,
      returnUrl: "",
    } as const;
    expect(await desk.selectPlan(choice)).toEqual({ ok: true, value: { approvalUrl: null } });
    const { request } = await desk.loadPlan();
    expect(request).toMatchObject({ planId: "starter", interval: "yearly" });
    await desk.selectPlan(choice);
    expect((await desk.loadPlan()).request).toEqual(request);
    await desk.requestDirect(null);
    expect((await desk.loadPlan()).request).toBeNull();
  });
});
