import { afterAll, describe, expect, it } from "vitest";
import { failed } from "#domain/result";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aMerchant, issueRequest } from "../../adapters/storage/prisma/test-support.ts";
import { deliverDocument } from "./deliver-document.ts";
import { aClock, memoryFiles, memoryMail } from "../../../tests/support/memory-ports.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const PDF = new TextEncoder().encode("%PDF");
const FILE = { type: "pdf", fileKey: "a.pdf", sha256: "0", byteLength: 4 } as const;
const NOW = "2026-11-21T10:00:00.000Z";
const UNREACHABLE = failed({ code: "mail-unreachable", message: "The server is busy." } as const);
const REJECTED = failed({
  code: "mail-rejected-recipient",
  message: "There is no such mailbox.",
} as const);

/** An invoice on its way to its buyer, with its PDF. */
async function aDelivery({ hasPdf = true } = {}) {
  const merchant = await aMerchant(database, queue);
  const { store } = merchant;
  const request = issueRequest(merchant, anOrder(), { sendTo: "ada@example.com" });
  const { documentId } = (await store.issueOnce(request)).summary;
  const files = memoryFiles();
  if (hasPdf) {
    await files.write(FILE.fileKey, PDF);
    await store.saveArtefact({ ...FILE, documentId });
  }
  const [delivery] = await store.listDeliveries(documentId);
  const deliveryId = delivery?.deliveryId ?? "";
  const mail = memoryMail();
  const clock = aClock(NOW);
  const ports = { store, files, mail, clock, fillText: (template: string) => template };
  const deliver = () => deliverDocument(deliveryId, ports);
  return { ...merchant, documentId, deliveryId, mail, clock, deliver };
}

describe("deliverDocument", () => {
  it("sends the PDF and remembers when", async () => {
    const { store, deliveryId, deliver, mail } = await aDelivery();

    expect(await deliver()).toBe("sent");
    expect(mail.sent).toMatchObject([
      { to: "ada@example.com", deliveryId, attachments: [{ bytes: PDF }] },
    ]);
    expect(await store.findDelivery(deliveryId)).toMatchObject({
      state: "sent",
      sentAt: NOW,
      attempts: 1,
      subject: mail.sent[0]?.subject,
    });
  });

  it("sends nothing twice", async () => {
    const { deliver, mail } = await aDelivery();
    await deliver();

    expect(await deliver()).toBe("settled");
    expect(mail.sent).toHaveLength(1);
  });

  it("asks to come back while the PDF is not there", async () => {
    const { store, deliveryId, deliver, mail } = await aDelivery({ hasPdf: false });

    expect(await deliver()).toBe("not-ready");
    expect(mail.sent).toEqual([]);
    expect(await store.findDelivery(deliveryId)).toMatchObject({ state: "waiting", attempts: 0 });
  });

  it("plans the next try of a mail that the server did not take, with its job", async () => {
    const { store, deliveryId, deliver, mail } = await aDelivery();
    mail.answer = UNREACHABLE;
    const before = (await queue.counts())["deliver-document"].waiting;

    expect(await deliver()).toBe("retrying");
    expect(await store.findDelivery(deliveryId)).toMatchObject({
      state: "waiting",
      attempts: 1,
      nextAttemptAt: "2026-11-21T10:00:30.000Z",
      lastProblem: "The server is busy.",
    });
    expect((await queue.counts())["deliver-document"].waiting).toBe(before + 1);
  });

  it("leaves a try that lies ahead to its own job, whoever else asks", async () => {
    const { store, deliveryId, deliver, mail, clock } = await aDelivery();
    mail.answer = UNREACHABLE;
    await deliver();
    clock.advance(20);
    expect(await deliver()).toBe("not-due");
    expect(await store.findDelivery(deliveryId)).toMatchObject({ attempts: 1 });

    clock.advance(10);
    delete mail.answer;
    expect(await deliver()).toBe("sent");
  });

  it("gives up at once on an address that does not exist", async () => {
    const { store, deliveryId, deliver, mail } = await aDelivery();
    mail.answer = REJECTED;
    const before = (await queue.counts())["deliver-document"].waiting;

    expect(await deliver()).toBe("failed");
    expect(await store.findDelivery(deliveryId)).toMatchObject({
      state: "failed",
      nextAttemptAt: null,
      lastProblem: "There is no such mailbox.",
    });
    expect((await queue.counts())["deliver-document"].waiting).toBe(before);
    expect(await deliver()).toBe("settled");
  });

  it("gives up after the last try", async () => {
    const { store, deliveryId, deliver, mail, clock } = await aDelivery();
    mail.answer = UNREACHABLE;
    const outcomes: string[] = [];
    for (let tries = 0; tries < 20 && outcomes.at(-1) !== "failed"; tries += 1) {
      outcomes.push(await deliver());
      clock.advance(6 * 60 * 60);
    }

    expect(outcomes).toEqual([...Array.from({ length: 15 }, () => "retrying"), "failed"]);
    expect(await store.findDelivery(deliveryId)).toMatchObject({ state: "failed", attempts: 16 });
  });

  it("sends to a typed address without making it the order's", async () => {
    const { store, documentId, mail, clock } = await aDelivery();
    const typed = { documentId, recipient: "books@example.com", requestId: "click-1" };
    const { deliveryId } = await store.addDelivery(typed);
    const files = memoryFiles();
    await files.write(FILE.fileKey, PDF);
    const fillText = (template: string) => template;
    await deliverDocument(deliveryId, { store, files, mail, clock, fillText });

    expect(mail.sent.map(({ to }) => to)).toEqual(["books@example.com"]);
    expect((await store.findDocument(documentId))?.summary.recipient).toBe("ada@example.com");
  });

  it("knows nothing of an unknown delivery", async () => {
    const { store, mail, clock } = await aDelivery();
    const ports = { store, files: memoryFiles(), mail, clock, fillText: String };

    expect(await deliverDocument("unknown", ports)).toBe("settled");
  });
});
