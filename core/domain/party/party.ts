import { z } from "zod";
import { addressSchema } from "./address.ts";
import { emailSchema } from "./email.ts";
import { compactIdentifier, isBelgianEnterpriseNumber, isBic, isIban } from "./identifiers.ts";
import { isVatIdentifier, normaliseVatIdentifier } from "./vat-identifier.ts";

const text = z.string().trim().max(200, "at most 200 characters").default("");
const emptyOr = (accepts: (value: string) => boolean) => (value: string) =>
  value === "" || accepts(value);

/** Who issues the documents (BG-4). Everything has a default, so that a new merchant can start with nothing. */
export const sellerSchema = z
  .strictObject({
    legalName: text,
    vatIdentifier: text
      .transform((value) => normaliseVatIdentifier(value, ""))
      .refine(emptyOr(isVatIdentifier), {
        message: "expected a VAT number with its country, such as BE0417497106; check the digits",
      }),
    enterpriseNumber: text.transform(compactIdentifier),
    /** BT-32: the number of one who has no VAT number, such as the German Steuernummer. */
    taxNumber: text,
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

/** A network endpoint and the list it is from (BT-34, BT-49): EAS code and value, such as 0208 and 0417497106. */
export const electronicAddressSchema = z.strictObject({
  scheme: z.string().regex(/^\d{4}$/, "expected a code of four digits, such as 0208"),
  value: z.string().trim().min(1, "give the address").max(100, "at most 100 characters"),
});
export type ElectronicAddress = Readonly<z.infer<typeof electronicAddressSchema>>;

/** What an authority answered about a buyer's VAT number, kept as evidence (VIES). */
export const vatCheckSchema = z.strictObject({
  vatIdentifier: z.string(),
  /** `unverified`: nobody answered yet; it is asked again. */
  state: z.enum(["valid", "invalid", "unverified"]),
  /** Instant (ISO) of the answer, or of the last try. */
  checkedAt: z.iso.datetime({ offset: true }),
  /** The consultation number that VIES gives to a requester with a number of its own; "" when none. */
  consultationNumber: z.string(),
  /** The name that the authority knows; "" where it does not tell. */
  name: z.string(),
});
export type VatCheck = Readonly<z.infer<typeof vatCheckSchema>>;

/** Who is invoiced (BG-7). `name` is what stands first on the paper: the company, or else the person. */
export const buyerSchema = z.strictObject({
  name: z.string(),
  contactName: z.string(),
  vatIdentifier: z.string(),
  /** BT-47: the number by which a register knows the company, where that is not its VAT number. "" when none. */
  enterpriseNumber: z.string(),
  /** BT-49, where the buyer gave one; null when it is derived from its numbers. */
  electronicAddress: electronicAddressSchema.nullable(),
  email: z.string(),
  phone: z.string(),
  address: addressSchema.nullable(),
});

/** Where the goods go (BG-13, BG-15). */
export const deliverToSchema = z.strictObject({ name: z.string(), address: addressSchema });
