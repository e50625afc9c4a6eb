import { afterAll, expect, it } from "vitest";
import type { JobName } from "#domain/workflows";
import { testDatabase } from "../../../tests/support/database.ts";
import { anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aMerchant, issueRequest } from "../../adapters/storage/prisma/test-support.ts";
import { aClock, memoryFiles } from "../../../tests/support/memory-ports.ts";
import type { JobContext } from "./job-context.ts";
import { renderDocument } from "./render-document.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const NOW = "2026-11-21T10:00:00.000Z";

it("lets the deliveries go that are due, and leaves a try that lies ahead to its own job", async () => {
  const merchant = await aMerchant(database, queue);
  const { store } = merchant;
  const { merchantId } = store;
  const { documentId } = (await store.issueOnce(issueRequest(merchant, anOrder()))).summary;
  const deliver = (requestId: string) =>
    store.addDelivery({ documentId, recipient: "a@example.com", requestId });
  const [fresh, due, ahead, sent] = await Promise.all(["1", "2", "3", "4"].map(deliver));
  const failure = { sent: false, at: NOW, problem: "busy" } as const;
  await store.recordAttempt(due?.deliveryId ?? "", { ...failure, retryAt: NOW });
  const retryAt = "2026-11-21T10:00:30.000Z";
  await store.recordAttempt(ahead?.deliveryId ?? "", { ...failure, retryAt });
  await store.recordAttempt(sent?.deliveryId ?? "", { sent: true, at: NOW, subject: "" });
  const jobs: [JobName, unknown][] = [];
  const context: Pick<JobContext, "merchantPorts" | "send"> = {
    merchantPorts: () => ({
      store,
      billing: merchant.billing,
      clock: aClock(NOW),
      files: memoryFiles(),
      renderer: {
        renderPdf: async () => new Uint8Array([1]),
        renderFacturX: async () => new Uint8Array([1]),
        renderSvgPages: async () => [],
      },
      mail: { send: () => Promise.reject(new Error("nothing to send")), close: () => undefined },
      sha256: () => "0",
      fillText: (template) => template,
      vatChecker: null,
    }),
    send: async (name, payload) => void jobs.push([name, payload]),
  };
  await renderDocument({ merchantId, documentId }, context as JobContext);

  const jobOf = (deliveryId = "") => ["deliver-document", { merchantId, deliveryId }];
  expect(jobs).toHaveLength(2);
  expect(jobs).toEqual(expect.arrayContaining([jobOf(fresh?.deliveryId), jobOf(due?.deliveryId)]));
});
