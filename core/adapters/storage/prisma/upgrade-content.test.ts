import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Document, type DraftDocument } from "#domain/document";
import { testDatabase } from "../../../../tests/support/database.ts";
import { anOrder } from "../../../../tests/support/orders.ts";
import { documentSchema } from "../../../domain/document/document.ts";
import { chainHash } from "./merchant-store/issue-batch.ts";
import { startQueue } from "./queue.ts";
import { aMerchant, issueRequest } from "./test-support.ts";
import { verifyMerchant } from "./verify.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

/** As Docket wrote it before version 2: a mug with 21 %, an untaxed course, a book with 0 %, and postage. */
const fixture = (name: string) =>
  readFile(path.join(import.meta.dirname, "merchant-store", name), "utf8");
const INVOICE: Document = JSON.parse(await fixture("version-1-invoice.json"));
const DRAFT: DraftDocument = JSON.parse(await fixture("version-1-draft.json"));

const UNTAXED = { category: "E", ratePercent: "0", exemptionReason: "undecided" };
const MEANT_BY_VERSION_1 = {
  schemaVersion: 2,
  seller: { legalName: "Bakkerij Ada", taxNumber: "" },
  buyer: { name: "Ada Peeters", enterpriseNumber: "", electronicAddress: null },
  buyerVatCheck: null,
  buyerReference: "PO 77",
  purchaseOrder: "",
  deliveryDate: null,
  precedingInvoice: null,
  creditReason: "",
  lines: [
    { gtin: "", unitCode: "C62", vat: { category: "S", ratePercent: "21" } },
    { gtin: "", unitCode: "C62", vat: UNTAXED },
    { gtin: "", unitCode: "C62", vat: { category: "Z", ratePercent: "0" } },
  ],
  charges: [{ name: "Post", vat: { category: "S", ratePercent: "21" } }],
  allowances: [],
  vatBreakdown: [
    { category: "S", exemption: null },
    { category: "E", exemption: { code: "", text: "" } },
    { category: "Z", exemption: null },
  ],
  vatInOwnCurrency: null,
  legalMentions: [],
  vatTrace: [],
  eInvoicing: { profile: "auto", electronicAddress: null, attachesPdf: false, embedsXml: false },
};

describe("content of version 1", () => {
  it("is read in today's shape, while what is stored and its hash stay as they were", async () => {
    const merchant = await aMerchant(database, queue);
    const { store } = merchant;
    const { summary, hash } = await store.issueOnce(
      issueRequest(merchant, anOrder(), { today: INVOICE.issueDate, freeze: () => INVOICE }),
    );
    const found = await store.findDocument(summary.documentId);

    if (found?.state !== "issued") throw new Error("it was issued");
    expect(found.document).toMatchObject(MEANT_BY_VERSION_1);
    expect(documentSchema.parse(found.document)).toEqual(found.document);
    expect(found.document.totals).toEqual(INVOICE.totals);
    expect(hash).toBe(chainHash("", INVOICE));
    expect(found.hash).toBe(hash);
    const row = await database.prisma.document.findUniqueOrThrow({
      where: { id: summary.documentId },
      select: { content: true },
    });
    expect(row.content).toEqual(INVOICE);
    expect(await verifyMerchant(database, store.merchantId, async () => undefined)).toEqual([]);
  });

  it("is given back in today's shape to whoever asks for the same document again", async () => {
    const merchant = await aMerchant(database, queue);
    const request = issueRequest(merchant, anOrder(), {
      today: INVOICE.issueDate,
      freeze: () => INVOICE,
    });
    await merchant.store.issueOnce(request);

    const again = await merchant.store.issueOnce(request);
    expect(again.document).toMatchObject(MEANT_BY_VERSION_1);
  });

  it("opens as a draft too", async () => {
    const { store, shop } = await aMerchant(database, queue);
    const cause = { shopId: shop.shopId, orderId: "1", kind: "invoice", part: "" } as const;
    await store.saveDraft({ cause, journalId: "invoices", draft: DRAFT });

    const [found] = await store.findDocumentsOfOrder(shop.shopId, "1");
    expect(found).toMatchObject({
      state: "draft",
      draft: { ...MEANT_BY_VERSION_1, due: { days: 14 } },
    });
  });
});

it("leaves content of today as it is", async () => {
  const merchant = await aMerchant(database, queue);
  const issued = await merchant.store.issueOnce(issueRequest(merchant, anOrder()));

  const found = await merchant.store.findDocument(issued.summary.documentId);
  expect(found).toEqual(issued);
});
