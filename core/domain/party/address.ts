import { z } from "zod";

const text = z.string().trim().max(200, "at most 200 characters").default("");

/** A postal address. Empty text means: not given. */
export const addressSchema = z.strictObject({
  line1: text,
  line2: text,
  postalCode: text,
  city: text,
  region: text,
  countryCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/, "expected a country code of two letters, such as BE")
    .default(""),
});
export type Address = Readonly<z.infer<typeof addressSchema>>;
