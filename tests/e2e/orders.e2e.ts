import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import {
  askAs,
  installDocket,
  untilEventsAreSettled,
  untilInvoiced,
  useDatabase,
  verifyAll,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { grantLargestPlan } from "../support/largest-plan.ts";
import { until, useStack } from "./stack-for-tests.ts";

const running = useStack();
const database = useDatabase(running);
const browser = useBrowser();
const prisma = () => database().prisma;

const createOrder = (wish: object) =>
  running().control<PlacedOrder & { readonly currentTotal: string; readonly currencyCode: string }>(
    "createOrder",
    { paid: true, ...wish },
  );

/** The words of an order's invoice as they print, in the order of reading. */
async function printedText(documentId: string): Promise<string> {
  const { fileKey } = await prisma().artefact.findFirstOrThrow({ where: { documentId } });
  const file = path.join(running().dataFolder, "files", fileKey);
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", file, "-"]);
  return stdout.replaceAll(/\s+/g, " ");
}

const VAT = { title: "BTW", rate: "0.21" };
const CAULIFLOWER = { title: "Bloemkool", unitPrice: "1.05", quantity: 3, rates: [VAT] };
const GIFT_CARD = { title: "Cadeaubon", unitPrice: "50.00", isGiftCard: true };

const NAME = { firstName: "<script>alert(1)</script>", lastName: '#{panic()} & "Zonen"' };
const ATTACKER = "attacker@example.be";
const WITHOUT_COMPANY = { ...NAME, country: "Belgium", countryCode: "BE" };

/** Orders that break whoever thinks that orders are simple. */
const strange: Readonly<Record<string, object>> = {
  hostile: { kind: "hostile" },
  "hostile person": { kind: "hostile", email: ATTACKER, billingAddress: WITHOUT_COMPANY },
  free: { kind: "free" },
  "sixty lines": { kind: "long" },
  anonymous: { kind: "anonymous" },
  yen: { kind: "yen" },
  dollars: { kind: "dollars" },
  "a tip and a gift card": { kind: "tipAndGiftCard" },
  "prices without VAT": { kind: "taxExcluded" },
  export: { kind: "export" },
  "gift card only": { lines: [GIFT_CARD], shipping: [] },
  "no address": { billingAddress: null, shippingAddress: null },
  "a line below zero": {
    lines: [
      { title: "Vaas", unitPrice: "20.00", rates: [VAT] },
      { title: "Statiegeld terug", unitPrice: "-2.50", rates: [VAT] },
    ],
    shipping: [],
  },
  "five hundred lines": { lines: Array.from({ length: 500 }, () => CAULIFLOWER), shipping: [] },
};
const placed = new Map<string, Awaited<ReturnType<typeof createOrder>>>();
const placedAs = (name: string) => {
  const order = placed.get(name);
  if (order === undefined) throw new Error(`no order ${name}`);
  return order;
};

beforeAll(async () => {
  await installDocket(running());
  await grantLargestPlan(database());
  for (const [name, wish] of Object.entries(strange)) placed.set(name, await createOrder(wish));
});

describe("a strange order", () => {
  it.each(Object.keys(strange))("%s: one invoice over what was charged", async (name) => {
    const { gid, currentTotal, currencyCode } = placedAs(name);
    const document = await untilInvoiced(prisma(), { gid });
    expect({ total: Number(document.total), currency: document.currency }).toEqual({
      total: Number(currentTotal),
      currency: currencyCode,
    });
    expect(await prisma().document.count({ where: { orderId: gid } })).toBe(1);
    expect(await printedText(document.id)).toContain(document.number);
  });

  it("left no event that failed", async () => {
    await untilEventsAreSettled(prisma());
    expect(await prisma().inboundEvent.findMany({ where: { state: "failed" } })).toEqual([]);
  });

  it("without an e-mail address is issued, not sent, and the timeline says why", async () => {
    const { deliveries, timeline } = await untilInvoiced(prisma(), placedAs("anonymous"));
    expect(deliveries).toEqual([]);
    expect(timeline).toContainEqual(
      expect.objectContaining({
        type: "sendingFailed",
        detail: "The order has no e-mail address.",
      }),
    );
  });
});

describe("an order without VAT, and nothing that says why", () => {
  it("waits as a draft without a number, and its page says what to mend", async () => {
    const stamp = { title: "Postzegel", unitPrice: "1.10" };
    const { gid } = await createOrder({ lines: [stamp], shipping: [] });
    const draft = await until(
      async () => (await prisma().document.findFirst({ where: { orderId: gid } })) ?? undefined,
      { seconds: 30, what: "the draft of the stamp" },
    );
    await untilEventsAreSettled(prisma());
    expect(await prisma().document.findMany({ where: { orderId: gid } })).toMatchObject([
      { id: draft.id, state: "draft", number: null, sequence: null },
    ]);
    const page = await askAs(running())(
      `/app/documents/${draft.id}?_data=routes/app.documents.$documentId`,
    );
    expect(await page.json()).toMatchObject({
      findings: [{ ruleId: "ART-226-11", severity: "error", mendAt: "vat" }],
    });
  });
});

describe("a customer named as an attack", () => {
  it("stands on the PDF letter by letter", async () => {
    const printed = await printedText((await untilInvoiced(prisma(), placedAs("hostile"))).id);
    expect(printed).toContain(`${NAME.firstName} ${NAME.lastName}`);
    expect(printed).toContain("*Bold* $x^2$ {{ 7 | times: 7 }}");
    expect(printed).toContain('\'; DROP TABLE "Order"; --');
    expect(printed).toContain("Kop <img src=x onerror=alert(2)>");
    expect(printed).toContain("#strong[x]");
  });

  it("is text in the mail", async () => {
    const mail = await until(
      async () => (await running().mails()).find(({ to }) => to[0]?.address === ATTACKER),
      { seconds: 20, what: "the mail to the attacker" },
    );
    expect(mail.html).toContain("Beste &lt;script&gt;alert(1)&lt;/script&gt; #{panic()} &amp; ");
    expect(mail.html).not.toMatch(/<script|<img src=x/);
  });

  it("is text in the admin", async () => {
    const { id } = await untilInvoiced(prisma(), placedAs("hostile"));
    const { stack, appPath } = running();
    const page = await browser.newPage();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const app = page.frameLocator("#app-iframe");
    await page.goto(`${stack.adminUrl}${appPath}/documents/${id}`);
    await app.getByText("*Bold* $x^2$ {{ 7 | times: 7 }}").first().waitFor();
    await app.getByText("</textarea><script>alert(3)</script>").first().waitFor();
    await app.locator("img[src^='blob:']").first().waitFor();
    await page.goto(`${stack.adminUrl}${appPath}/documents`);
    await app.getByText("*Bold*", { exact: false }).first().waitFor();
    expect(dialogs).toEqual([]);
    expect(browser.pageErrors).toEqual([]);
  });
});

describe("Shopify in a bad mood", () => {
  it("limits us, is away for a moment, and ends our tokens while orders come in: every invoice is made", async () => {
    const { control } = running();
    const orders: PlacedOrder[] = [];
    for (const fault of [{ throttleNext: 5 }, { unavailableNext: 3 }]) {
      await control("faults", fault);
      orders.push(await createOrder({}), await createOrder({ kind: "business" }));
    }
    await control("expireTokens");
    for (let count = 0; count < 4; count += 1) orders.push(await createOrder({}));
    for (const order of orders) await untilInvoiced(prisma(), order);
    await untilEventsAreSettled(prisma());
    expect(await prisma().inboundEvent.count({ where: { state: "failed" } })).toBe(0);
  });

  it("takes our access away: opening Docket brings it back, and what came meanwhile is made", async () => {
    const { control } = running();
    await control("expireTokens", { which: "all" });
    const order = await createOrder({});
    const isForgotten = async () => (await prisma().session.count()) === 0 || undefined;
    await until(isForgotten, { seconds: 10, what: "the useless token forgotten" });
    expect(await prisma().document.count({ where: { orderId: order.gid } })).toBe(0);

    await installDocket(running());
    await untilInvoiced(prisma(), order);
  });

  it("left every number series whole: no gap, no double, one invoice an order", async () => {
    const documents = await prisma().document.findMany({ where: { state: "issued" } });
    expect(await prisma().document.count()).toBe(documents.length + 1); // the stamp still waits
    expect(new Set(documents.map(({ orderId }) => orderId)).size).toBe(documents.length);
    expect(
      documents.map(({ sequence }) => sequence).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(documents.map((_, index) => index + 1));
    expect(await verifyAll(database(), running())).toEqual([]);
  });
});
