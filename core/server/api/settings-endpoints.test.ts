import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { call, connectSeller, SELLER, startService, type Answer } from "./test-support.ts";

const service = await startService(await testDatabase(), { JOBS: "off" });
const shop = await connectSeller(service);

const refusalOf = ({ status, body }: Answer) => [status, body?.error?.code];
const get = (path: string) => call(shop, `GET ${path}`);
const post = (path: string, body: object) => call(shop, `POST ${path}`, { body });

describe("settings", () => {
  it("are read, changed by section, and refused field by field", async () => {
    const before = (await get("/settings")).body;
    expect(before.seller.legalName).toBe(SELLER.legalName);
    const saved = await call(shop, "PUT /settings", { body: { payment: { termDays: 30 } } });
    expect(saved.body).toMatchObject({ payment: { termDays: 30 }, seller: before.seller });
    const refused = await call(shop, "PUT /settings", {
      body: { seller: { ...SELLER, iban: "BE00" } },
    });
    expect([...refusalOf(refused), Object.keys(refused.body.error.fieldErrors)]).toEqual([
      422,
      "settings-invalid",
      ["seller.iban"],
    ]);
    expect((await get("/settings")).body.seller.iban).toBe("");
    const unknown = await call(shop, "PUT /settings", { body: { colour: "red" } });
    expect(unknown.body.error).toMatchObject({
      code: "bad-request",
      fieldErrors: { colour: expect.any(String) },
    });
  });

  it("show journals, next numbers and Home", async () => {
    expect((await get("/journals")).body).toContainEqual(
      expect.objectContaining({ journalId: "invoices", issuedCount: expect.any(Number) }),
    );
    expect((await get("/numbers")).body.invoice).toMatchObject({ journalName: "Invoices" });
    expect((await get("/home")).body).toMatchObject({
      isSellerComplete: true,
      ordersWithoutDocument: 0,
      stats: { failedDeliveries: expect.any(Number) },
      recentDocuments: expect.any(Array),
    });
  });

  it("keep a logo and give it back, and refuse what is none", async () => {
    expect(refusalOf(await get("/logo"))).toEqual([404, "not-found"]);
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const put = (body: Uint8Array, contentType: string) =>
      call(shop, "PUT /logo", { body, contentType });
    expect((await put(png, "image/png; charset=binary")).body.brand.logo.mediaType).toBe(
      "image/png",
    );
    const logo = await get("/logo");
    expect([logo.headers.get("content-type"), [...logo.bytes]]).toEqual(["image/png", [...png]]);
    expect(logo.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(refusalOf(await put(png, "image/jpeg"))).toEqual([422, "logo-unusable"]);
    expect(refusalOf(await put(png, "text/html"))).toEqual([422, "logo-unusable"]);
  });

  it("preview texts, and name a wrong placeholder", async () => {
    const texts = {
      language: "nl",
      paidState: "paid",
      subject: "Factuur {{ document.number }}",
      body: "",
    };
    const shown = await post("/text-preview", { ...texts, caption: "Dank u" });
    expect(shown.body).toMatchObject({
      caption: "Dank u",
      subject: expect.stringMatching(/^Factuur \S+$/),
    });
    const wrong = await post("/text-preview", { ...texts, caption: "{{ nummer" });
    expect(refusalOf(wrong)).toEqual([422, "text-invalid"]);
  });

  it("say when the mail server does not answer a test mail", async () => {
    expect(refusalOf(await post("/test-mail", { recipient: "a@example.com" }))).toEqual([
      422,
      "mail-unreachable",
    ]);
    expect(refusalOf(await post("/test-mail", { recipient: "nobody" }))).toEqual([
      400,
      "bad-request",
    ]);
  });
});
