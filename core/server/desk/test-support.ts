import { createHash, randomUUID } from "node:crypto";
import { afterAll } from "vitest";
import { directBilling } from "#adapters/billing/account";
import { checkText } from "#adapters/text/liquid";
import { merchantSettingsSchema } from "#domain/merchant";
import type { NormalisedOrder } from "#domain/order";
import { testDatabase } from "../../../tests/support/database.ts";
import {
  aClock,
  memoryFiles,
  memoryMail,
  memoryShop,
} from "../../../tests/support/memory-ports.ts";
import { aLine, anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aMerchant } from "../../adapters/storage/prisma/test-support.ts";
import { createDesk } from "./create-desk.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

export const SELLER = {
  legalName: "Bakkerij Ada",
  vatIdentifier: "BE0417497106",
  address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
};
export const ORDER = anOrder({ lines: [aLine({ quantity: "2", unitPrice: "6.05" })] });
export const REFUND = {
  refundId: "7",
  createdAt: "2026-11-20T16:00:00Z",
  reason: "Broken",
  lines: [{ lineId: "1", quantity: "1", amountWithVat: "6.05" }],
  charges: [],
  totalRefunded: "6.05",
  keptAmount: "0",
  method: "card",
};

/** A merchant's desk over a shop with one order, which `change` changes as people do in the shop, and perhaps others. */
export async function aDesk(
  changes: Partial<NormalisedOrder> = {},
  seller: object = SELLER,
  others: readonly NormalisedOrder[] = [],
) {
  const settings = merchantSettingsSchema.parse({ seller, rules: [] });
  const { store, billing, shop } = await aMerchant(database, queue, settings);
  const order = { ...ORDER, ...changes };
  const orders = new Map([order, ...others].map((each) => [each.orderId, each]));
  const clock = aClock("2026-11-21T10:00:00.000Z");
  const desk = createDesk({
    store,
    billing,
    shop,
    clock,
    orders: memoryShop(orders),
    files: memoryFiles(),
    mail: memoryMail(),
    provider: directBilling({ billing, clock, newId: randomUUID }),
    checkText,
    fillText: (template) => template,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    vatChecker: null,
    renderer: {
      renderPdf: async () => new TextEncoder().encode("%PDF"),
      renderFacturX: async () => new TextEncoder().encode("%PDF with its XML"),
      renderSvgPages: async () => [],
    },
  });
  const change = (changed: Partial<NormalisedOrder>) => {
    clock.advance(60);
    orders.set(order.orderId, { ...order, ...changed, updatedAt: clock.now() });
  };
  const view = async (documentId: string) => {
    const loaded = await desk.loadDocument(documentId);
    if (loaded === undefined) throw new Error(`no document ${documentId}`);
    return loaded;
  };
  /** From the largest plan to the free one. */
  const endPlan = () =>
    billing.applyEvent({
      type: "ended",
      externalId: "of-tests",
      endsAt: "2026-02-01T00:00:00.000Z",
    });
  return { desk, billing, clock, change, view, endPlan };
}

export const made = (
  result: Awaited<ReturnType<ReturnType<typeof createDesk>["makeDocument"]>>,
) => {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};
