import { describe, expect, it } from "vitest";
import { defaultSettings, languageOf, merchantSettingsSchema, paidStateOf } from "./index.ts";

const problemsOf = (settings: unknown) =>
  merchantSettingsSchema
    .safeParse(settings)
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

it("makes a whole set of nothing, and reads its own defaults back", () => {
  const settings = defaultSettings();
  expect(merchantSettingsSchema.parse(structuredClone(settings))).toEqual(settings);
  expect(settings.rules).toMatchObject([
    { kind: "invoice", event: "orderPaid", delivery: "send" },
    { kind: "creditNote", event: "orderRefunded", delivery: "send" },
  ]);
});

it.each([
  ["invoice", true, "paid"],
  ["invoice", false, "toBePaid"],
  ["creditNote", true, "credited"],
  ["creditNote", false, "credited"],
] as const)("of a %s (paid: %s) the text is %s", (kind, isPaid, state) => {
  expect(paidStateOf({ kind, isPaid })).toBe(state);
});

it("gives the words for credit notes to settings from before there were any", () => {
  const { captions, mails } = defaultSettings().texts;
  const texts = {
    captions: { paid: captions.paid, toBePaid: captions.toBePaid },
    mails: { paid: mails.paid, toBePaid: mails.toBePaid },
  };
  expect(merchantSettingsSchema.parse({ texts }).texts).toEqual({ captions, mails });
});

it("tidies identifiers", () => {
  const { seller } = merchantSettingsSchema.parse({
    seller: {
      vatIdentifier: "be 0417.497.106",
      enterpriseNumber: "0417.497.106",
      iban: "BE68 5390 0754 7034",
      address: { countryCode: "be" },
    },
  });
  expect(seller).toMatchObject({
    vatIdentifier: "BE0417497106",
    enterpriseNumber: "0417497106",
    iban: "BE68539007547034",
    address: { countryCode: "BE" },
  });
});

describe("names the field and what to do", () => {
  it.each([
    [{ seller: { vatIdentifier: "BE0417497107" } }, "seller.vatIdentifier: expected a VAT number"],
    [
      { seller: { enterpriseNumber: "0417497107", address: { countryCode: "BE" } } },
      "seller.enterpriseNumber: expected a Belgian",
    ],
    [{ seller: { iban: "BE68539007547035" } }, "seller.iban: expected an IBAN"],
    [{ seller: { bic: "X" } }, "seller.bic: expected a BIC"],
    [{ seller: { email: "nobody" } }, "seller.email: expected an e-mail address"],
    [{ timeZone: "Mars/Olympus" }, "timeZone: expected a time zone"],
    [{ brand: { color: "red" } }, "brand.color: expected a colour"],
    [{ payment: { termDays: -1 } }, "payment.termDays: give a whole number of days"],
    [{ journals: [] }, "journals: keep one journal"],
    [
      {
        journals: [
          { journalId: "invoices", name: "A", pattern: "{year}-{number:4}" },
          { journalId: "b", name: "B", pattern: "{year}-{number}" },
        ],
      },
      "journals.1.pattern: another journal counts by this pattern",
    ],
    [{ selller: {} }, ': Unrecognized key: "selller"'],
    [
      { rules: [{ ruleId: "r", kind: "invoice", event: "orderPaid", journalId: "nowhere" }] },
      "rules.0.journalId: there is no journal nowhere; choose one of invoices",
    ],
  ])("%j", (settings, expected) => {
    expect(problemsOf(settings).join("\n")).toContain(expected);
  });
});

it.each([
  ["fr-BE", "fr"],
  ["de", "de"],
  ["ja", "nl"],
  [null, "nl"],
])("writes to a customer of locale %s in %s", (locale, language) => {
  expect(languageOf(locale, "nl")).toBe(language);
});
