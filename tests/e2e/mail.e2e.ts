import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "./browser.ts";
import { useFickleMailServer } from "./fickle-mail-server.ts";
import {
  askAs,
  installDocket,
  untilInvoiced,
  useDatabase,
  verifyAll,
  type PlacedOrder,
} from "./shop-for-tests.ts";
import { until, useStack } from "./stack-for-tests.ts";

const mailServer = useFickleMailServer();
const running = useStack(() => ({ SMTP_URL: mailServer().smtpUrl }));
const database = useDatabase(running);
const browser = useBrowser();
const prisma = () => database().prisma;

const ANNA = { firstName: "Anna", lastName: "Devos", locale: "nl-BE" };

const payOrder = (email: string) =>
  running().control<PlacedOrder>("createOrder", {
    paid: true,
    email,
    customer: { ...ANNA, email },
  });

/** The newest delivery of an order, once it is as `state` and `attempts` say. */
const untilDelivery = (
  order: PlacedOrder,
  { state, attempts }: { readonly state: "waiting" | "sent" | "failed"; readonly attempts: number },
) =>
  until(
    async () => {
      const delivery = await prisma().delivery.findFirst({
        where: { document: { orderId: order.gid } },
        orderBy: { createdAt: "desc" },
      });
      return delivery?.state === state && delivery.attempts >= attempts ? delivery : undefined;
    },
    { seconds: 20, what: `a delivery that is ${state}` },
  );

async function openAdmin(place: string): Promise<{ page: Page; app: FrameLocator }> {
  const { stack, appPath } = running();
  const page = await browser.newPage();
  await page.goto(stack.adminUrl + appPath + place);
  return { page, app: page.frameLocator("#app-iframe") };
}

/** What half a minute of waiting does. */
const letTheWaitBeOver = async () => {
  await prisma()
    .$executeRaw`UPDATE "Delivery" SET "nextAttemptAt" = now() WHERE "nextAttemptAt" IS NOT NULL`;
  await prisma().$executeRaw`
    UPDATE pgboss.job SET start_after = now() WHERE name = 'deliver-document' AND state < 'active'`;
};

beforeAll(async () => {
  await installDocket(running());
});

describe("the mail server", () => {
  it("is down: the invoice is issued and its mail waits, with the reason and the next attempt in the admin", async () => {
    await mailServer().become("down");
    const order = await payOrder("down@example.be");
    const { id, number } = await untilInvoiced(prisma(), order);
    expect(number).toMatch(/-0001$/);
    const delivery = await untilDelivery(order, { state: "waiting", attempts: 1 });
    const waitSeconds = (Number(delivery.nextAttemptAt) - Date.now()) / 1000;
    expect(waitSeconds).toBeGreaterThan(20);
    expect(waitSeconds).toBeLessThanOrEqual(30);

    const { page, app } = await openAdmin(`/documents/${id}`);
    await app.getByText("On its way", { exact: true }).first().waitFor();
    await app.getByText("Next attempt", { exact: false }).waitFor();
    await app.getByText("The mail server could not be reached", { exact: false }).first().waitFor();

    await mailServer().become("up");
    await letTheWaitBeOver();
    const sent = await untilDelivery(order, { state: "sent", attempts: 2 });
    expect(sent).toMatchObject({ lastProblem: "", nextAttemptAt: null });
    expect(mailServer().mails.filter((mail) => mail.includes("To: down@example.be"))).toHaveLength(
      1,
    );
    await app.getByText("Sent to down@example.be", { exact: true }).waitFor();
    await page.close();
  });

  it("refuses an address: the invoice is under “Not delivered”, and goes to another address by “Send again”", async () => {
    mailServer().refused.add("wrong@example.be");
    const order = await payOrder("wrong@example.be");
    const failed = await untilDelivery(order, { state: "failed", attempts: 1 });
    expect(failed.lastProblem).toContain("The mail server does not accept this address");

    const { page, app } = await openAdmin("/documents?view=failed");
    const row = app.getByRole("row").filter({ hasText: order.name });
    await row.getByText("Not delivered", { exact: false }).waitFor();
    await row.getByRole("link").first().click();
    await app.getByText("550 5.1.1 no such mailbox", { exact: false }).first().waitFor();
    await page.locator("#title-actions").getByText("Send by e-mail", { exact: true }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByLabel("E-mail address").fill("right@example.be");
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await untilDelivery(order, { state: "sent", attempts: 1 });
    expect(mailServer().mails.filter((mail) => mail.includes("To: right@example.be"))).toHaveLength(
      1,
    );
    await app.getByText("Sent to right@example.be", { exact: true }).waitFor();
    const list = await askAs(running())(
      "/app/documents?view=failed&_data=routes/app.documents._index",
    );
    expect(((await list.json()) as { rows: unknown[] }).rows).toEqual([]);
    await page.close();
  });

  it("keeps silent: pages answer at once, the next invoices are made, and nothing is lost", async () => {
    await mailServer().become("silent");
    const orders = await Promise.all(
      ["1", "2", "3", "4", "5", "6"].map((count) => payOrder(`silent-${count}@example.be`)),
    );
    for (const order of orders) await untilInvoiced(prisma(), order);
    await until(async () => mailServer().heldCount > 0 || undefined, {
      seconds: 10,
      what: "Docket waiting for the mail server",
    });
    const ask = askAs(running());
    for (const path of [
      "/app/documents?_data=routes/app.documents._index",
      "/app?index&_data=routes/app._index",
      "/app/settings/sending?_data=routes/app.settings.sending",
    ]) {
      const startedAt = Date.now();
      await (await ask(path)).text();
      expect([path, Date.now() - startedAt < 1000]).toEqual([path, true]);
    }

    await mailServer().become("up");
    await untilAllSent(orders);
    const recipients = mailServer().mails.flatMap(
      (mail) => /^To: (?<to>silent-.*)$/m.exec(mail)?.groups?.["to"] ?? [],
    );
    expect(recipients.toSorted()).toEqual(
      orders.map((_, index) => `silent-${index + 1}@example.be`),
    );
  });

  it("left every number series whole and no page with an error", async () => {
    expect(await verifyAll(database(), running())).toEqual([]);
    expect(browser.pageErrors).toEqual([]);
  });
});

async function untilAllSent(orders: readonly PlacedOrder[]): Promise<void> {
  const orderIds = orders.map(({ gid }) => gid);
  await until(
    async () => {
      await letTheWaitBeOver();
      const sent = await prisma().delivery.count({
        where: { state: "sent", document: { orderId: { in: orderIds } } },
      });
      return sent === orders.length || undefined;
    },
    { seconds: 30, what: "all mails sent" },
  );
}
