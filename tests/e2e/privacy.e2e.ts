import { access } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import {
  askAs,
  installDocket,
  asJson,
  DEMO,
  untilEventsAreSettled,
  untilInvoiced,
  useDatabase,
  verifyAll,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { until, useStack } from "./stack-for-tests.ts";

const running = useStack();
const database = useDatabase(running);
const prisma = () => database().prisma;

const personOf = (name: string) => {
  const email = `${name.toLowerCase()}@klanten.example`;
  const address = { firstName: name, lastName: "Vermeulen", city: `${name}dorp` };
  const customer = { ...address, email, locale: "nl-BE" };
  const billingAddress = {
    ...address,
    address1: `${name}straat 1`,
    country: "Belgium",
    countryCode: "BE",
  };
  return {
    customer,
    email,
    billingAddress,
    shippingAddress: billingAddress,
    note: `Groeten, ${name}`,
  };
};
/** Olga asks for her data and then to be forgotten; Otto stays until the shop itself leaves. */
const orders: Record<"olga" | "olgasDraft" | "otto", PlacedOrder> = {
  olga: { id: 0, gid: "", name: "" },
  olgasDraft: { id: 0, gid: "", name: "" },
  otto: { id: 0, gid: "", name: "" },
};

type Fields = Readonly<Record<string, unknown>>;

const documentsOf = ({ gid }: PlacedOrder) =>
  prisma().document.findMany({
    where: { orderId: gid },
    include: { artefacts: true, deliveries: true, timeline: true },
    orderBy: { kind: "asc" },
  });
const fileOf = (document: { readonly artefacts: readonly { readonly fileKey: string }[] }) =>
  path.join(running().dataFolder, "files", document.artefacts[0]?.fileKey ?? "none");
const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Sends a request as Shopify does and gives the report it led to. */
async function report(topic: string, order?: PlacedOrder) {
  const before = await prisma().privacyReport.count();
  await running().control("compliance", { topic, ...(order && { order: order.gid }) });
  await running().control("settle");
  return until(
    async () => {
      const reports = await prisma().privacyReport.findMany({ orderBy: { createdAt: "asc" } });
      return reports.length > before ? reports.at(-1) : undefined;
    },
    { seconds: 10, what: `the report of ${topic}` },
  );
}

/** What is stored beside the invoices that the law keeps. */
async function storedBesideInvoices(): Promise<string> {
  const others = { where: { document: { NOT: { kind: "invoice" as const } } } };
  const rows = [
    await prisma().order.findMany(),
    await prisma().document.findMany({
      where: { NOT: { kind: "invoice" } },
      omit: { listPosition: true },
    }),
    await prisma().delivery.findMany(others),
    await prisma().timelineEntry.findMany({ ...others, select: { detail: true } }),
    await prisma().inboundEvent.findMany({ select: { payload: true, problem: true } }),
  ];
  return JSON.stringify(rows);
}

beforeAll(async () => {
  const ask = await installDocket(running());
  const create = (wish: object) => running().control<PlacedOrder>("createOrder", wish);
  const make = (orderId: string, kind: string, how: string) =>
    ask("/app/orders?_data=routes/app.orders", asJson("POST", { orderId, kind, how }));
  orders.olga = await create({ ...personOf("Olga"), paid: true });
  orders.olgasDraft = await create(personOf("Olga"));
  orders.otto = await create({ ...personOf("Otto"), paid: true });
  await make(orders.olga.gid, "orderConfirmation", "issueAndSend");
  await make(orders.otto.gid, "orderConfirmation", "issue");
  await make(orders.olgasDraft.gid, "invoice", "draft");
  await untilInvoiced(prisma(), orders.olga);
  await untilInvoiced(prisma(), orders.otto);
  const isDone = async () =>
    (await prisma().delivery.count({ where: { state: "sent" } })) === 3 &&
    (await prisma().artefact.count()) === 4;
  await until(async () => (await isDone()) || undefined, {
    seconds: 10,
    what: "all documents sent",
  });
  await untilEventsAreSettled(prisma());
});

it("a data request is answered with everything about the customer, and nothing about another", async () => {
  const { type, subject, exported } = await report("customers/data_request", orders.olga);
  expect({ type, subject }).toEqual({ type: "customerExport", subject: "olga@klanten.example" });
  const collected = exported as Record<"orders" | "documents" | "deliveries", Fields[]>;
  expect(collected.orders.map(({ orderId }) => String(orderId)).toSorted()).toEqual(
    [orders.olga.gid, orders.olgasDraft.gid].toSorted(),
  );
  const nameOf = ({ kind, state }: Fields) => `${String(kind)} ${String(state)}`;
  expect(collected.documents.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))).toMatchObject([
    { kind: "invoice", state: "draft", content: expect.anything() },
    { kind: "invoice", state: "issued", content: expect.anything() },
    { kind: "orderConfirmation", state: "issued", content: expect.anything() },
  ]);
  expect(collected.deliveries).toMatchObject([
    { recipient: "olga@klanten.example", state: "sent" },
    { recipient: "olga@klanten.example", state: "sent" },
  ]);
  expect(JSON.stringify(exported)).toContain("Olgastraat 1");
  expect(JSON.stringify(exported)).not.toContain("Otto");
});

it("a customer is forgotten but for what the law keeps, and the report says what and why", async () => {
  const [confirmation, invoice] = await documentsOf(orders.olga);
  if (!confirmation || !invoice) throw new Error("Olga has no documents");
  const { redacted, kept, subject } = await report("customers/redact", orders.olga);

  expect(subject).not.toContain("olga@");
  expect(redacted).toEqual(["2 orders", "1 draft", `orderConfirmation ${confirmation.number}`]);
  expect(kept).toEqual([
    `invoice ${invoice.number}: Belgian law keeps it for ten years (art. 60 W.Btw / Code TVA)`,
  ]);
  const snapshots = await prisma().order.findMany({
    where: { orderId: { in: [orders.olga.gid, orders.olgasDraft.gid] } },
  });
  expect(JSON.stringify(snapshots)).not.toMatch(/olga|Vermeulen/i);
  expect(await documentsOf(orders.olgasDraft)).toEqual([]);
  expect(await documentsOf(orders.olga)).toMatchObject([
    { state: "redacted", content: null, buyerName: "", recipient: "", number: confirmation.number },
    { state: "issued", content: invoice.content, number: invoice.number },
  ]);
  expect(await exists(fileOf(confirmation))).toBe(false);
  expect(await exists(fileOf(invoice))).toBe(true);
});

it("what was forgotten is a page without content; what was kept still opens", async () => {
  const ask = askAs(running());
  const [confirmation, invoice] = await documentsOf(orders.olga);
  const pdf = async (id = "") => (await ask(`/app/documents/${id}/pdf`)).status;
  expect([await pdf(confirmation?.id), await pdf(invoice?.id)]).toEqual([404, 200]);
  const page = await ask(
    `/app/documents/${confirmation?.id}?_data=routes/app.documents.$documentId`,
  );
  const text = await page.text();
  expect(text).toContain('"state":"redacted"');
  expect(text).not.toMatch(/olga|Vermeulen/i);
});

it("the other customer's things are untouched", async () => {
  expect(await documentsOf(orders.otto)).toMatchObject([
    { kind: "orderConfirmation", state: "issued", buyerName: "Otto Vermeulen" },
    { kind: "invoice", state: "issued", buyerName: "Otto Vermeulen" },
  ]);
});

it("a shop's redaction while it has Docket is none: it speaks of an installation before", async () => {
  const before = await prisma().privacyReport.count();
  await running().control("compliance", { topic: "shop/redact" });
  await running().control("settle");
  await untilEventsAreSettled(prisma());
  expect(await prisma().privacyReport.count()).toBe(before);
  expect(await prisma().shop.findFirstOrThrow()).toMatchObject({ isConnected: true });
});

it("after an uninstall the whole shop is forgotten, but for what the law keeps", async () => {
  // Nobody told us of the uninstall: the redaction that follows it after two days says so too.
  await running().control("faults", { loseNext: 1 });
  await running().control("uninstall");
  const { type, redacted, kept } = await report("shop/redact");
  expect(type).toBe("shopRedaction");
  expect(redacted).toEqual(["1 order", expect.stringMatching(/^orderConfirmation /)]);
  expect(kept).toEqual([
    expect.stringMatching(/^invoice .+, .+: Belgian law keeps it for ten years/),
  ]);
  expect(await prisma().shop.findFirstOrThrow()).toMatchObject({
    domain: DEMO,
    isConnected: false,
  });
  expect(await prisma().session.count()).toBe(0);
  expect(await storedBesideInvoices()).not.toMatch(/olga|otto|vermeulen/i);
});

it("numbers, hashes and files are as the law wants them", async () => {
  expect(await verifyAll(database(), running())).toEqual([]);
});
