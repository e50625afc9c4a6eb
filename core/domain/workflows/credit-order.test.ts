import { afterAll, describe, expect, it } from "vitest";
import { defaultSettings, merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import type { NormalisedOrder, OrderRefund } from "#domain/order";
import { ok } from "#domain/result";
import { testDatabase } from "../../../tests/support/database.ts";
import { aClock, memoryShop } from "../../../tests/support/memory-ports.ts";
import { aLine, anOrder } from "../../../tests/support/orders.ts";
import { startQueue } from "../../adapters/storage/prisma/queue.ts";
import { aMerchant } from "../../adapters/storage/prisma/test-support.ts";
import { creditRefund } from "./credit-order.ts";
import { issueEdit } from "./document-edits.ts";
import { handleOrder, type OrderSignal } from "./handle-order.ts";
import { findMissingDocuments } from "./reconcile-orders.ts";
import type { DocumentSummary, StoredDocument } from "./ports.ts";

const database = await testDatabase();
const queue = await startQueue(database);
afterAll(() => queue.stop({ graceful: false }));

const INSTALLED_AT = "2026-11-01T00:00:00.000Z";
const SELLER = {
  legalName: "Bakkerij Ada",
  vatIdentifier: "BE0417497106",
  address: { line1: "Kouter 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
  iban: "BE68539007547034",
};
const THREE_MUGS = anOrder({
  lines: [aLine({ quantity: "3", taxes: [{ title: "BTW", ratePercent: "21", amount: "6.30" }] })],
  total: "36.30",
  paidAmount: "36.30",
});

const refundOf = (refundId: string, quantity: number, changes: Partial<OrderRefund> = {}) => ({
  refundId,
  createdAt: "2026-11-20T12:00:00Z",
  reason: "",
  lines: [{ lineId: "1", quantity: String(quantity), amountWithVat: (12.1 * quantity).toFixed(2) }],
  charges: [],
  totalRefunded: (12.1 * quantity).toFixed(2),
  keptAmount: "0",
  method: "Bancontact",
  ...changes,
});

async function aShop(
  order: NormalisedOrder = THREE_MUGS,
  settings: Partial<MerchantSettings> = {},
) {
  const merchant = await aMerchant(
    database,
    queue,
    merchantSettingsSchema.parse({ seller: SELLER, ...settings }),
  );
  const shop = { ...merchant.shop, firstConnectedAt: INSTALLED_AT, connectedAt: INSTALLED_AT };
  const orders = new Map([[order.orderId, order]]);
  const ports = {
    store: merchant.store,
    billing: merchant.billing,
    orders: memoryShop(orders),
    clock: aClock("2026-11-21T10:00:00.000Z"),
    fillText: (template: string) => template,
    vatChecker: null,
  };
  const signal: OrderSignal = {
    shop,
    orderId: order.orderId,
    event: null,
    catchUpFrom: "2026-11-14T10:00:00.000Z",
  };
  const documents = () => merchant.store.findDocumentsOfOrder(shop.shopId, order.orderId);
  return {
    shop,
    ports,
    documents,
    /** The order is now like this, and nobody says so. */
    lose: (changes: Partial<NormalisedOrder>) =>
      orders.set(order.orderId, { ...order, ...changes }),
    /** The shop says that the order is now like this. */
    tell: async (changes: Partial<NormalisedOrder> = {}) => {
      orders.set(order.orderId, { ...order, ...changes });
      const handled = await handleOrder(signal, ports);
      if (!handled.ok) throw new Error(handled.problem.message);
      return documents();
    },
  };
}

const inShort = (documents: readonly StoredDocument[]) =>
  documents.map(({ summary: { kind, part, state, total } }) =>
    [kind, part, state, total].filter((text) => text !== "").join(" "),
  );

describe("a refund", () => {
  it("becomes one credit note of its invoice, however often it is told", async () => {
    const { tell, documents } = await aShop();
    await tell();
    const refunds = [refundOf("r1", 1)];
    await tell({ refunds });
    await tell({ refunds });
    const made = await documents();
    expect(inShort(made)).toEqual(["invoice issued 36.30", "creditNote refund:r1 issued 12.10"]);
    const note = made[1];
    if (note?.state !== "issued") throw new Error("not issued");
    expect(note.document.precedingInvoice).toMatchObject({ number: "2026-0001" });
    expect(note.summary).toMatchObject({ number: "CN2026-0001", delivery: "waiting" });
  });

  it("that comes before its invoice is credited with it", async () => {
    const { tell } = await aShop();
    expect(inShort(await tell({ refunds: [refundOf("r1", 3)] }))).toEqual([
      "invoice issued 36.30",
      "creditNote refund:r1 issued 36.30",
    ]);
  });

  it("of an order without invoice asks for none", async () => {
    const { tell } = await aShop(THREE_MUGS, { rules: [] });
    expect(await tell({ refunds: [refundOf("r1", 1)] })).toEqual([]);
  });

  it("that was made long before the rule is left to the merchant", async () => {
    const { tell } = await aShop();
    const createdAt = "2026-10-20T12:00:00Z";
    const made = await tell({ refunds: [refundOf("r1", 1, { createdAt })] });
    expect(inShort(made)).toEqual(["invoice issued 36.30"]);
  });

  it("whose event was lost is found by looking for it", async () => {
    const { tell, lose, ports, shop } = await aShop(THREE_MUGS, { rules: [] });
    const since = "2026-11-14T10:00:00.000Z";
    const missing = async () => {
      const found = await findMissingDocuments({ shop, since, mostOrders: 10 }, ports);
      return found.ok && found.value.map(({ kinds }) => kinds);
    };
    await tell({ refunds: [refundOf("r1", 1)] });
    expect(await missing()).toEqual([]);
    await ports.store.updateSettings(async (current) =>
      ok({ ...current, rules: defaultSettings().rules }),
    );
    await tell();
    lose({ refunds: [refundOf("r1", 1)] });
    expect(await missing()).toEqual([["creditNote"]]);
  });

  it("beyond the invoice is refused with both figures, and takes no number", async () => {
    const { tell, documents } = await aShop();
    await tell();
    const tooMuch = refundOf("r1", 3, { totalRefunded: "36.31" });
    await expect(tell({ refunds: [tooMuch] })).rejects.toThrow(/36\.31.*36\.30/s);
    expect(inShort(await documents())).toEqual(["invoice issued 36.30"]);
  });
});

it("two credit notes at once never give back the same money", async () => {
  const { tell, ports, shop, documents } = await aShop();
  await tell();
  const order = { ...THREE_MUGS, refunds: ["r1", "r2", "r3"].map((id) => refundOf(id, 1)) };
  const made = await Promise.all(
    order.refunds.map(({ refundId }) =>
      creditRefund({ shopId: shop.shopId, order, refundId, elsewhere: null, how: "issue" }, ports),
    ),
  );
  expect(made.every((each) => each.ok)).toBe(true);
  const notes = (await documents()).slice(1);
  expect(notes.map(({ summary }) => summary.total)).toEqual(["12.10", "12.10", "12.10"]);
  expect(notes.map(({ summary }) => summary.number).toSorted()).toEqual([
    "CN2026-0001",
    "CN2026-0002",
    "CN2026-0003",
  ]);
});

describe("an invoice that another program made", () => {
  const order = { ...THREE_MUGS, refunds: [refundOf("r1", 1)] };

  it("is credited under the number that the merchant gives", async () => {
    const { ports, shop, documents } = await aShop(order, { rules: [] });
    const elsewhere = { number: "OLD-77", issueDate: "2025-12-31" };
    const wanted = { shopId: shop.shopId, order, refundId: "r1", how: "issue" } as const;
    expect(await creditRefund({ ...wanted, elsewhere: null }, ports)).toMatchObject({
      ok: false,
      problem: { code: "no-invoice" },
    });
    expect(await creditRefund({ ...wanted, elsewhere }, ports)).toMatchObject({ ok: true });
    const [note] = await documents();
    if (note?.state !== "issued") throw new Error("not issued");
    expect(note.document.precedingInvoice).toEqual(elsewhere);
  });
});

describe("an edit after the invoice", () => {
  const twoMugs = {
    lines: [aLine({ quantity: "2", taxes: [{ title: "BTW", ratePercent: "21", amount: "4.20" }] })],
    total: "24.20",
  };

  it("waits as a draft, and goes when the edit is undone", async () => {
    const { tell } = await aShop();
    await tell();
    expect(inShort(await tell(twoMugs))).toEqual([
      "invoice issued 36.30",
      "creditNote edit:1 draft 12.10",
    ]);
    expect(inShort(await tell())).toEqual(["invoice issued 36.30"]);
    expect(inShort(await tell(twoMugs))).toEqual([
      "invoice issued 36.30",
      "creditNote edit:1 draft 12.10",
    ]);
  });

  it("is issued as it is by then, and no second time", async () => {
    const { tell, ports, shop } = await aShop();
    await tell();
    await tell(twoMugs);
    const order = { ...THREE_MUGS, ...twoMugs };
    const wanted = { shopId: shop.shopId, order, part: "edit:1", sendTo: null } as const;
    const settings = await ports.store.loadSettings();
    const issued = await issueEdit({ ...wanted, kind: "creditNote" }, settings, ports);
    expect(issued).toMatchObject({ ok: true });
    expect(inShort(await tell(twoMugs))).toEqual([
      "invoice issued 36.30",
      "creditNote edit:1 issued 12.10",
    ]);
  });

  it("that the merchant discarded stays away until the order changes again", async () => {
    const { tell, ports } = await aShop();
    await tell();
    const [, draft] = await tell(twoMugs);
    await ports.store.discardDraft(draft?.summary.documentId ?? "");
    expect(inShort(await tell(twoMugs))).toEqual(["invoice issued 36.30"]);
    expect(inShort(await tell({ ...twoMugs, lines: [aLine()], total: "12.10" }))).toEqual([
      "invoice issued 36.30",
      "creditNote edit:2 draft 24.20",
    ]);
  });

  it("that added something asks for an additional invoice", async () => {
    const { tell } = await aShop();
    await tell();
    const lines = [...THREE_MUGS.lines, aLine({ lineId: "2", itemName: "Bowl" })];
    expect(inShort(await tell({ lines, total: "48.40" }))).toEqual([
      "invoice issued 36.30",
      "invoice edit:1 draft 12.10",
    ]);
  });
});

describe("what the doctor refuses", () => {
  const untaxed = anOrder({ lines: [aLine({ taxes: [] })] });

  it("waits as a draft without a number, and is issued once it is mended", async () => {
    const { tell } = await aShop(untaxed);
    expect(inShort(await tell())).toEqual(["invoice draft 12.10"]);
    const made = await tell({ lines: [aLine()] });
    expect(inShort(made)).toEqual(["invoice issued 12.10"]);
    expect(numbersOf(made.map(({ summary }) => summary))).toEqual(["2026-0001"]);
  });
});

const numbersOf = (documents: readonly DocumentSummary[]) => documents.map(({ number }) => number);
