import { createHash } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aDraft, aMerchant, issueRequest } from "../../adapters/storage/prisma/test-support.ts";
import { renderDocument } from "./render-document.ts";
import { memoryFiles } from "../../../tests/support/memory-ports.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Prints what the test says: another release may print the same document otherwise. */
const printing = (text: string) => ({
  renderPdf: async () => bytesOf(text),
  renderFacturX: async () => bytesOf(`${text} with its XML`),
  renderSvgPages: async () => [],
});

async function anInvoice() {
  const merchant = await aMerchant(database, queue);
  const { store } = merchant;
  const { summary } = await store.issueOnce(issueRequest(merchant, anOrder()));
  const files = memoryFiles();
  const fillText = (template: string) => template;
  const ports = { store, files, sha256, fillText, renderer: printing("one") };
  return { ...merchant, ports, files, documentId: summary.documentId };
}

const keyOf = (merchantId: string, documentId: string, text: string) =>
  `documents/${merchantId}/${documentId}/${sha256(bytesOf(text))}.pdf`;

describe("renderDocument", () => {
  it("keeps the PDF under its content's name, with its hash", async () => {
    const { ports, store, documentId, files } = await anInvoice();
    const artefact = await renderDocument(documentId, ports);

    const fileKey = keyOf(store.merchantId, documentId, "one");
    expect(artefact).toEqual({
      documentId,
      type: "pdf",
      fileKey,
      sha256: sha256(bytesOf("one")),
      byteLength: 3,
    });
    expect(await files.read(fileKey)).toEqual(bytesOf("one"));
    expect(await store.findArtefact(documentId, "pdf")).toEqual(artefact);
  });

  it("renders once, also when it is asked again by another release", async () => {
    const { ports, documentId, files } = await anInvoice();
    const first = await renderDocument(documentId, ports);
    const second = await renderDocument(documentId, { ...ports, renderer: printing("two") });

    expect(second).toEqual(first);
    expect(files.keys()).toHaveLength(1);
  });

  it("is not stopped by the file of a process that was killed before it noted it", async () => {
    const { ports, store, documentId } = await anInvoice();
    const killed = { ...store, saveArtefact: () => Promise.reject(new Error("killed")) };
    await expect(renderDocument(documentId, { ...ports, store: killed })).rejects.toThrow("killed");
    const artefact = await renderDocument(documentId, { ...ports, renderer: printing("two") });

    expect(artefact?.fileKey).toBe(keyOf(store.merchantId, documentId, "two"));
  });

  it("gives two that print differently at once the same artefact, with the bytes it names", async () => {
    const { ports, documentId, files } = await anInvoice();
    const both = await Promise.all(
      ["one", "two"].map((text) =>
        renderDocument(documentId, { ...ports, renderer: printing(text) }),
      ),
    );

    expect(both[0]).toEqual(both[1]);
    const bytes = await files.read(both[0]?.fileKey ?? "");
    expect(sha256(bytes ?? bytesOf(""))).toBe(both[0]?.sha256);
  });

  it("renders no draft and no unknown document", async () => {
    const { ports, store, shop, files } = await anInvoice();
    const draft = await store.saveDraft({
      cause: { shopId: shop.shopId, orderId: "2", kind: "invoice", part: "" },
      journalId: "invoices",
      draft: aDraft(anOrder({ orderId: "2" })),
    });

    expect(await renderDocument(draft.documentId, ports)).toBeUndefined();
    expect(await renderDocument("unknown", ports)).toBeUndefined();
    expect(files.keys()).toEqual([]);
  });
});
