import { z } from "zod";

/** Languages a document can be written in. Another language is a table of labels and one entry here. */
export const LANGUAGES = ["nl", "fr", "de", "en"] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

/** The document language for a customer's locale such as `fr-BE`; the merchant's own when it is none of ours. */
export function languageOf(locale: string | null, fallback: Language): Language {
  const parsed = languageSchema.safeParse(locale?.slice(0, 2).toLowerCase());
  return parsed.success ? parsed.data : fallback;
}
