import { z } from "zod";
import type { DocumentKind } from "./document-kind.ts";
import type { Language } from "./language.ts";
import { DEFAULT_CAPTIONS, DEFAULT_MAILS } from "./default-texts.ts";

/** A Liquid template. Its placeholders are listed in presentation's TextVariables. */
const template = z.string().max(5000, "at most 5000 characters");

const perLanguage = <Schema extends z.ZodType>(schema: (language: Language) => Schema) =>
  z.strictObject({ nl: schema("nl"), fr: schema("fr"), de: schema("de"), en: schema("en") });

const PAID_STATES = ["paid", "toBePaid", "credited"] as const;
/** One text for orders already paid, another for orders still to be paid, a third for credit notes. */
export type PaidState = (typeof PAID_STATES)[number];

/** Which of the texts goes with a document. */
export function paidStateOf({
  kind,
  isPaid,
}: {
  readonly kind: DocumentKind;
  readonly isPaid: boolean;
}): PaidState {
  if (kind === "creditNote") return "credited";
  return isPaid ? "paid" : "toBePaid";
}

const captionsSchema = (state: PaidState) =>
  perLanguage((language) => template.default(DEFAULT_CAPTIONS[state][language])).prefault({});

const mailsSchema = (state: PaidState) =>
  perLanguage((language) =>
    z
      .strictObject({
        subject: z
          .string()
          .max(300, "at most 300 characters")
          .default(DEFAULT_MAILS[state][language].subject),
        body: template.default(DEFAULT_MAILS[state][language].body),
      })
      .prefault({}),
  ).prefault({});

export const textsSchema = z.strictObject({
  captions: z
    .strictObject({
      paid: captionsSchema("paid"),
      toBePaid: captionsSchema("toBePaid"),
      credited: captionsSchema("credited"),
    })
    .prefault({}),
  mails: z
    .strictObject({
      paid: mailsSchema("paid"),
      toBePaid: mailsSchema("toBePaid"),
      credited: mailsSchema("credited"),
    })
    .prefault({}),
});
export type Texts = Readonly<z.infer<typeof textsSchema>>;
