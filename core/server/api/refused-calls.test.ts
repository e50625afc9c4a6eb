import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  anOrder,
  call,
  connectRuled,
  documentsOf,
  settled,
  startService,
  tell,
  type Answer,
  type TestShop,
} from "./test-support.ts";

const database = await testDatabase();
const service = await startService(database);
const shop = await connectRuled(service);
const stranger = await connectRuled(service);

const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];
const get = (path: string, by: TestShop = shop) => call(by, `GET ${path}`);
const post = (path: string, body: object, by: TestShop = shop) =>
  call(by, `POST ${path}`, { body });

await tell(shop, "order.paid", anOrder(1));
await settled(database, shop);
const documents = await documentsOf(shop, 1);
const documentId = documents.find(({ kind }) => kind === "invoice")?.documentId ?? "";

describe("another shop", () => {
  it("finds nothing of this one, and changes nothing", async () => {
    const ids = { documentIds: [documentId] };
    const answers = await Promise.all([
      get(`/documents/${documentId}`, stranger),
      get(`/documents/${documentId}/file?type=pdf`, stranger),
      get(`/documents/${documentId}/pages`, stranger),
      get("/orders/1/refunds", stranger),
      post("/orders/1/documents", { kind: "invoice", how: "issue" }, stranger),
      post("/orders/1/credit-notes", { refundId: "1", how: "issue" }, stranger),
      post("/links", { documentId }, stranger),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    for (const intent of ["issue", "send", "discard", "check"]) {
      const { body } = await post("/documents/commands", { intent, ...ids }, stranger);
      expect(body).toMatchObject({ done: [], problems: [{ documentId }] });
    }
    expect((await get("/documents", stranger)).body.rows).toEqual([]);
    expect((await get("/documents/count", stranger)).body).toBe(0);
    expect((await get("/orders", stranger)).body.rows).toEqual([]);
    expect((await post("/orders/documents", { orderIds: ["1"] }, stranger)).body).toEqual({
      1: [],
    });
    expect(unzipSync((await post("/documents/zip", ids, stranger)).bytes)).toEqual({});
    expect((await call(stranger, `DELETE /links/${documentId}`)).status).toBe(200);
    expect((await get(`/documents/${documentId}`)).body.deliveries).toHaveLength(1);
  });
});

describe("what is not as agreed is refused", () => {
  it.each([
    "/documents?limit=0",
    "/documents?limit=1000",
    "/documents?kind=quote",
    "/documents?isPaid=maybe",
    "/documents?fromDate=yesterday",
    "/documents?colour=red",
    `/documents?search=${"x".repeat(300)}`,
    "/documents/count?limit=5",
    "/orders?limit=many",
    "/documents/%00",
    "/orders/%00/refunds",
    `/documents/${"x".repeat(300)}`,
    "/documents/a%20b/pages",
    "/documents/x/file?type=docx",
    "/documents/x/file",
  ])("GET %s", async (path) => {
    expect(refusalOf(await get(path))).toEqual([400, "bad-request"]);
  });

  it.each<[string, unknown]>([
    ["/documents/commands", {}],
    ["/documents/commands", { intent: "delete", documentIds: ["a"] }],
    ["/documents/commands", { intent: "issue", documentIds: [] }],
    ["/documents/commands", { intent: "issue", documentIds: ["\0"] }],
    ["/documents/commands", { intent: "issue", documentIds: Array.from({ length: 251 }, String) }],
    ["/documents/commands", { intent: "send", documentIds: ["a"], recipient: "nobody" }],
    ["/documents/zip", { documentIds: "all" }],
    ["/orders/documents", { orderIds: [1] }],
    ["/orders/1/documents", { kind: "invoice", how: "later" }],
    ["/orders/1/credit-notes", { refundId: "1", how: "issue", elsewhere: { number: "" } }],
    ["/text-preview", { language: "tlh" }],
    ["/events/unseen", { orders: [{ orderId: "1", updatedAt: "soon" }] }],
    [
      "/events/unseen",
      {
        orders: Array.from({ length: 501 }, () => ({
          orderId: "1",
          updatedAt: "2026-01-01T00:00:00",
        })),
      },
    ],
    ["/links", { documentId: "" }],
    ["/privacy/erase", { email: "nobody", orderIds: [] }],
    ["/privacy/export", null],
  ])("POST %s %j", async (path, body) => {
    const text = JSON.stringify(body);
    const answer = await call(shop, `POST ${path}`, { body: text });
    expect(refusalOf(answer)).toEqual([400, "bad-request"]);
  });

  it("an id that is no UUID is simply not found", async () => {
    expect(refusalOf(await get("/documents/%2e%2e%2fetc"))).toEqual([404, "not-found"]);
    expect(refusalOf(await get("/documents/1'%20OR"))[0]).toBe(400);
  });
});
