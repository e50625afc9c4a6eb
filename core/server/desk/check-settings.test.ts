import { describe, expect, it } from "vitest";
import { checkText } from "#adapters/text/liquid";
import { defaultSettings, merchantSettingsSchema, type MerchantSettings } from "#domain/merchant";
import { checkSettings } from "./check-settings.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const issued = [{ journalId: "invoices", nextNumber: 8, issuedCount: 7, lastNumber: "2026-0007" }];
const before = defaultSettings();
const check = (change: object, from: MerchantSettings = before) =>
  checkSettings(from, change, { journals: issued, checkText, now: NOW });
const errorsOf = (change: object, from: MerchantSettings = before) => {
  const checked = check(change, from);
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

describe("a field that is wrong says so in a sentence", () => {
  it.each(["-1", "", "abc", "1.5", 1.5, -1, 366])("days to pay: %j", (termDays) => {
    expect(errorsOf({ payment: { ...before.payment, termDays } })).toEqual({
      "payment.termDays": "Give a whole number of days, from 0 to 365.",
    });
  });

  it.each(["", "x", "1.5"])("where numbers start: %j", (startNumber) => {
    expect(errorsOf({ journals: journals({ startNumber }) })).toEqual({
      "journals.0.startNumber": "Give a whole number, such as 116.",
    });
  });

  it("and of several the first", () => {
    expect(errorsOf({ journals: journals({ pattern: "" }) })).toMatchObject({
      "journals.0.pattern": "Give a pattern, such as {year}-{number:4}.",
    });
  });

  it("each journal has a name of its own", () => {
    expect(errorsOf({ journals: journals({ name: "credit NOTES" }) })).toEqual({
      "journals.1.name": "Another journal is called Credit notes; give this one a name of its own.",
    });
  });
});

describe("VAT numbers in other countries", () => {
  const belgian = merchantSettingsSchema.parse({
    seller: { vatIdentifier: "BE0417497106", address: { countryCode: "BE" } },
  });
  const registered = (countryCode: string, vatIdentifier: string) => ({
    vat: { ...belgian.vat, registrations: [{ countryCode, vatIdentifier }] },
  });

  it.each([
    ["FR", "40303265045"],
    ["DE", "DE136695976"],
    ["GR", "GR094279805"],
    ["GR", "EL094279805"],
    ["GB", "GB980780684"],
    ["GB", "XI432525179"],
    ["CH", "CHE-116.281.710 MWST"],
    ["AU", "AU51824753556"],
  ])("%s: %s is taken", (countryCode, vatIdentifier) => {
    expect(errorsOf(registered(countryCode, vatIdentifier), belgian)).toEqual({});
  });

  it.each([
    ["US", "hello", "begins with US"],
    ["US", "US hello", "begins with US"],
    ["US", "51824753556", "Expected a VAT number with its country"],
    ["DE", "FR40303265045", "begins with DE"],
    ["GR", "FR40303265045", "begins with EL"],
    ["GB", "DE136695976", "begins with GB or XI"],
    ["FR", "FR40303265046", "Expected a VAT number with its country"],
    ["FR", "BE0417497106", "That is your own number"],
  ])("%s: %s is refused: %s", (countryCode, vatIdentifier, words) => {
    expect(errorsOf(registered(countryCode, vatIdentifier), belgian)).toEqual({
      "vat.registrations.0.vatIdentifier": expect.stringContaining(words),
    });
  });

  it("the own country is none of them, from either side", () => {
    expect(errorsOf(registered("BE", "BE0403019261"), belgian)).toEqual({
      "vat.registrations.0.countryCode": expect.stringContaining("it stands under Seller"),
    });
    const alsoFrench = merchantSettingsSchema.parse({
      ...belgian,
      ...registered("FR", "FR40303265045"),
    });
    const seller = { ...belgian.seller, address: { ...belgian.seller.address, countryCode: "FR" } };
    expect(errorsOf({ seller }, alsoFrench)).toEqual({
      "seller.address.countryCode": expect.stringContaining("Remove it there first"),
    });
  });

  it("what was saved before there was this check keeps no other page from saving", () => {
    const old = merchantSettingsSchema.parse({ ...belgian, ...registered("US", "hello") });
    expect(errorsOf({ payment: belgian.payment, seller: belgian.seller }, old)).toEqual({});
  });

  it("do not go with charging no VAT at all, nor does the One-Stop Shop", () => {
    const small = (changes: object) => ({
      vat: { ...belgian.vat, isSmallBusiness: true, ...changes },
    });
    const refused = { "vat.isSmallBusiness": expect.stringContaining("Keep one of the two.") };
    expect(errorsOf(small({ usesOss: true }), belgian)).toEqual(refused);
    expect(
      errorsOf(
        small({ registrations: registered("FR", "FR40303265045").vat.registrations }),
        belgian,
      ),
    ).toEqual(refused);
    expect(errorsOf(small({}), belgian)).toEqual({});
  });
});

it("an electronic address is looked at when it is saved", () => {
  const at = (electronicAddress: object) => ({
    eInvoicing: { ...before.eInvoicing, electronicAddress },
  });
  expect(errorsOf(at({ scheme: "0208", value: "0417497106" }))).toEqual({});
  expect(errorsOf(at({ scheme: "0208", value: "0417497107" }))).toEqual({
    "eInvoicing.electronicAddress.value":
      "Expected a Belgian enterprise number of ten digits, such as 0417497106; check the digits.",
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
