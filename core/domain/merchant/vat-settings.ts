import { z } from "zod";
import { isVatIdentifier, normaliseVatIdentifier } from "#domain/party";

const registrationSchema = z
  .strictObject({
    countryCode: z.string().regex(/^[A-Z]{2}$/, "choose a country"),
    vatIdentifier: z.string().trim().max(40, "at most 40 characters"),
  })
  .transform(({ countryCode, vatIdentifier }) => ({
    countryCode,
    vatIdentifier: normaliseVatIdentifier(vatIdentifier, countryCode),
  }))
  .refine(({ vatIdentifier }) => isVatIdentifier(vatIdentifier), {
    path: ["vatIdentifier"],
    message: "expected a VAT number with its country, such as FR40303265045; check the digits",
  });

/** What the shop's own taxes do not tell about the merchant's VAT. */
export const vatSettingsSchema = z
  .strictObject({
    /** Small turnover: no VAT on any sale, and words that say so (Art. 284). */
    isSmallBusiness: z.boolean().default(false),
    /** VAT of other member states goes through the One-Stop Shop, under the seller's own number. */
    usesOss: z.boolean().default(false),
    /** VAT numbers in other countries: the number of the country that is taxed stands on the invoice (Art. 226(3)). */
    registrations: z.array(registrationSchema).max(40, "at most 40 registrations").default([]),
    /** What a sale without VAT is when neither buyer nor destination explains it. `ask`: the doctor refuses it. */
    untaxedSales: z.enum(["ask", "exempt", "reverseCharge"]).default("ask"),
    /** The rule that exempts those sales or reverses their charge, such as "Art. 44 § 2 W.Btw". Printed as it is. */
    untaxedSalesRule: z.string().trim().max(200, "at most 200 characters").default(""),
    /** `likeGoods`: the rates of shipping follow the goods, in proportion. `asCharged`: the rate that the shop charged. */
    shipping: z.enum(["asCharged", "likeGoods"]).default("asCharged"),
  })
  .check(({ value, issues }) => {
    if (value.untaxedSales !== "ask" && value.untaxedSalesRule === "") {
      issues.push({
        code: "custom",
        input: "",
        path: ["untaxedSalesRule"],
        message: "name the rule, such as Art. 44 § 2 W.Btw; an invoice without VAT must give it",
      });
    }
    const countries = value.registrations.map(({ countryCode }) => countryCode);
    countries.forEach((countryCode, index) => {
      if (countries.indexOf(countryCode) === index) return;
      issues.push({
        code: "custom",
        input: countryCode,
        path: ["registrations", index, "countryCode"],
        message: "this country has a VAT number already",
      });
    });
  });
export type VatSettings = Readonly<z.infer<typeof vatSettingsSchema>>;
