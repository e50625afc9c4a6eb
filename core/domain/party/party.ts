import { z } from "zod";
import { addressSchema } from "./address.ts";
import {
  compactIdentifier,
  isBelgianEnterpriseNumber,
  isBic,
  isIban,
  isVatIdentifier,
} from "./identifiers.ts";

const text = z.string().trim().max(200, "at most 200 characters").default("");
const emptyOr = (accepts: (value: string) => boolean) => (value: string) =>
  value === "" || accepts(value);

/** A single address, or nothing. Bounded, so that a hostile value cannot make the check slow. */
export const emailSchema = z
  .string()
  .trim()
  .max(254, "at most 254 characters")
  .refine(
    emptyOr((value) => /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]+$/.test(value)),
    {
      message: "expected an e-mail address, such as info@shop.be",
    },
  );

/** Who issues the documents (BG-4). Everything has a default, so that a new merchant can start with nothing. */
export const sellerSchema = z
  .strictObject({
    legalName: text,
    vatIdentifier: text.transform(compactIdentifier).refine(emptyOr(isVatIdentifier), {
      message: "expected a VAT number with its country, such as BE0417497106; check the digits",
    }),
    enterpriseNumber: text.transform(compactIdentifier),
    address: addressSchema.prefault({}),
    email: emailSchema.default(""),
    phone: text,
    website: text,
    iban: text.transform(compactIdentifier).refine(emptyOr(isIban), {
      message: "expected an IBAN, such as BE68539007547034; check the digits",
    }),
    bic: text.transform(compactIdentifier).refine(emptyOr(isBic), {
      message: "expected a BIC of 8 or 11 characters, such as GKCCBEBB",
    }),
  })
  .check((context) => {
    const { address, enterpriseNumber } = context.value;
    if (address.countryCode !== "BE" || enterpriseNumber === "") return;
    if (isBelgianEnterpriseNumber(enterpriseNumber)) return;
    context.issues.push({
      code: "custom",
      path: ["enterpriseNumber"],
      input: enterpriseNumber,
      message:
        "expected a Belgian enterprise number of ten digits, such as 0417.497.106; check the digits",
    });
  });
export type Seller = Readonly<z.infer<typeof sellerSchema>>;

/** Whether what an invoice must say of its seller is there: name, address and a number by which the tax office knows him (Art. 226). */
export const isSellerComplete = ({
  legalName,
  address,
  vatIdentifier,
  enterpriseNumber,
}: Seller): boolean =>
  [
    legalName,
    address.line1,
    address.city,
    address.countryCode,
    vatIdentifier || enterpriseNumber,
  ].every((value) => value !== "");

/** Who is invoiced (BG-7). `name` is what stands first on the paper: the company, or else the person. */
export const buyerSchema = z.strictObject({
  name: z.string(),
  contactName: z.string(),
  vatIdentifier: z.string(),
  email: z.string(),
  phone: z.string(),
  address: addressSchema.nullable(),
});

/** Where the goods go (BG-13, BG-15). */
export const deliverToSchema = z.strictObject({ name: z.string(), address: addressSchema });
