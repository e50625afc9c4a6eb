import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locateRules } from "#adapters/einvoice-rules/saxon";
import { eInvoiceOf, writeCii, writeUbl } from "#domain/einvoice";
import { sampleDocument } from "../../../tests/golden/sample-documents.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "docket-validate-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as people run it. */
function validate(place: string, environment: Readonly<Record<string, string>> = {}) {
  return new Promise<Outcome>((resolve) => {
    const command = ["core/server/cli/docket.ts", "validate", "--ubl", place];
    const env = { ...process.env, ...environment };
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error === null ? 0 : 1;
      resolve({ code, stdout: stdout.replaceAll(`${folder}/`, ""), stderr });
    });
  });
}

async function inFolder(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

function eInvoice() {
  const invoice = eInvoiceOf(sampleDocument({ order: { deliveredDate: "2026-11-20" } }));
  if (!invoice.ok) throw new Error(invoice.problem.message);
  return invoice.value;
}

describe("reads", () => {
  it.each([
    ["no such file", "nothing-here", "--ubl nothing-here: no such file or directory"],
    ["a folder without XML", "empty", "there is no *.xml file in this folder"],
  ])("nothing from %s", async (_, name, message) => {
    await mkdir(path.join(folder, "empty"), { recursive: true });
    const place = name === "empty" ? path.join(folder, name) : name;
    const { code, stderr } = await validate(place);
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });

  it("nothing when the rules are not there, and says so loudly", async () => {
    const file = await inFolder("invoice.xml", writeUbl(eInvoice()));
    const { code, stdout, stderr } = await validate(file, { EN16931_RULES: "/nowhere" });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("!!!!\nNOT CHECKED.");
    expect(stderr).toContain("/nowhere/ubl/xslt/EN16931-UBL-validation.xslt");
  });
});

const missing = locateRules(process.env).findMissing();

describe.skipIf(missing.length > 0)("judges (skipped: the rules are missing here)", () => {
  it("an invoice in both syntaxes, and finds nothing", async () => {
    await inFolder("good/a/invoice.ubl.xml", writeUbl(eInvoice()));
    await inFolder("good/a/invoice.cii.xml", writeCii(eInvoice()));
    await inFolder("good/notes.txt", "no XML");
    expect(await validate(path.join(folder, "good"))).toEqual({
      code: 0,
      stdout:
        "good/a/invoice.cii.xml: 0 fatal, 0 warnings\n" +
        "good/a/invoice.ubl.xml: 0 fatal, 0 warnings\n" +
        "2 files: 0 fatal, 0 warnings\n",
      stderr: "",
    });
  });

  it("what is wrong, by its rules, and goes on after what is no invoice", async () => {
    const good = writeUbl(eInvoice());
    await inFolder("bad/1.xml", good.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, "$11.00"));
    await inFolder("bad/2.xml", "<html/>");
    await inFolder("bad/3.xml", good.replace("</cac:Party>", ""));
    await inFolder("bad/4.xml", good.replace("<Invoice", '<!DOCTYPE x SYSTEM "y"><Invoice'));
    await inFolder("bad/5.xml", '<Invoice xmlns="urn:other"/>');
    const { code, stdout, stderr } = await validate(path.join(folder, "bad"));
    expect([code, stderr]).toEqual([3, ""]);
    expect(stdout.split("\n")).toEqual([
      "bad/1.xml: 1 fatal, 0 warnings",
      expect.stringMatching(/^ {2}fatal BR-CO-16: \[BR-CO-16\]-Amount due for payment/),
      "bad/2.xml: 1 fatal, 0 warnings",
      "  fatal XML: The root is neither Invoice, CreditNote nor CrossIndustryInvoice.",
      "bad/3.xml: 1 fatal, 0 warnings",
      expect.stringMatching(/^ {2}fatal XML: .*"cac:Party" must be terminated/),
      "bad/4.xml: 1 fatal, 0 warnings",
      "  fatal XML: A document type declaration has no place in an e-invoice.",
      "bad/5.xml: 1 fatal, 0 warnings",
      "  fatal XML: No rule looked at it.",
      "5 files: 5 fatal, 0 warnings",
      "",
    ]);
  });
});
