import { describe, expect, it } from "vitest";
import { checkText } from "#adapters/text/liquid";
import { defaultSettings, merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { checkSettings } from "./check-settings.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const issued = [{ journalId: "invoices", nextNumber: 8, issuedCount: 7, lastNumber: "2026-0007" }];
const before = defaultSettings();
const check = (change: object, from: MerchantSettings = before) =>
  checkSettings(from, change, { journals: issued, checkText, now: NOW });
const errorsOf = (change: object) => {
  const checked = check(change);
  return checked.ok ? {} : checked.problem.fieldErrors;
};
const journals = (changes: object) =>
  before.journals.map((journal) =>
    journal.journalId === "invoices" ? { ...journal, ...changes } : journal,
  );

describe("a journal that has issued", () => {
  it("stays, with its start and its yearly reset", () => {
    const without = before.journals.filter(({ journalId }) => journalId !== "invoices");
    const rules = before.rules.map((rule) => ({ ...rule, journalId: "receipts" }));
    expect(errorsOf({ journals: without, rules })).toEqual({
      journals: expect.stringContaining("has issued 2026-0007, so it stays"),
    });
    expect(errorsOf({ journals: journals({ startNumber: 100 }) })).toEqual({
      "journals.0.startNumber": expect.stringContaining("2026-0007 is issued"),
    });
    expect(errorsOf({ journals: journals({ resetsYearly: false }) })).toEqual({
      "journals.0.resetsYearly": expect.stringContaining("keeps its yearly start"),
    });
  });

  it("keeps its pattern, so that no other journal can give its numbers again", () => {
    const renamed = journals({ pattern: "F{year}-{number:5}" });
    const second = { ...before.journals[0], journalId: "second" };
    expect(errorsOf({ journals: renamed })).toEqual({
      "journals.0.pattern": expect.stringContaining("keeps its pattern"),
    });
    expect(errorsOf({ journals: [...renamed, second] })).toHaveProperty(["journals.0.pattern"]);
  });

  it("may get another name", () => {
    expect(check({ journals: journals({ name: "Sales" }) }).ok).toBe(true);
  });
});

it("names the placeholder that does not exist, in its own field", () => {
  const texts = structuredClone(before.texts);
  const captions = {
    ...texts.captions,
    paid: { ...texts.captions.paid, fr: "{{ document.nummer }}" },
  };
  expect(errorsOf({ texts: { ...texts, captions } })).toEqual({
    "texts.captions.paid.fr": expect.stringContaining("{{ document.nummer }}"),
  });
});

describe("a rule begins", () => {
  const rule = { ruleId: "r", kind: "receipt", event: "orderPaid", journalId: "receipts" } as const;
  const sinceOf = (from: MerchantSettings, change: object) => {
    const checked = check(change, from);
    return checked.ok ? checked.value.rules.map(({ activeSince }) => activeSince) : checked.problem;
  };
  const old = merchantSettingsSchema.parse({
    rules: [{ ...rule, activeSince: "2026-01-01T00:00:00Z" }],
  });

  it("when it is made, switched on, or asks for something else", () => {
    const kept = before.rules.map(() => undefined);
    expect(sinceOf(before, { rules: [...before.rules, rule] })).toEqual([...kept, NOW]);
    expect(sinceOf(old, { rules: [{ ...rule, event: "orderCreated" }] })).toEqual([NOW]);
  });

  it("and keeps its beginning when only its journal or delivery changes", () => {
    const moved = { rules: [{ ...rule, journalId: "invoices", delivery: "draft" }] };
    expect(sinceOf(old, moved)).toEqual(["2026-01-01T00:00:00Z"]);
  });
});
