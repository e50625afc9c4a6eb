import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  anOrder,
  call,
  connectSeller,
  connectShop,
  settled,
  startService,
  tell,
  type Answer,
  type TestShop,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database);
/** Nothing that it is told is dealt with. */
const idle = await startService(await testDatabase(), { JOBS: "off" });
const shop = await connectSeller(service);

const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];
const get = (path: string, by: TestShop = shop) => call(by, `GET ${path}`);
const post = (path: string, body: object, by: TestShop = shop) =>
  call(by, `POST ${path}`, { body });

await tell(shop, "order.paid", anOrder(1));
await tell(shop, "order.created", anOrder(2, { status: "pending", date_paid_gmt: null }));
await tell(
  shop,
  "order.created",
  anOrder(3, {
    billing: { ...anOrder(3).billing, first_name: "Zoë %", last_name: "O'Neil", email: "" },
    status: "pending",
    date_paid_gmt: null,
  }),
);
await settled(database, shop);
const invoice = (await get("/documents")).body.rows[0];
const { documentId } = invoice;

describe("documents", () => {
  it("are listed, filtered, counted, page by page", async () => {
    const made = await post("/orders/2/documents", { kind: "deliveryNote", how: "draft" });
    expect(made.body).toMatchObject({ kind: "deliveryNote", state: "draft", orderId: "2" });

    const all = await get("/documents");
    expect(all.body).toMatchObject({
      rows: [
        { kind: "deliveryNote", isToMend: false },
        { kind: "invoice", isToMend: false },
      ],
      nextCursor: null,
    });
    const first = await get("/documents?limit=1");
    expect(first.body.rows).toHaveLength(1);
    const second = await get(
      `/documents?limit=1&cursor=${encodeURIComponent(first.body.nextCursor)}`,
    );
    expect(second.body.rows).toMatchObject([{ kind: "invoice" }]);
    const filters = `kind=invoice&state=issued&isPaid=true&fromDate=2020-01-01&toDate=2099-01-01&search=ada`;
    expect((await get(`/documents?${filters}`)).body.rows).toHaveLength(1);
    expect((await get(`/documents/count?${filters}`)).body).toBe(1);
    expect((await get("/documents?isPaid=false")).body.rows).toMatchObject([
      { kind: "deliveryNote" },
    ]);
    expect((await get("/documents?delivery=none")).body.rows).toMatchObject([
      { kind: "deliveryNote" },
    ]);
    await post("/documents/commands", { intent: "discard", documentIds: [made.body.documentId] });
  });

  it("are shown whole, as a file, and as pages", async () => {
    const view = (await get(`/documents/${documentId}`)).body;
    expect(view).toMatchObject({
      stored: { state: "issued", summary: { number: invoice.number } },
      findings: expect.any(Array),
      deliveries: [{ recipient: "ada@example.com" }],
      otherDocuments: [],
    });
    const pdf = await get(`/documents/${documentId}/file?type=pdf`);
    expect(pdf.status).toBe(200);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(Object.fromEntries(pdf.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename\*=UTF-8''.+\.pdf$/),
      "cache-control": "private, no-store",
    });
    const ubl = await get(`/documents/${documentId}/file?type=ubl`);
    expect(ubl.headers.get("content-type")).toBe("application/xml");
    expect(ubl.text).toContain("<cbc:ID>");
    const pages = await get(`/documents/${documentId}/pages`);
    expect(pages.body).toEqual([expect.stringContaining("<svg")]);
  });

  it("come in one ZIP", async () => {
    const zip = await post("/documents/zip", { documentIds: [documentId, "unknown"] });
    expect(zip.headers.get("content-type")).toBe("application/zip");
    expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(1);
  });

  it("are issued, sent, discarded and checked many at a time, and each says what became of it", async () => {
    const draft = (await post("/orders/2/documents", { kind: "invoice", how: "draft" })).body;
    const command = (intent: string, more: object = {}) =>
      post("/documents/commands", { intent, documentIds: [draft.documentId, "unknown"], ...more });
    const gone = {
      documentId: "unknown",
      message: expect.stringContaining("no longer exists"),
      findings: [],
    };
    expect((await command("check")).body).toMatchObject({
      done: [{ kind: "invoice" }],
      problems: [gone],
    });
    expect((await command("issue", { send: false })).body).toMatchObject({
      done: [{ state: "issued" }],
      problems: [gone],
    });
    expect((await command("send", { recipient: "b@example.com" })).body).toMatchObject({
      done: [{}],
      problems: [gone],
    });
    const discarded = (await command("discard")).body;
    expect(discarded.problems[0].message).toContain("An issued document stays");
  });
});

describe("orders", () => {
  it("are listed newest first with their documents, searched by number, name and address, page by page", async () => {
    const ids = async (path: string) =>
      (await get(path)).body.rows.map(({ orderId }: { orderId: string }) => orderId);
    expect(await ids("/orders")).toEqual(["3", "2", "1"]);
    expect(await ids("/orders?search=peeters%20ADA@")).toEqual(["2", "1"]);
    expect(await ids("/orders?search=zo%C3%AB%20%25")).toEqual(["3"]);
    expect(await ids("/orders?search=_")).toEqual([]);
    expect(await ids("/orders?search=o%27neil%00")).toEqual(["3"]);
    const first = (await get("/orders?limit=2")).body;
    const cursor = encodeURIComponent(first.nextCursor);
    expect(await ids(`/orders?limit=2&cursor=${cursor}`)).toEqual(["1"]);
    expect(await ids("/orders?cursor=nonsense")).toEqual(["3", "2", "1"]);
    const { rows } = (await get("/orders?search=1")).body;
    expect(rows.at(-1)).toMatchObject({
      orderNumber: "1",
      buyerName: "Ada Peeters",
      total: "121.00",
      currency: "EUR",
      isPaid: true,
      isFulfilled: false,
      isCancelled: false,
      refunded: "none",
      documents: [{ documentId }],
    });
  });

  it("tell their documents to lists", async () => {
    const { body } = await post("/orders/documents", { orderIds: ["1", "3", "99"] });
    expect(body).toMatchObject({ 1: [{ documentId, number: invoice.number }], 3: [], 99: [] });
  });

  it("are known as soon as they were told, before their event is dealt with", async () => {
    const quick = await connectSeller(idle);
    await tell(quick, "order.created", anOrder(12));
    const made = await post("/orders/12/documents", { kind: "invoice", how: "issue" }, quick);
    expect(made.body).toMatchObject({ kind: "invoice", state: "issued", orderNumber: "12" });

    const draft = (
      await post("/orders/12/documents", { kind: "deliveryNote", how: "draft" }, quick)
    ).body;
    await tell(quick, "order.updated", anOrder(12, { customer_note: "Ring twice" }));
    const issue = { intent: "issue", documentIds: [draft.documentId] };
    const { body } = await post("/documents/commands", issue, quick);
    const view = await call(quick, `GET /documents/${body.done[0].documentId}`);
    expect(view.body.stored.document.note).toBe("Ring twice");
  });

  it("say no: one that has its document, one without an address, one that is not there", async () => {
    const make = (orderId: string, kind: string, how: string) =>
      post(`/orders/${orderId}/documents`, { kind, how });
    expect(refusalOf(await make("1", "invoice", "issue"))).toEqual([409, "already-issued"]);
    expect(refusalOf(await make("3", "invoice", "issueAndSend"))).toEqual([422, "no-recipient"]);
    expect(refusalOf(await make("3", "receipt", "issue"))).toEqual([422, "not-paid"]);
    expect(refusalOf(await make("99", "invoice", "draft"))).toEqual([404, "order-not-found"]);
    expect(refusalOf(await make("1", "creditNote", "draft"))).toEqual([400, "bad-request"]);
    expect(refusalOf(await get("/orders/99/refunds"))).toEqual([404, "order-not-found"]);
    const credit = { refundId: "7", elsewhere: null, how: "draft" };
    expect(refusalOf(await post("/orders/1/credit-notes", credit))).toEqual([
      422,
      "no-such-refund",
    ]);
  });

  it("credit what another program invoiced", async () => {
    await tell(shop, "order.refunded", refundedOrder(4));
    await settled(database, shop);
    const openRefunds = async () => (await get("/orders?search=4")).body.rows[0].openRefunds;
    expect(await openRefunds()).toBe(1);
    expect((await get("/orders/4/refunds")).body).toMatchObject([
      { refundId: "900", amount: "121.00", creditNote: null },
    ]);
    const body = {
      refundId: "900",
      elsewhere: { number: "OLD-7", issueDate: "2026-01-05" },
      how: "issue",
    };
    expect((await post("/orders/4/credit-notes", body)).body).toMatchObject({
      kind: "creditNote",
      state: "issued",
      total: "121.00",
    });
    expect(await openRefunds()).toBe(0);
  });

  it("pass on what the doctor found, and the draft that waits", async () => {
    const bare = await connectShop(service);
    await tell(bare, "order.created", anOrder(1));
    await settled(database, bare);
    const refused = await post("/orders/1/documents", { kind: "invoice", how: "issue" }, bare);
    expect(refusalOf(refused)).toEqual([422, "document-refused"]);
    expect(refused.body.error.findings[0]).toMatchObject({
      severity: "error",
      ruleId: expect.any(String),
    });
    expect(refused.body.error.draft).toMatchObject({ state: "draft" });
    expect((await get("/documents", bare)).body.rows).toMatchObject([
      { documentId: refused.body.error.draft.documentId, isToMend: true },
    ]);
    expect((await get("/home", bare)).body).toMatchObject({
      stats: { drafts: 1 },
      draftsToMend: 1,
    });
  });
});

const refundedOrder = (id: number) => {
  // From before Docket came: another program made its invoice.
  const order = anOrder(id, { date_created_gmt: "2020-01-01T10:00:00" });
  const [line] = order.line_items;
  return {
    ...order,
    refunds: [{ id: 900, reason: "", total: "-121.00" }],
    refunds_full: [
      {
        id: 900,
        date_created_gmt: order.date_modified_gmt,
        amount: "121.00",
        reason: "",
        refunded_payment: true,
        line_items: [
          {
            ...line,
            id: 12,
            quantity: -2,
            subtotal: "-100.000000",
            subtotal_tax: "-21.000000",
            total: "-100.000000",
            total_tax: "-21.000000",
            taxes: [{ id: 1, total: "-21.000000", subtotal: "-21.000000" }],
            meta_data: [{ id: 1, key: "_refunded_item_id", value: "11" }],
          },
        ],
        shipping_lines: [],
        fee_lines: [],
      },
    ],
  };
};
