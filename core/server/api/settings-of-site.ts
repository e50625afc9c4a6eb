import { z } from "zod";
import {
  defaultSettings,
  languageOf,
  merchantSettingsSchema,
  type MerchantSettings,
} from "#domain/merchant";
import { emailSchema } from "#domain/party";

const text = z.string().trim().max(200).catch("");

/** What a site tells of itself when it connects. Whatever is wrong in it is left out: the merchant sees the settings before they count. */
export const siteFactsSchema = z.object({
  siteName: text,
  timeZone: text,
  countryCode: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .catch(""),
  address: z
    .object({ line1: text, line2: text, postalCode: text, city: text, region: text })
    .partial()
    .catch({}),
  email: emailSchema.catch(""),
  locale: text,
});

/** A new merchant's settings, begun with what the site knows, so that less is left to type. */
export function settingsOfSite({
  siteName,
  timeZone,
  countryCode,
  address,
  email,
  locale,
}: z.infer<typeof siteFactsSchema>): MerchantSettings {
  const known = {
    language: languageOf(locale, "en"),
    seller: {
      legalName: siteName,
      email,
      address: { ...address, countryCode },
    },
    sending: { senderName: siteName.slice(0, 100) },
  };
  const tries = [{ ...known, timeZone }, known];
  const settings = tries.map((each) => merchantSettingsSchema.safeParse(each));
  return settings.find(({ success }) => success)?.data ?? defaultSettings();
}
