import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  anOrder,
  ask,
  call,
  connectSeller,
  minute,
  settled,
  startService,
  tell,
  type Answer,
  type TestShop,
} from "./test-support.ts";
import { writeLinkToken } from "./link-token.ts";

const database = await testDatabase();
const service = await startService(database);
/** Nothing that it is told is dealt with. */
const idle = await startService(await testDatabase(), { JOBS: "off" });
const shop = await connectSeller(service);
const stranger = await connectSeller(service);

const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];
const post = (path: string, body: object, by: TestShop = shop) =>
  call(by, `POST ${path}`, { body });

/** An order with its invoice, or a draft. */
async function anInvoice(orderId: number, changes: object = {}): Promise<string> {
  await tell(shop, "order.paid", anOrder(orderId, changes));
  await settled(database, shop);
  const { body } = await post("/orders/documents", { orderIds: [String(orderId)] });
  return body[orderId][0].documentId;
}

describe("what the service has not seen", () => {
  const unseen = async (orders: object[], by = shop) =>
    (await post("/events/unseen", { orders }, by)).body.orderIds;

  it("are orders that it lacks or has in an older state", async () => {
    await anInvoice(1, { date_modified_gmt: "2026-11-20T10:00:00" });
    const at = (orderId: string, updatedAt: string) => ({ orderId, updatedAt });
    expect(
      await unseen([
        at("1", "2026-11-20T10:00:00"),
        at("1", "2026-11-20T10:00:00Z"),
        at("1", "2026-11-20T11:00:00+01:00"),
        at("1", "2026-11-19T10:00:00Z"),
      ]),
    ).toEqual([]);
    expect(
      await unseen([at("1", "2026-11-20T10:00:01Z"), at("99", "2020-01-01T00:00:00Z")]),
    ).toEqual(["1", "99"]);
    expect(await unseen([at("1", "2026-11-20T10:00:00Z")], stranger)).toEqual(["1"]);
    expect(await unseen([])).toEqual([]);
  });

  it("are not those on their way, nor one that was thrown away", async () => {
    const quiet = await connectSeller(idle);
    await tell(quiet, "order.updated", anOrder(5));
    expect(await unseen([{ orderId: "5", updatedAt: "2026-11-20T10:00:00Z" }], quiet)).toEqual([]);

    await anInvoice(6, { date_modified_gmt: "2026-11-20T10:00:00" });
    const trash = { status: "trash", date_modified_gmt: "2026-11-20T12:00:00" };
    await tell(shop, "order.deleted", anOrder(6, trash));
    await settled(database, shop);
    expect(await unseen([{ orderId: "6", updatedAt: "2026-11-20T12:00:00Z" }])).toEqual([]);
  });

  it("are those whose snapshot is from before an order's shape changed", async () => {
    await anInvoice(7);
    await database.prisma.order.updateMany({
      where: { shopId: shop.shopId, orderId: "7" },
      data: { snapshot: { orderId: "7", buyer: { name: "Ada" } } },
    });
    expect(await unseen([{ orderId: "7", updatedAt: "2020-01-01T00:00:00Z" }])).toEqual(["7"]);
    const { body } = await call(shop, "GET /orders?search=7");
    expect(body.rows).toMatchObject([{ orderId: "7", buyerName: "Ada" }]);
  });

  it("is answered for 500 orders at once in less than a second", async () => {
    const orders = Array.from({ length: 500 }, (_, id) => ({
      orderId: String(1000 + id),
      updatedAt: `${minute(0)}Z`,
    }));
    const from = performance.now();
    expect(await unseen(orders)).toHaveLength(500);
    expect(performance.now() - from).toBeLessThan(1000);
  });
});

describe("a customer's link", () => {
  const publicly = (url: string) => ask(url.replace("https://docket.test", service.url));

  it("shows the document for thirty days, to nobody who only passes by", async () => {
    const documentId = await anInvoice(10);
    const { body } = await post("/links", { documentId });
    const days = (Date.parse(body.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    expect(body.url).toMatch(/^https:\/\/docket\.test\/d\/[\w.-]{92}$/);
    const shown = await publicly(body.url);
    expect(shown.status).toBe(200);
    expect(shown.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^inline; filename\*=UTF-8''.+\.pdf$/),
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "no-referrer",
    });
  });

  it("ends: by itself, when it is revoked, and by what was changed in it", async () => {
    const documentId = await anInvoice(11);
    const { url } = (await post("/links", { documentId })).body;
    const { key } = await database.prisma.documentLinkKey.findFirstOrThrow({
      where: { documentId },
    });
    const link = (changes: object, signedWith = key) => {
      const expiresAt = new Date(Date.now() + 60_000).toISOString();
      const token = writeLinkToken(
        { shopId: shop.shopId, documentId, expiresAt, ...changes },
        signedWith,
      );
      return `https://docket.test/d/${token}`;
    };
    expect((await publicly(link({}))).status).toBe(200);
    const draft = (await post("/orders/11/documents", { kind: "deliveryNote", how: "draft" })).body;
    const dead = [
      link({ expiresAt: new Date(Date.now() - 1000).toISOString() }),
      link({}, "00".repeat(32)),
      link({ shopId: stranger.shopId }),
      link({ documentId: draft.documentId }),
      `${url.slice(0, -2)}${url.endsWith("AA") ? "BB" : "AA"}`,
      url.replace("/d/", "/d/A"),
      "https://docket.test/d/nonsense",
      "https://docket.test/d/%00",
    ];
    for (const each of dead) {
      const answer = await publicly(each);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow");
      for (const words of ["Deze link", "Ce lien", "Dieser Link", "This link"])
        expect(answer.text).toContain(words);
    }
    expect((await call(shop, `DELETE /links/${documentId}`)).body).toEqual({});
    expect((await publicly(url)).status).toBe(404);
    const again = (await post("/links", { documentId })).body.url;
    expect((await publicly(again)).status).toBe(200);
    expect((await publicly(url)).status).toBe(404);
  });

  it("leads to nothing that is not issued, or gone after a privacy request", async () => {
    await anInvoice(12, { billing: { ...anOrder(12).billing, email: "eve@example.com" } });
    const draft = (await post("/orders/12/documents", { kind: "deliveryNote", how: "draft" })).body;
    expect(refusalOf(await post("/links", { documentId: draft.documentId }))).toEqual([
      404,
      "not-found",
    ]);
    expect(refusalOf(await post("/links", { documentId: "unknown" }))).toEqual([404, "not-found"]);
    const note = (
      await post("/documents/commands", { intent: "issue", documentIds: [draft.documentId] })
    ).body.done[0];
    const { url } = (await post("/links", { documentId: note.documentId })).body;
    expect((await publicly(url)).status).toBe(200);
    await post("/privacy/erase", { email: "eve@example.com", orderIds: [] });
    expect((await publicly(url)).status).toBe(404);
    expect(refusalOf(await post("/links", { documentId: note.documentId }))).toEqual([
      404,
      "not-found",
    ]);
  });
});

describe("privacy", () => {
  it("gives WordPress what Docket has of a customer, and keeps that it was asked for, not what was given", async () => {
    await anInvoice(20, { billing: { ...anOrder(20).billing, email: "Kim@example.com" } });
    const { body } = await post("/privacy/export", { email: "kim@example.com", orderIds: ["20"] });
    expect(body.orders).toMatchObject([{ orderId: "20" }]);
    expect(body.documents).toMatchObject([{ kind: "invoice" }]);
    expect(body.deliveries).toMatchObject([{ recipient: "Kim@example.com" }]);
    const report = await database.prisma.privacyReport.findFirst({
      where: { subject: "kim@example.com" },
    });
    expect(report).toMatchObject({ type: "customerExport", exported: null });
    const other = await post(
      "/privacy/export",
      { email: "kim@example.com", orderIds: ["20"] },
      stranger,
    );
    expect(other.body).toMatchObject({ orders: [], documents: [] });
  });

  it("removes what no law keeps, and says what stays and why", async () => {
    await anInvoice(21, { billing: { ...anOrder(21).billing, email: "lou@example.com" } });
    expect(
      (await post("/privacy/erase", { email: "lou@example.com", orderIds: ["21"] }, stranger)).body,
    ).toEqual({ redacted: [], kept: [] });
    const { body } = await post("/privacy/erase", { email: "lou@example.com", orderIds: ["21"] });
    expect(body.redacted).toContain("1 order");
    expect(body.kept).toEqual([expect.stringMatching(/^invoice .*ten years/)]);
    const { rows } = (await call(shop, "GET /orders?search=21")).body;
    expect(rows).toMatchObject([{ buyerName: "" }]);
    const everyone = (await call(shop, "GET /orders?search=lou@example.com")).body;
    expect(everyone.rows).toEqual([]);
  });
});
