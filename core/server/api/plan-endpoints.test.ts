import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  anOrder,
  call,
  connectSeller,
  settled,
  startService,
  tell,
  type Answer,
  type TestShop,
} from "./test-support.ts";

const database = await testDatabase();
const MARKETPLACE_URL = "https://woocommerce.com/my-account/my-subscriptions/";
const service = await startService(database, { MARKETPLACE_URL });
/** Docket itself sends the bill. */
const direct = await startService(await testDatabase(), { JOBS: "off" });

const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];
const planOf = async (shop: TestShop) => (await call(shop, "GET /plan")).body;
const post = (shop: TestShop, path: string, body: object) => call(shop, `POST ${path}`, { body });

const SECONDS = Math.floor(Date.now() / 1000);
const DAY = 86_400;
const row = (changes: object = {}) => ({
  product_key: "W1-key",
  product_name: "Docket Starter",
  expires: SECONDS + 200 * DAY,
  expired: false,
  autorenew: true,
  ...changes,
});
const reportOf = (...subscriptions: readonly object[]) => ({
  marketplace: "woocommerce.com",
  subscriptions,
});
const report = (shop: TestShop, ...subscriptions: readonly object[]) =>
  post(shop, "/subscription-report", reportOf(...subscriptions));

/** The month's documents are used, without so many being made. */
async function useUp({ shopId }: TestShop): Promise<void> {
  const { merchantId } = await database.prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format();
  const period = today.slice(0, 7);
  await database.prisma.usage.upsert({
    where: { merchantId_period: { merchantId, period } },
    create: { merchantId, period, issued: 30 },
    update: { issued: 30 },
  });
}

describe("what the marketplace reports", () => {
  it("entitles to its plan until it is gone from the list", async () => {
    const shop = await connectSeller(service, { isFree: true });
    expect(await planOf(shop)).toMatchObject({
      planId: "free",
      state: "none",
      channel: "wordpress",
      manageUrl: MARKETPLACE_URL,
      choiceOpensAt: null,
      use: { planName: "Free", issued: 0, included: 30, held: 0 },
    });
    const answer = await report(shop, row());
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(await planOf(shop)).toMatchObject({
      planId: "starter",
      state: "active",
      subscription: { channel: "wordpress", externalId: "W1-key", interval: "yearly" },
      use: { included: 250 },
    });
    // The same once more changes nothing.
    await report(shop, row());
    expect((await planOf(shop)).subscription.status).toBe("active");

    await report(shop);
    expect(await planOf(shop)).toMatchObject({ state: "ending" });
    await report(shop, row({ product_key: "W2-key", product_name: "Docket Business" }));
    expect(await planOf(shop)).toMatchObject({ planId: "business", state: "active" });
  });

  it("is of the shop that signed it", async () => {
    const shop = await connectSeller(service, { isFree: true });
    const stranger = await connectSeller(service, { isFree: true });
    const forged = await call(stranger, "POST /subscription-report", {
      body: reportOf(row()),
      header: { kid: shop.shopId },
      claims: { sub: shop.shopId },
    });
    expect(refusalOf(forged)).toEqual([401, "signature-wrong"]);
    await report(stranger, row());
    expect((await planOf(shop)).planId).toBe("free");
    expect((await planOf(stranger)).planId).toBe("starter");
  });

  it.each([
    ["marketplace", { ...reportOf(), marketplace: "elsewhere" }],
    ["subscriptions", { marketplace: "woocommerce.com" }],
    ["subscriptions", { ...reportOf(), subscriptions: { 1: row() } }],
    ["subscriptions[1].expires", reportOf(row(), row({ expires: "soon" }))],
    ["subscriptions[0].autorenew", reportOf(row({ autorenew: 1 }))],
    ["subscriptions", reportOf(...Array.from({ length: 51 }, () => row()))],
  ])("is refused where %s is wrong", async (field, body) => {
    const shop = await connectSeller(service, { isFree: true });
    const answer = await post(shop, "/subscription-report", body);
    expect(refusalOf(answer)).toEqual([400, "report-unreadable"]);
    expect(answer.body.error.message).toContain(`${field} `);
    expect((await planOf(shop)).planId).toBe("free");
  });

  it("counts for nothing that is no JSON, nor where Docket itself bills", async () => {
    const shop = await connectSeller(service, { isFree: true });
    const answer = await call(shop, "POST /subscription-report", { body: "[" });
    expect(refusalOf(answer)).toEqual([400, "not-json"]);
    const elsewhere = await connectSeller(direct, { isFree: true });
    expect(refusalOf(await report(elsewhere, row()))).toEqual([409, "no-marketplace"]);
    expect((await planOf(elsewhere)).planId).toBe("free");
  });
});

describe("at the limit", () => {
  it("orders wait as drafts, and are issued in their order once the marketplace tells of a plan", async () => {
    const shop = await connectSeller(service, { isFree: true });
    const rule = {
      ruleId: "invoices",
      kind: "invoice",
      event: "orderPaid",
      journalId: "invoices",
      delivery: "draft",
    };
    expect((await call(shop, "PUT /settings", { body: { rules: [rule] } })).status).toBe(200);
    await useUp(shop);
    for (const id of [3, 1, 2]) {
      await tell(shop, "order.paid", anOrder(id));
      await settled(database, shop);
    }
    for (const id of [3, 1, 2]) {
      const wish = { kind: "invoice", how: "issue" };
      const refused = await post(shop, `/orders/${id}/documents`, wish);
      expect(refusalOf(refused)).toEqual([422, "allowance-reached"]);
      expect(refused.body.error.draft).toMatchObject({ state: "draft", heldAs: "issue" });
    }
    expect((await call(shop, "GET /home")).body.planUse).toMatchObject({ issued: 30, held: 3 });
    const { draft } = (await post(shop, "/orders/2/documents", { kind: "invoice", how: "issue" }))
      .body.error;
    const documentIds = [draft.documentId];
    for (const [intent, heldCount] of [
      ["issue", 3],
      ["send", 0],
    ]) {
      const { body } = await post(shop, "/documents/commands", { intent, documentIds });
      expect(body).toMatchObject({ done: [], problems: documentIds.map(() => ({})), heldCount });
    }
    const none = await post(shop, "/plan/issue-held", { limit: 25 });
    expect(none.body).toMatchObject({ done: [], problems: [], left: 3 });

    await report(shop, row());
    const first = await post(shop, "/plan/issue-held", { limit: 2 });
    const rest = await post(shop, "/plan/issue-held", { limit: 1, passed: 250 });
    expect([...first.body.done, ...rest.body.done]).toMatchObject(
      [1, 2, 3].map((id, index) => ({
        orderNumber: String(id),
        number: expect.stringMatching(new RegExp(`-000${index + 1}$`)),
      })),
    );
    expect([first.body.left, rest.body.left]).toEqual([1, 0]);
  });

  it.each([
    [{}, "limit"],
    [{ limit: 26 }, "limit"],
    [{ limit: 0 }, "limit"],
    [{ limit: 1, passed: 251 }, "passed"],
    [{ limit: 1, all: true }, "all"],
  ])("%j is refused", async (body, field) => {
    const shop = await connectSeller(service, { isFree: true });
    const answer = await post(shop, "/plan/issue-held", body);
    expect(refusalOf(answer)).toEqual([400, "bad-request"]);
    expect(JSON.stringify(answer.body.error)).toContain(field);
  });
});

describe("choosing a plan", () => {
  const choice = { planId: "starter", interval: "yearly" };

  it("is noted where Docket itself bills, and can be taken back", async () => {
    const shop = await connectSeller(direct, { isFree: true });
    expect(await planOf(shop)).toMatchObject({ channel: "direct", manageUrl: null, request: null });
    expect((await post(shop, "/plan/select", choice)).body).toEqual({ approvalUrl: null });
    const { request } = await planOf(shop);
    expect(request).toMatchObject(choice);
    // A second tab.
    await post(shop, "/plan/select", choice);
    expect((await planOf(shop)).request).toEqual(request);

    expect((await post(shop, "/plan/direct-request", { choice: null })).body).toEqual({});
    expect(await planOf(shop)).toMatchObject({ request: null, planId: "free" });
    await post(shop, "/plan/direct-request", { choice });
    expect((await planOf(shop)).request).toMatchObject(choice);
  });

  it("is the marketplace's matter where that bills", async () => {
    const shop = await connectSeller(service, { isFree: true });
    expect(refusalOf(await post(shop, "/plan/select", choice))).toEqual([422, "managed-elsewhere"]);
    await report(shop, row());
    expect(refusalOf(await post(shop, "/plan/cancel", {}))).toEqual([422, "managed-elsewhere"]);
    expect(refusalOf(await post(shop, "/plan/select", choice))).toEqual([409, "already-on-plan"]);
  });

  it("without a subscription there is nothing to end", async () => {
    const shop = await connectSeller(direct, { isFree: true });
    expect(refusalOf(await post(shop, "/plan/cancel", {}))).toEqual([422, "nothing-to-change"]);
  });

  it.each([
    ["/plan/select", { planId: "free", interval: "yearly" }, "planId"],
    ["/plan/select", { planId: "starter", interval: "weekly" }, "interval"],
    ["/plan/select", { ...choice, usageCapUsd: "9.00" }, "usageCapUsd"],
    ["/plan/direct-request", { choice: { planId: "gold", interval: "yearly" } }, "choice.planId"],
    ["/plan/direct-request", {}, "choice"],
  ])("%s refuses %j", async (path, body, field) => {
    const shop = await connectSeller(direct, { isFree: true });
    const answer = await post(shop, path, body);
    expect(refusalOf(answer)).toEqual([400, "bad-request"]);
    expect(JSON.stringify(answer.body.error)).toContain(field);
    expect((await planOf(shop)).request).toBeNull();
  });
});
