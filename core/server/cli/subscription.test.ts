import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "#domain/merchant";
import { testDatabase } from "../../../tests/support/database.ts";
import { LARGEST_PLAN } from "../../../tests/support/largest-plan.ts";
import { billingStore } from "../../adapters/storage/prisma/billing-store.ts";
import { shopDirectory } from "../../adapters/storage/prisma/shop-directory.ts";

const database = await testDatabase();

/** The command as people run it. */
const run = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const command = ["core/server/cli/docket.ts", "subscription", ...args];
    const env = { ...process.env, DATABASE_URL: database.url };
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ code, stdout, stderr });
    });
  });

const shops = shopDirectory(database);
const aShop = async (domain: string) => {
  const shop = await shops.connectShop({ platform: "woocommerce", domain }, defaultSettings());
  return billingStore(database, shop.merchantId);
};

describe("subscription", () => {
  it("settles a wish: grant, show, another end, end", async () => {
    const domain = "bakker.example";
    const billing = await aShop(domain);
    await billing.applyEvent({
      type: "directRequested",
      request: {
        requestId: "wish",
        planId: "starter",
        interval: "yearly",
        requestedAt: "2026-11-20T10:00:00.000Z",
      },
    });
    expect((await run("list")).stdout).toBe(
      "bakker.example: Free (none), 0 documents this month, asks for direct Starter, yearly\n",
    );
    const wanted = ["--shop", domain, "--plan", "starter", "--interval", "yearly"];
    const granted = await run("grant", ...wanted, "--until", "2098-12-31");
    expect(granted).toMatchObject({
      code: 0,
      stdout:
        "bakker.example: Starter (ending until 2098-12-31), billed by direct, 0 documents this month\n",
    });
    await run("grant", ...wanted, "--until", "2099-12-31");
    expect((await billing.loadAccount()).subscriptions).toMatchObject([
      { channel: "direct", planId: "starter", endsAt: "2099-12-31T23:59:59.999Z" },
    ]);
    const shown = (await run("show", "--shop", domain)).stdout;
    expect(shown).toContain("  direct starter yearly 90.00 USD, active, from ");
    expect(shown).toContain("granted (direct): free none -> starter ending\n");
    expect((await run("end", "--shop", domain)).stdout).toMatch(
      /^bakker\.example: Free \(cancelled\)/,
    );
  });

  it("grants nothing beside what another biller renews", async () => {
    const billing = await aShop("kapper.example");
    await billing.applyEvent({
      type: "observed",
      channel: "wordpress",
      at: "2026-11-20T10:00:00.000Z",
      subscriptions: [
        {
          externalId: "key",
          planId: "business",
          interval: "yearly",
          priceUsd: "290.00",
          status: "active",
          startedAt: "2026-11-20T10:00:00.000Z",
          trialEndsAt: null,
          paidUntil: "2099-11-20T10:00:00.000Z",
          endsAt: null,
          usage: null,
          isTest: false,
        },
      ],
    });
    await billing.applyEvent(LARGEST_PLAN); // what counts is not what is renewed
    const grant = [
      "grant",
      "--shop",
      "kapper.example",
      "--plan",
      "starter",
      "--until",
      "2099-12-31",
    ];
    expect(await run(...grant)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^The merchant has a wordpress subscription that is renewed/),
    });
    expect((await billing.loadAccount()).subscriptions).toHaveLength(2);
  });

  it.each([
    [["give"], 2, "subscription: expected list, show, grant or end; see npm run docket -- help"],
    [["show"], 2, "--shop is missing; see npm run docket -- help"],
    [
      ["show", "--shop", "x"],
      2,
      "--shop x: there is no such shop; there are: bakker.example, kapper.example",
    ],
    [
      ["grant", "--shop", "bakker.example", "--plan", "gold", "--until", "2099-12-31"],
      2,
      "--plan gold: expected one of free, starter, business",
    ],
    [
      ["grant", "--shop", "bakker.example", "--plan", "starter", "--until", "soon"],
      2,
      "--until soon: expected a date such as 2027-01-31",
    ],
    [
      ["grant", "--shop", "bakker.example", "--plan", "starter", "--until", "2020-01-31"],
      2,
      "--until 2020-01-31: that day is over",
    ],
    [["end", "--shop", "bakker.example"], 3, "The merchant has no subscription to end."],
  ])("refuses %j", async (args, code, message) => {
    expect(await run(...args)).toEqual({ code, stdout: "", stderr: `${message}\n` });
  });
}, 60_000);
