import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ORDERS = "tests/orders";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "docket-dry-run-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const execute = promisify(execFile);

/** The command as people run it. */
function docket(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const command = ["core/server/cli/docket.ts", "dry-run", ...args];
    execFile(process.execPath, command, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error === null ? 0 : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

const shopify = (order: string, ...more: readonly string[]) =>
  docket("--platform", "shopify", "--order", order, ...more);

const inFolder = async (name: string, content: string): Promise<string> => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
};

it("writes the golden document and its PDF, and prints the totals", async () => {
  const out = path.join(folder, "one");
  const { code, stdout, stderr } = await shopify(
    `${ORDERS}/shopify/cash-rounded-at-the-till.json`,
    "--settings",
    `${ORDERS}/settings.json`,
    "--date",
    "2026-11-21",
    "--out",
    out,
  );
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(
    "cash-rounded-at-the-till.json: invoice 2026-0001 for order #1031: 9.45 + VAT 0.57 = 10.02 EUR, " +
      "rounding -0.02, paid 10.00, due 0.00\n",
  );
  const made = path.join(out, "cash-rounded-at-the-till");
  expect(await readFile(path.join(made, "document.json"), "utf8")).toBe(
    await readFile("tests/golden/shopify/cash-rounded-at-the-till.document.json", "utf8"),
  );
  const pdf = await readFile(path.join(made, "document.pdf"));
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

it("makes what it can of a folder, and says of each other file which field and why", async () => {
  const orders = path.join(folder, "mixed");
  await cp(`${ORDERS}/refused`, orders, { recursive: true });
  const minimal = await readFile(`${ORDERS}/shopify/minimal.json`, "utf8");
  await inFolder("mixed/with-a-byte-order-mark.json", `\uFEFF${minimal}`);
  await inFolder("mixed/._hidden.json", "not an order");
  await inFolder("mixed/notes.txt", "not an order");
  const out = path.join(folder, "mixed-out");
  const { code, stdout, stderr } = await shopify(orders, "--kind", "receipt", "--out", out);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^with-a-byte-order-mark\.json: receipt R\d{4}-\d{4} for order #1001: /);
  expect(await readdir(out)).toEqual(["with-a-byte-order-mark"]);
  const told = stderr
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(`${orders}/`, ""));
  expect(told).toEqual([
    "amount-with-a-comma.json: lineItems[0].originalUnitPriceSet.shopMoney.amount: expected an amount such as 12.50",
    expect.stringMatching(
      /^does-not-add-up\.json: total: .* come to 10\.00 EUR, but .* is 15\.00 EUR/,
    ),
    "huge-amount.json: totalPriceSet.shopMoney.amount: has too many digits",
    "lines-cut-off.json: lineItems: has more pages than the file holds",
    "list-instead-of-object.json: billingAddress: expected a group of fields, found a list",
    "name-missing.json: name: is missing",
    expect.stringMatching(/^no-lines\.json: lines: Order #1001 has no lines/),
    expect.stringMatching(/^not-json\.json: is not JSON: /),
    "other-currency.json: lineItems[0].originalUnitPriceSet: has no amount in EUR, the currency the buyer paid in",
    "prototype.json: id: is missing",
    "quantity-is-text.json: lineItems[0].quantity: expected a number, found text",
    expect.stringMatching(/^tax-is-not-the-rate\.json: taxLines: .* 0\.95 EUR of VAT at 21 %/),
  ]);
});

describe("the document doctor", () => {
  const DOCTOR = `${ORDERS}/doctor`;
  const settings = ["--settings", `${ORDERS}/settings.json`];

  it("refuses with 3, says what to mend, and leaves its report", async () => {
    const out = path.join(folder, "doctor");
    const { code, stdout, stderr } = await shopify(DOCTOR, ...settings, "--out", out);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/rate-without-tax\.json: lines\[0\]\.vat: .*\(ART-226-11\)$/),
      expect.stringMatching(
        /wrong-enterprise-number\.json: buyer\.vatIdentifier: .*\(PEPPOL-COMMON-R043\)$/,
      ),
      "",
    ]);
    const refused = path.join(out, "wrong-enterprise-number");
    expect(await readdir(refused)).toEqual(["report.json"]);
    expect(JSON.parse(await readFile(path.join(refused, "report.json"), "utf8"))).toMatchObject({
      number: null,
      findings: [
        {
          ruleId: "PEPPOL-COMMON-R043",
          severity: "error",
          mendAt: "order",
          message: { nl: expect.any(String), fr: expect.any(String), de: expect.any(String) },
        },
      ],
    });
  });
});

describe("a credit note", () => {
  const order = `${ORDERS}/shopify/refund-in-two-parts.json`;
  const settings = ["--settings", `${ORDERS}/settings.json`, "--date", "2026-11-21"];

  it("of one refund comes with every file, and its XML is the one inside the PDF", async () => {
    const out = path.join(folder, "credit");
    const more = [...settings, "--kind", "creditNote", "--out", out];
    const { code, stdout, stderr } = await shopify(order, ...more);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("creditNote CN2026-0001 for order ");
    const made = path.join(out, "refund-in-two-parts");
    expect(await readdir(made)).toEqual([
      "document.json",
      "document.pdf",
      "factur-x.pdf",
      "invoice.cii.xml",
      "invoice.ubl.xml",
      "report.json",
    ]);
    const inside = path.join(folder, "inside.xml");
    await execute("pdfdetach", ["-save", "1", "-o", inside, path.join(made, "factur-x.pdf")]);
    const kept = await readFile(path.join(made, "invoice.cii.xml"));
    expect((await readFile(inside)).equals(kept)).toBe(true);
  });

  it("names the refunds there are when it is asked for another", async () => {
    const { code, stderr } = await shopify(order, ...settings, "--refund", "9", "--out", folder);
    expect(code).toBe(3);
    expect(stderr).toMatch(/has no refund 9; expected one of gid:\/\/shopify\/Refund\/\d+, gid:/);
  });
});

it("ends with 3 when all can be read and one would not be right", async () => {
  const { code, stdout } = await shopify(
    `${ORDERS}/refused/does-not-add-up.json`,
    "--out",
    path.join(folder, "three"),
  );
  expect([code, stdout]).toEqual([3, ""]);
});

it("names every setting that is wrong", async () => {
  const settings = await inFolder(
    "settings.json",
    `{ "seller": { "vatIdentifier": "BE0417497107", "legalName": 5, "address": [], "vatNumber": "x" },
       "__proto__": { "language": "fr" }, "language": "es", "payment": { "termDays": "14" } }`,
  );
  const order = `${ORDERS}/shopify/minimal.json`;
  const { code, stderr } = await shopify(order, "--settings", settings, "--out", folder);
  expect(code).toBe(2);
  expect(stderr.trimEnd().split("\n")).toEqual([
    `${settings}: seller.legalName: expected text, found a number`,
    `${settings}: seller.vatIdentifier: expected a VAT number with its country, such as BE0417497106; check the digits`,
    `${settings}: seller.address: expected a group of fields, found a list`,
    `${settings}: seller.vatNumber: is not known here; check the spelling`,
    `${settings}: language: expected one of nl, fr, de, en`,
    `${settings}: payment.termDays: give a whole number of days, from 0 to 365`,
    `${settings}: __proto__: is not known here; check the spelling`,
  ]);
});

describe("refuses, with 2 and a sentence,", () => {
  const order = `${ORDERS}/shopify/minimal.json`;
  const platform = ["--platform", "shopify"];
  it.concurrent.each([
    [
      "another platform",
      ["--platform", "magento"],
      "--platform magento: expected shopify or woocommerce",
    ],
    ["no platform", ["--order", order], "--platform is missing; see npm run docket -- help"],
    ["no order", [...platform, "--out", "out"], "--order is missing; see npm run docket -- help"],
    ["no out", [...platform, "--order", order], "--out is missing; see npm run docket -- help"],
    ["an unknown option", [...platform, "--colour", "red"], "Unknown option '--colour'"],
    [
      "a kind it cannot make",
      [...platform, "--order", order, "--out", "out", "--kind", "quote"],
      "--kind quote: expected one of orderConfirmation, proforma, deliveryNote, receipt, invoice, creditNote",
    ],
    [
      "a day that no calendar has",
      [...platform, "--order", order, "--out", "out", "--date", "2026-02-30"],
      "--date 2026-02-30: expected a date such as 2026-11-21",
    ],
    [
      "a file that is not there",
      [...platform, "--order", "nowhere.json", "--out", "out"],
      "nowhere.json: no such file or directory",
    ],
    [
      "a folder without orders",
      [...platform, "--order", "docs", "--out", "out"],
      "docs: there is no *.json file in this folder",
    ],
    [
      "an out that is a file",
      [...platform, "--order", order, "--out", "package.json/out"],
      "--out package.json/out: not a directory",
    ],
  ])("%s", async (_, args, sentence) => {
    const { code, stdout, stderr } = await docket(...args);
    expect([code, stdout, stderr]).toEqual([2, "", `${sentence}\n`]);
  });
});
