import { readdir } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { USER_AGENT } from "../standins/install.ts";
import {
  askAs,
  installDocket,
  asJson,
  changeSettings,
  DEMO,
  untilEventsAreSettled,
  untilInvoiced,
  useDatabase,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { until, useStack } from "./stack-for-tests.ts";
import { CREDIT_NOTES, journal, loads, visitsTo, type Target } from "./visits.ts";

const OTHER = "other.myshopify.com";
const PNG = Buffer.from("89504e470d0a1a0a", "hex");

const running = useStack();
const database = useDatabase(running);
const prisma = () => database().prisma;

/** What only the first shop may read: each of these words is in its documents, orders or settings and nowhere else. */
const SECRETS = ["Geheim", "geheim", "#c0ffee"];
let first: Target = { documentId: "", draftId: "", orderId: "" };

/** All that the first shop's merchant has, to see that nobody touched it. */
async function propertyOfFirst(): Promise<unknown> {
  const { merchantId } = await prisma().shop.findFirstOrThrow({ where: { domain: DEMO } });
  const ofMerchant = { where: { merchantId } };
  return [
    await prisma().merchant.findUnique({ where: { id: merchantId } }),
    await prisma().document.findMany({ ...ofMerchant, orderBy: { id: "asc" } }),
    await prisma().delivery.findMany({ ...ofMerchant, orderBy: { id: "asc" } }),
    await prisma().timelineEntry.findMany({ ...ofMerchant, orderBy: { id: "asc" } }),
    await prisma().journal.findMany(ofMerchant),
    await prisma().order.findMany({ ...ofMerchant, orderBy: { id: "asc" } }),
  ];
}

beforeAll(async () => {
  const demo = await installDocket(running());
  await installDocket(running(), OTHER);
  await grantLargestPlan(database());
  await fillFirstShop(demo);
  const customer = { firstName: "Geheime", lastName: "Klant", email: "geheim@klant.example" };
  const order = await running().control<PlacedOrder>("createOrder", {
    paid: true,
    customer: { ...customer, locale: "nl-BE" },
    email: customer.email,
    lines: [
      { title: "Geheim product", unitPrice: "12.10", rates: [{ title: "BTW", rate: "0.21" }] },
    ],
    note: "Geheime wens",
  });
  const toDraft = await running().control<PlacedOrder>("createOrder", { kind: "business" });
  const made = await demo(
    loads("/app/orders", "app.orders"),
    asJson("POST", { orderId: toDraft.gid, kind: "invoice", how: "draft" }),
  );
  const { id } = await untilInvoiced(prisma(), order);
  const isSent = async () =>
    (await prisma().delivery.count({ where: { state: "sent" } })) || undefined;
  await until(isSent, { seconds: 10, what: "the invoice sent" });
  await untilEventsAreSettled(prisma());
  const draft = (await made.json()) as { made?: { documentId: string } };
  if (!draft.made) throw new Error(`no draft: ${JSON.stringify(draft)}`);
  const { documentId: draftId } = draft.made;
  first = { documentId: id, draftId, orderId: order.gid };
});

/** Settings that are all secrets, a second rule, and a logo. */
async function fillFirstShop(demo: ReturnType<typeof askAs>): Promise<void> {
  const address = { line1: "Geheimstraat 1", city: "Gent", countryCode: "BE" };
  const seller = { legalName: "Geheim BV", vatIdentifier: "BE0417497106", address };
  await changeSettings(demo, "seller", { seller });
  await changeSettings(demo, "sending", { sending: { replyTo: "geheim@demo.example" } });
  await changeSettings(demo, "brand", { brand: { color: "#c0ffee" } });
  await changeSettings(demo, "numbering", { journals: [journal("Geheim"), CREDIT_NOTES] });
  const rule = { kind: "receipt", event: "orderFulfilled", journalId: "invoices" };
  await demo(
    loads("/app/settings/rules/new", "app.settings.rules.$ruleId"),
    asJson("POST", { rule }),
  );
  const logo = new FormData();
  logo.set("logo", new File([PNG], "logo.png", { type: "image/png" }));
  await demo("/app/settings/logo", { method: "POST", body: logo });
}

describe("another shop's session", () => {
  it("is tried on every route there is", async () => {
    const files = await readdir(new URL("../../shopify-app/app/routes/", import.meta.url));
    const ofApp = files.filter((file) => /^app\b/.test(file) && !file.includes(".test."));
    expect(Object.keys(visitsTo(first)).toSorted()).toEqual(ofApp.toSorted());
  });

  it.each(Object.keys(visitsTo(first)))(
    "reads and changes nothing of the first shop's: %s",
    async (file) => {
      const before = await propertyOfFirst();
      for (const { path, request, status, says = "" } of visitsTo(first)[file] ?? []) {
        const response = await askAs(running(), OTHER)(path, request);
        const answer = await response.text();
        expect([path, response.status, answer]).toEqual([path, status, expect.anything()]);
        expect(answer).toMatch(says);
        for (const secret of SECRETS) expect(answer).not.toContain(secret);
      }
      expect(await propertyOfFirst()).toEqual(before);
    },
  );

  it("made no mail but its own", async () => {
    const mails = await running().mails();
    const recipients = mails.flatMap(({ to }) => to.map(({ address }) => address));
    expect(recipients.toSorted()).toEqual(["geheim@klant.example", "other@example.com"]);
  });
});

describe("without a session that counts", () => {
  const strangers = {
    "no token": async (path: string, request: RequestInit = {}) =>
      fetch(running().stack.appUrl + path, {
        redirect: "manual",
        ...request,
        headers: { "user-agent": USER_AGENT, ...(request.headers as Record<string, string>) },
      }),
    "an expired token": (path: string, request?: RequestInit) =>
      askAs(running(), DEMO, { exp: Math.floor(Date.now() / 1000) - 60 })(path, request),
    "another app's token": (path: string, request?: RequestInit) =>
      askAs(running(), DEMO, { aud: "another-app" })(path, request),
  };

  it.each(Object.entries(strangers))("%s: nothing is shown, nothing is done", async (_, ask) => {
    const before = await propertyOfFirst();
    for (const visit of Object.values(visitsTo(first)).flat()) {
      const response = await ask(visit.path, visit.request);
      const answer = await response.text();
      expect([visit.path, response.ok && response.status !== 204]).toEqual([visit.path, false]);
      for (const secret of SECRETS) expect(answer).not.toContain(secret);
    }
    expect(await propertyOfFirst()).toEqual(before);
  });

  it("an expired token is answered 401, so that App Bridge fetches another", async () => {
    const ask = strangers["an expired token"];
    const response = await ask(`/app/documents/${first.documentId}/pdf`);
    expect(response.status).toBe(401);
    expect(response.headers.get("x-shopify-retry-invalid-session-request")).toBe("1");
  });

  it("the first shop itself reads all of it, so that the walk looked in the right places", async () => {
    const ask = askAs(running());
    expect((await ask(`/app/documents/${first.documentId}/pdf`)).status).toBe(200);
    expect((await ask("/app/settings/logo")).status).toBe(200);
    for (const path of [
      loads(`/app/documents/${first.documentId}`, "app.documents.$documentId"),
      loads("/app/documents", "app.documents._index"),
      loads("/app/settings/rules?index", "app.settings.rules._index"),
    ]) {
      expect(await (await ask(path)).text()).toContain("Geheim");
    }
  });
});
