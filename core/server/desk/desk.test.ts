import { describe, expect, it } from "vitest";
import { aLine } from "../../../tests/support/orders.ts";
import { aDesk, made, ORDER, REFUND, SELLER } from "./test-support.ts";

describe("a refund after the invoice", () => {
  it("asks for its credit note until it is issued; both documents lead to each other", async () => {
    const { desk, change, view } = await aDesk();
    const invoice = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect(await view(invoice.documentId)).toMatchObject({ orderChange: null, refunds: [] });

    change({ refunds: [REFUND] });
    expect(await desk.listRefunds(ORDER.orderId)).toMatchObject({
      value: [{ refundId: "7", amount: "6.05", reason: "Broken", creditNote: null }],
    });
    expect(await view(invoice.documentId)).toMatchObject({ orderChange: "refunded" });

    const refund = { orderId: ORDER.orderId, refundId: "7" };
    const draft = made(await desk.creditRefund(refund, null, "draft"));
    expect(await desk.issueDocuments([draft.documentId], false)).toMatchObject({ problems: [] });
    const credited = made(await desk.creditRefund(refund, null, "issue"));
    expect(credited).toMatchObject({ documentId: draft.documentId, total: "6.05" });
    expect(await view(invoice.documentId)).toMatchObject({
      orderChange: null,
      otherDocuments: [{ documentId: credited.documentId }],
      refunds: [{ creditNote: { number: credited.number } }],
    });
    expect(await view(credited.documentId)).toMatchObject({
      orderChange: null,
      otherDocuments: [{ documentId: invoice.documentId }],
      refunds: [],
    });
  });
});

describe("what the doctor refuses", () => {
  it("stays a draft with its findings, and is issued once it is mended and checked again", async () => {
    const { desk, view } = await aDesk({}, { ...SELLER, vatIdentifier: "" });
    const refused = await desk.makeDocument(ORDER.orderId, "invoice", "issue");
    expect(refused).toMatchObject({
      problem: { code: "document-refused", draft: { state: "draft", number: "" } },
    });
    const documentId = refused.ok ? "" : (refused.problem.draft?.documentId ?? "");
    const { findings } = await view(documentId);
    expect(findings.filter(({ severity }) => severity === "error")).toContainEqual(
      expect.objectContaining({ mendAt: "seller" }),
    );
    const [problem] = (await desk.issueDocuments([documentId], false)).problems;
    expect(problem?.findings.length).toBeGreaterThan(0);

    await desk.changeSettings({ seller: SELLER });
    expect(await desk.checkDocuments([documentId])).toMatchObject({ problems: [] });
    const mended = (await view(documentId)).findings.map(({ severity }) => severity);
    expect(mended).not.toContain("error");
    expect(await desk.issueDocuments([documentId], false)).toMatchObject({
      done: [{ number: "2026-0001" }],
      problems: [],
    });
  });
});

describe("an order that is edited after its invoice", () => {
  it("gets the draft that makes up for it when it is checked again", async () => {
    const { desk, change, view } = await aDesk();
    const { documentId } = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    const taxes = [{ title: "BTW", ratePercent: "21", amount: "3.15" }];
    change({ lines: [aLine({ quantity: "3", unitPrice: "6.05", taxes })], total: "18.15" });
    expect(await desk.checkDocuments([documentId])).toMatchObject({ problems: [] });
    const { orderChange, otherDocuments } = await view(documentId);
    expect(orderChange).toBe("edited");
    expect(otherDocuments).toMatchObject([{ kind: "invoice", state: "draft", total: "6.05" }]);

    const ids = otherDocuments.map((document) => document.documentId);
    expect(await desk.issueDocuments(ids, false)).toMatchObject({ problems: [] });
    expect(await view(documentId)).toMatchObject({ orderChange: null });
  });
});

describe("the files of a document", () => {
  it("are four of an invoice, each with a name of its own", async () => {
    const { desk, view } = await aDesk();
    const { documentId } = made(await desk.makeDocument(ORDER.orderId, "invoice", "issue"));
    expect((await view(documentId)).files).toEqual(
      ["pdf", "ubl", "cii", "facturx"].map((type) => ({ type, problem: "", neededPlan: "" })),
    );
    const names = [
      ["pdf", "factuur-2026-0001.pdf"],
      ["ubl", "factuur-2026-0001.ubl.xml"],
      ["cii", "factuur-2026-0001.cii.xml"],
      ["facturx", "factuur-2026-0001.factur-x.pdf"],
    ] as const;
    for (const [type, fileName] of names) {
      expect(await desk.readFile(documentId, type)).toMatchObject({ fileName });
    }
  });

  it("are one where there is no electronic form, and the others say why", async () => {
    const { desk, view } = await aDesk();
    const note = made(await desk.makeDocument(ORDER.orderId, "deliveryNote", "issue"));
    const [pdf, ubl] = (await view(note.documentId)).files;
    expect(pdf).toEqual({ type: "pdf", problem: "", neededPlan: "" });
    expect(ubl?.problem).toMatch(/^Delivery notes have no electronic form/);
    expect(await desk.readFile(note.documentId, "ubl")).toBeUndefined();

    const draft = made(await desk.makeDocument(ORDER.orderId, "invoice", "draft"));
    expect((await view(draft.documentId)).files[1]?.problem).toContain(
      "when the document is issued",
    );
    expect(await desk.readFile(draft.documentId, "cii")).toBeUndefined();
    expect(await desk.readFile(draft.documentId, "pdf")).toBeDefined();
  });
});
