import { describe, expect, it } from "vitest";
import type { VatTrace } from "#domain/document";
import { describeTrace } from "./index.ts";
import { aDraft, TO_FRANCE } from "./test-support.ts";
import { TRACE_WORDS } from "./trace-words.ts";

const trace = (changes: Partial<VatTrace>): VatTrace => ({
  parts: ["Mug"],
  vat: { category: "S", ratePercent: "5.5" },
  because: "chargedByShop",
  facts: {},
  ...changes,
});

describe("why something is taxed as it is", () => {
  it("names countries and number in the reader's language", () => {
    const [first] = aDraft(TO_FRANCE).vatTrace;
    expect(first && describeTrace(first)).toEqual({
      nl: "Goederen naar een onderneming in een andere lidstaat (België → Frankrijk, FR40303265045): intracommunautaire levering, geen btw.",
      fr: "Biens envoyés à une entreprise d’un autre État membre (Belgique → France, FR40303265045) : livraison intracommunautaire, pas de TVA.",
      de: "Ware an ein Unternehmen in einem anderen Mitgliedstaat (Belgien → Frankreich, FR40303265045): innergemeinschaftliche Lieferung, keine Umsatzsteuer.",
      en: "Goods sent to a business in another member state (Belgium → France, FR40303265045): intra-Community supply, no VAT.",
    });
  });

  it("names the rate and the tax", () => {
    const words = describeTrace(trace({ facts: { ratePercent: "5.5", title: "TVA" } }));
    expect(words.fr).toBe("La boutique a compté 5,5 % de TVA (TVA).");
    expect(words.en).toBe("The shop charged 5.5 % VAT (TVA).");
  });

  it("names the country that is taxed, and the One-Stop Shop", () => {
    const facts = { ratePercent: "19", title: "MwSt", to: "DE" };
    const { en, nl } = describeTrace(trace({ facts: { ...facts, scheme: "oss" } }));
    expect(en).toBe(
      "The shop charged 5.5 % VAT (Germany, MwSt). It is declared through the One-Stop Shop (OSS).",
    );
    expect(nl).toContain("(Duitsland, MwSt). Ze wordt aangegeven");
    expect(describeTrace(trace({ facts })).en).toBe("The shop charged 5.5 % VAT (Germany, MwSt).");
  });

  it("says what shipping follows", () => {
    const because = "followsGoods";
    const route = { from: "BE", to: "CH" };
    const untaxed = { category: "G", ratePercent: "0", exemptionReason: "export" } as const;
    expect(describeTrace(trace({ because })).en).toBe(
      "Follows the VAT of the goods it comes with (5.5 %).",
    );
    expect(describeTrace(trace({ because, vat: untaxed, facts: route })).en).toBe(
      "Follows the VAT of the goods it comes with (Belgium → Switzerland).",
    );
  });

  it.each([
    ["valid", "VIES, the European register, confirms the VAT number."],
    ["unverified", "The VAT number is not yet confirmed by VIES, the European register."],
    ["toString", "Export of goods: no VAT."],
  ])("adds what VIES says: %s", (checkState, end) => {
    const { en } = describeTrace(trace({ because: "goodsLeavingTheUnion", facts: { checkState } }));
    expect(en.endsWith(end)).toBe(true);
  });

  it("has words for every reason, without facts and with hostile ones", () => {
    for (const because of Object.keys(TRACE_WORDS) as VatTrace["because"][]) {
      const bare = Object.values(describeTrace(trace({ because })));
      expect(bare.filter((text) => /[{}[\]]|\(\)|undefined/.test(text))).toEqual([]);
      const facts = {
        from: "B1",
        to: "\u0007XX",
        rule: "[detail]$&{rate}",
        title: "y".repeat(500),
      };
      for (const text of Object.values(describeTrace(trace({ because, facts })))) {
        expect(text).not.toMatch(/\p{Cc}/u);
        expect(text.length).toBeLessThan(400);
      }
    }
  });
});
