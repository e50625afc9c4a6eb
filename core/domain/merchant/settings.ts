import { z } from "zod";
import { emailSchema, sellerSchema } from "#domain/party";
import { eInvoicingSchema } from "./e-invoicing.ts";
import { vatSettingsSchema } from "./vat-settings.ts";
import { DEFAULT_JOURNALS, journalSchema, patternShape } from "./journal.ts";
import { languageSchema } from "./language.ts";
import { DEFAULT_RULES, ruleSchema } from "./rule.ts";
import { textsSchema } from "./texts.ts";

const timeZoneSchema = z.string().refine(isTimeZone, {
  message: "expected a time zone such as Europe/Brussels",
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const logoSchema = z.strictObject({
  mediaType: z.enum(["image/png", "image/jpeg", "image/svg+xml"]),
  /** Names the bytes in the file store, so that a document can freeze its logo without carrying it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "expected the SHA-256 of the logo"),
});
export type Logo = Readonly<z.infer<typeof logoSchema>>;

const brandSchema = z.strictObject({
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "expected a colour such as #0f766e")
    .default("#1f4e5f"),
  logo: logoSchema.nullable().default(null),
});

const TERM_DAYS = "give a whole number of days, from 0 to 365";

const paymentSchema = z.strictObject({
  /** Days after the issue date on which an unpaid invoice falls due. */
  termDays: z.int(TERM_DAYS).min(0, TERM_DAYS).max(365, TERM_DAYS).default(14),
  /**
   * `structured`: +++ddd/dddd/ddddd+++ (Belgium). `rf`: RF… (ISO 11649). `number`: the document's own number. `usual`: what is
   * usual in the seller's country.
   */
  reference: z.enum(["usual", "structured", "number", "rf"]).default("usual"),
  showsQr: z.boolean().default(true),
});

const sendingSchema = z.strictObject({
  senderName: z.string().trim().max(100, "at most 100 characters").default(""),
  replyTo: emailSchema.default(""),
  bcc: emailSchema.default(""),
});

/** Everything a merchant can set. Each part has a default, so `{}` is a whole, usable set. */
export const merchantSettingsSchema = z
  .strictObject({
    seller: sellerSchema.prefault({}),
    language: languageSchema.default("nl"),
    timeZone: timeZoneSchema.default("Europe/Brussels"),
    brand: brandSchema.prefault({}),
    payment: paymentSchema.prefault({}),
    vat: vatSettingsSchema.prefault({}),
    eInvoicing: eInvoicingSchema.prefault({}),
    journals: z
      .array(journalSchema)
      .min(1, "keep one journal")
      .max(10, "at most 10 journals")
      .prefault(DEFAULT_JOURNALS),
    rules: z.array(ruleSchema).max(50, "at most 50 rules").prefault(DEFAULT_RULES),
    texts: textsSchema.prefault({}),
    sending: sendingSchema.prefault({}),
  })
  .check(({ value, issues }) => {
    const journalIds = value.journals.map(({ journalId }) => journalId);
    journalIds.forEach((journalId, index) => {
      if (!repeated(journalIds, journalId, index)) return;
      issues.push({
        code: "custom",
        input: journalId,
        path: ["journals", index, "journalId"],
        message: `two journals are called ${journalId}; rename one`,
      });
    });
    const shapes = value.journals.map(({ pattern }) => patternShape(pattern));
    value.journals.forEach(({ pattern }, index) => {
      if (!repeated(shapes, shapes[index] ?? "", index)) return;
      const message =
        "another journal counts by this pattern, so two documents would share a number; add a letter to one";
      issues.push({
        code: "custom",
        input: pattern,
        path: ["journals", index, "pattern"],
        message,
      });
    });
    const ruleIds = value.rules.map(({ ruleId }) => ruleId);
    value.rules.forEach(({ journalId, ruleId }, index) => {
      if (repeated(ruleIds, ruleId, index)) {
        issues.push({
          code: "custom",
          input: ruleId,
          path: ["rules", index, "ruleId"],
          message: `two rules are called ${ruleId}; rename one`,
        });
      }
      if (journalIds.includes(journalId)) return;
      issues.push({
        code: "custom",
        input: journalId,
        path: ["rules", index, "journalId"],
        message: `there is no journal ${journalId}; choose one of ${journalIds.join(", ")}`,
      });
    });
  });

/** What a form or a file may hold. */
export type MerchantSettingsInput = z.input<typeof merchantSettingsSchema>;
export type MerchantSettings = Readonly<z.infer<typeof merchantSettingsSchema>>;

export const defaultSettings = (): MerchantSettings => merchantSettingsSchema.parse({});

const repeated = (ids: readonly string[], id: string, index: number): boolean =>
  ids.indexOf(id) !== index;
