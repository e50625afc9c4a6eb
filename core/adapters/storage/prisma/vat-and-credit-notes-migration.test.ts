import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Journal, journalSchema, merchantSettingsSchema } from "#domain/merchant";
import { queryServer } from "../../../../tests/support/database-server.ts";
import { emptyTestDatabase } from "../../../../tests/support/database.ts";
import { migrate } from "./migrate.ts";

const MIGRATIONS = path.join(import.meta.dirname, "../../../../prisma/migrations");

const folder = await mkdtemp(path.join(tmpdir(), "docket-older-migrations-"));
afterAll(() => rm(folder, { recursive: true }));

/** The migrations of an older Docket. */
async function migrationsBefore(stamp: string): Promise<string> {
  for (const name of (await readdir(MIGRATIONS)).filter((each) => each < stamp)) {
    await cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

interface Numbered {
  readonly number: string;
  readonly sequence: number;
}

/** A row that every version of Docket can hold: without a number it is a draft. */
function oldDocument(journalId: string, numbered?: Numbered): string {
  const issued = numbered
    ? `'issued', '${numbered.number}', ${numbered.sequence}, '2026', '2026-11-20', 'hash', '', now()`
    : `'draft', NULL, NULL, NULL, NULL, NULL, NULL, NULL`;
  const orderId = `${journalId} ${numbered?.number ?? ""}`;
  return `INSERT INTO "Document" ("id", "merchantId", "shopId", "orderId", "kind", "journalId", "content", "orderNumber",
      "buyerName", "recipient", "currency", "total", "isPaid", "searchText", "listedDate",
      "state", "number", "sequence", "period", "issueDate", "hash", "previousHash", "issuedAt")
    VALUES (gen_random_uuid(), 'defaults', 'shop', '${orderId}', 'invoice', '${journalId}', '{}', '', '', '', 'EUR', 1,
      false, '', '2026-11-20', ${issued});`;
}

/** Two journals gave one number, when a pattern could still be changed to that of another. */
const OLD_DOCUMENTS = [
  `INSERT INTO "Shop" ("id", "merchantId", "platform", "domain") VALUES ('shop', 'defaults', 'shopify', 'a.example');`,
  oldDocument("invoices", { number: "2026-0001", sequence: 1 }),
  oldDocument("renamed", { number: "2026-0001", sequence: 1 }),
  oldDocument("renamed", { number: "2026-0002", sequence: 2 }),
  oldDocument("invoices"),
].join("\n");

describe("20261121224000_vat_and_credit_notes", async () => {
  const url = await emptyTestDatabase();
  await migrate(url, await migrationsBefore("20261121224000"));

  const journal = (journalId: string, pattern: string): Journal =>
    journalSchema.parse({ journalId, name: journalId, pattern });
  const OLD_JOURNALS = [
    journal("invoices", "{year}-{number:4}"),
    journal("receipts", "R{year}-{number:4}"),
  ];
  const RULES = [
    {
      ruleId: "invoice-when-paid",
      isActive: true,
      kind: "invoice",
      event: "orderPaid",
      when: "always",
      journalId: "invoices",
      delivery: "send",
    },
  ];
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, index) => journal(`j${index}`, `J${index}-{year}-{number}`));
  const stored = {
    defaults: { language: "fr", journals: OLD_JOURNALS, rules: RULES },
    "a pattern of its own": {
      journals: [...OLD_JOURNALS, journal("own", "CN{year}-{number:6}")],
      rules: RULES,
    },
    "nine journals": { journals: [...OLD_JOURNALS, ...crowd(7)], rules: RULES },
    "ten journals": { journals: [...OLD_JOURNALS, ...crowd(8)], rules: RULES },
    "a journal of that name": {
      journals: [...OLD_JOURNALS, journal("credit-notes", "{year}.{number}")],
      rules: [],
    },
  };
  const quoted = (value: unknown) => `'${JSON.stringify(value)}'`;
  for (const [id, settings] of Object.entries({ ...stored, nothing: {} })) {
    await queryServer(
      url,
      `INSERT INTO "Merchant" ("id", "settings") VALUES ('${id}', ${quoted(settings)})`,
    );
  }
  await queryServer(url, OLD_DOCUMENTS);
  await migrate(url);

  async function settingsOf(id: keyof typeof stored) {
    const rows = await queryServer(url, `SELECT "settings" FROM "Merchant" WHERE "id" = '${id}'`);
    const settings = merchantSettingsSchema.parse(rows[0]?.["settings"]);
    return {
      settings,
      added: settings.journals.slice(stored[id].journals.length),
      newRules: settings.rules.slice(stored[id].rules.length),
    };
  }
  const CREDIT_RULE = {
    ruleId: "credit-note-when-refunded",
    isActive: true,
    kind: "creditNote",
    event: "orderRefunded",
    when: "always",
    journalId: "credit-notes",
    delivery: "draft",
    activeSince: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  };

  it("gives stored settings the new journals and a rule that sends nothing", async () => {
    const { settings, added, newRules } = await settingsOf("defaults");

    expect(settings.language).toBe("fr");
    expect(settings.journals).toEqual([...OLD_JOURNALS, ...added]);
    expect(settings.rules).toEqual([...RULES, ...newRules]);
    const all = merchantSettingsSchema.parse({}).journals;
    expect(added).toEqual(
      all.filter(({ journalId }) => ["credit-notes", "proformas"].includes(journalId)),
    );
    expect(newRules).toEqual([CREDIT_RULE]);
  });

  it("leaves settings to their defaults where none are stored", async () => {
    const rows = await queryServer(url, `SELECT "settings" FROM "Merchant" WHERE "id" = 'nothing'`);
    expect(rows).toEqual([{ settings: {} }]);
  });

  it("adds no journal whose numbers another one gives, and no rule without its journal", async () => {
    const { added, newRules } = await settingsOf("a pattern of its own");

    expect(added.map(({ journalId }) => journalId)).toEqual(["proformas"]);
    expect(newRules).toEqual([]);
  });

  it("adds journals as long as there is room", async () => {
    const nine = await settingsOf("nine journals");
    const ten = await settingsOf("ten journals");

    expect(nine.added.map(({ journalId }) => journalId)).toEqual(["credit-notes"]);
    expect(nine.newRules).toEqual([CREDIT_RULE]);
    expect([ten.added, ten.newRules]).toEqual([[], []]);
  });

  it("leaves a journal of that name as the merchant made it", async () => {
    const { added, newRules } = await settingsOf("a journal of that name");

    expect(added.map(({ journalId }) => journalId)).toEqual(["proformas"]);
    expect(newRules).toEqual([CREDIT_RULE]);
  });

  it("keeps the documents there are, about all of their order, and their numbers", async () => {
    const rows = await queryServer(
      url,
      `SELECT "journalId", "number", "part" FROM "Document" ORDER BY "listPosition"`,
    );

    expect(rows).toEqual([
      { journalId: "invoices", number: "2026-0001", part: "" },
      { journalId: "renamed", number: "2026-0001", part: "" },
      { journalId: "renamed", number: "2026-0002", part: "" },
      { journalId: "invoices", number: null, part: "" },
    ]);
  });

  it.each(["2026-0001", "2026-0002"])("gives number %s to no other document", async (number) => {
    await expect(queryServer(url, oldDocument("new", { number, sequence: 9 }))).rejects.toThrow(
      "Document_number_merchantId_key",
    );
  });
});
