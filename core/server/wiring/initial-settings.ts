import { z } from "zod";
import { SHOP_QUERY, type AdminClient } from "#adapters/platform/shopify";
import {
  defaultSettings,
  languageOf,
  merchantSettingsSchema,
  type MerchantSettings,
} from "#domain/merchant";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const shopSchema = z.object({
  shop: z.object({
    name: text,
    contactEmail: text,
    ianaTimezone: text,
    shopAddress: z.object({
      company: text,
      address1: text,
      address2: text,
      zip: text,
      city: text,
      countryCodeV2: text,
      phone: text,
    }),
  }),
});

/** A new merchant's settings, begun with what the shop knows, so that less is left to type. Falls back to the defaults. */
export async function initialSettings(client: AdminClient): Promise<MerchantSettings> {
  const answer = await client.run({ query: SHOP_QUERY, variables: {}, schema: shopSchema });
  if (!answer.ok) return defaultSettings();
  const { name, contactEmail, ianaTimezone, shopAddress } = answer.value.shop;
  const settings = merchantSettingsSchema.safeParse({
    language: languageOf(LANGUAGE_OF_COUNTRY[shopAddress.countryCodeV2] ?? null, "en"),
    timeZone: ianaTimezone || undefined,
    seller: {
      legalName: shopAddress.company || name,
      email: contactEmail,
      phone: shopAddress.phone,
      address: {
        line1: shopAddress.address1,
        line2: shopAddress.address2,
        postalCode: shopAddress.zip,
        city: shopAddress.city,
        countryCode: shopAddress.countryCodeV2,
      },
    },
    sending: { senderName: name },
  });
  return settings.success ? settings.data : defaultSettings();
}

const LANGUAGE_OF_COUNTRY: Readonly<Record<string, string>> = {
  BE: "nl",
  NL: "nl",
  FR: "fr",
  LU: "fr",
  DE: "de",
  AT: "de",
  CH: "de",
};
