import { z } from "zod";

/** Longer than any shop allows; what is beyond is cut, because an address must never keep an order from its invoice. */
const MOST_CHARACTERS = 300;
const text = z
  .string()
  .default("")
  .transform((value) => value.trim().slice(0, MOST_CHARACTERS));

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
