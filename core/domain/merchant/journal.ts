import { z } from "zod";

/** `{year}` the issue year, `{number}` the position, `{number:4}` the position padded to four digits. */
const PLACEHOLDER = /\{(year|number(?::[1-7])?)\}/g;

export const journalPatternSchema = z
  .string()
  .trim()
  .min(1, "give a pattern, such as {year}-{number:4}")
  .max(30, "at most 30 characters")
  .refine((pattern) => /\{number(:[1-7])?\}/.test(pattern), {
    message:
      "the pattern needs {number}, or {number:4} for a number of four digits (seven at most)",
  })
  .refine((pattern) => /^[A-Za-z0-9 _\-./#]*$/.test(pattern.replace(PLACEHOLDER, "")), {
    message: "use letters, digits, spaces and - _ . / # beside {year} and {number:4}",
  });

/** An unbroken number series. Its position is kept by the store, never here. */
export const journalSchema = z
  .strictObject({
    journalId: z.string().regex(/^[a-z0-9-]{1,40}$/, "use lower-case letters, digits and dashes"),
    name: z.string().trim().min(1, "give the journal a name").max(60, "at most 60 characters"),
    pattern: journalPatternSchema,
    startNumber: z
      .int("give a whole number, such as 116")
      .min(1, "numbers start at 1 or later")
      .max(999_999_999, "at most 999999999")
      .default(1),
    resetsYearly: z.boolean().default(true),
  })
  .refine(({ pattern, resetsYearly }) => !resetsYearly || pattern.includes("{year}"), {
    path: ["pattern"],
    message:
      "a journal that starts again each year needs {year} in its pattern, or two years share a number",
  });
export type Journal = Readonly<z.infer<typeof journalSchema>>;

export const DEFAULT_JOURNALS = [
  { journalId: "invoices", name: "Invoices", pattern: "{year}-{number:4}", resetsYearly: true },
  {
    journalId: "credit-notes",
    name: "Credit notes",
    pattern: "CN{year}-{number:4}",
    resetsYearly: true,
  },
  {
    journalId: "proformas",
    name: "Pro formas",
    pattern: "PF{year}-{number:4}",
    resetsYearly: true,
  },
  { journalId: "receipts", name: "Receipts", pattern: "R{year}-{number:4}", resetsYearly: true },
  {
    journalId: "confirmations",
    name: "Order confirmations",
    pattern: "OC{year}-{number:4}",
    resetsYearly: true,
  },
  {
    journalId: "delivery-notes",
    name: "Delivery notes",
    pattern: "DN{year}-{number:4}",
    resetsYearly: true,
  },
];

/** Two journals whose patterns differ only in padding could give the same number. */
export const patternShape = (pattern: string): string =>
  pattern.replaceAll(/\{number:\d\}/g, "{number}");
