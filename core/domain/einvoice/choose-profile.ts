import type { EInvoice, EInvoiceProfile, ProfileFinding } from "./e-invoice.ts";
import { isLeitwegId } from "./leitweg-id.ts";
import { cleanText } from "./xml.ts";

type Unprofiled = Omit<EInvoice, "profile" | "findings">;

/**
 * The rules the parties ask for: XRechnung for a buyer with a Leitweg-ID, Peppol BIS where both have an electronic address,
 * else EN 16931 alone. Where the document lacks what those rules demand, it keeps to EN 16931, and the findings say why.
 */
export function chooseProfile(invoice: Unprofiled): Pick<EInvoice, "profile" | "findings"> {
  const asked = askedProfile(invoice);
  const findings = missing(demandsOf(asked, invoice), invoice);
  return { profile: findings.length === 0 ? asked : "core", findings };
}

function askedProfile({ buyerReference, seller, buyer }: Unprofiled): EInvoiceProfile {
  if (isLeitwegId(buyerReference)) return "xrechnung";
  return seller.electronicAddress !== null && buyer.electronicAddress !== null ? "peppol" : "core";
}

/** `given`: any text counts; null where the rule does not apply. */
type Demand = readonly [
  rule: string,
  field: string,
  what: string,
  given: (invoice: Unprofiled) => string | null,
];

const DUTCH_SELLER_DEMANDS: readonly Demand[] = [
  ["NL-R-002", "seller.address.line1", "your street", ({ seller }) => seller.address.line1],
  ["NL-R-002", "seller.address.city", "your city", ({ seller }) => seller.address.city],
  ["NL-R-002", "seller.address.postalCode", "your postal code", sellerPostalCode],
];

const DUTCH_BUYER_DEMANDS: readonly Demand[] = [
  ["NL-R-004", "buyer.address.line1", "the buyer's street", ({ buyer }) => buyer.address.line1],
  ["NL-R-004", "buyer.address.city", "the buyer's city", ({ buyer }) => buyer.address.city],
  ["NL-R-004", "buyer.address.postalCode", "the buyer's postal code", buyerPostalCode],
];

/** The same in XRechnung and, between German parties, in Peppol BIS, whose DE-R-002 to DE-R-015 repeat them. */
const GERMAN_DEMANDS: readonly Demand[] = [
  ["BR-DE-15", "buyerReference", "the buyer's reference", (invoice) => invoice.buyerReference],
  ["BR-DE-3", "seller.address.city", "your city", ({ seller }) => seller.address.city],
  ["BR-DE-4", "seller.address.postalCode", "your postal code", sellerPostalCode],
  ["BR-DE-6", "seller.phone", "your telephone number", ({ seller }) => seller.contact.phone],
  ["BR-DE-7", "seller.email", "your e-mail address", ({ seller }) => seller.contact.email],
  ["BR-DE-8", "buyer.address.city", "the buyer's city", ({ buyer }) => buyer.address.city],
  ["BR-DE-9", "buyer.address.postalCode", "the buyer's postal code", buyerPostalCode],
  [
    "BR-DE-10",
    "deliverTo.address.city",
    "the city of the delivery address",
    ({ deliverTo }) => deliverTo?.address?.city ?? null,
  ],
  [
    "BR-DE-11",
    "deliverTo.address.postalCode",
    "the postal code of the delivery address",
    ({ deliverTo }) => deliverTo?.address?.postalCode ?? null,
  ],
];

function sellerPostalCode({ seller }: Unprofiled): string {
  return seller.address.postalCode;
}

function buyerPostalCode({ buyer }: Unprofiled): string {
  return buyer.address.postalCode;
}

function demandsOf(profile: EInvoiceProfile, { seller, buyer }: Unprofiled): readonly Demand[] {
  const from = seller.address.countryCode;
  const to = buyer.address.countryCode;
  switch (profile) {
    case "core":
      return [];
    case "xrechnung":
      return GERMAN_DEMANDS;
    case "peppol":
      if (from === "DE" && to === "DE") return GERMAN_DEMANDS;
      if (from !== "NL") return [];
      return to === "NL" ? [...DUTCH_SELLER_DEMANDS, ...DUTCH_BUYER_DEMANDS] : DUTCH_SELLER_DEMANDS;
  }
}

const missing = (demands: readonly Demand[], invoice: Unprofiled): readonly ProfileFinding[] =>
  demands.flatMap(([rule, field, what, given]) => {
    const text = given(invoice);
    if (text === null || cleanText(text) !== "") return [];
    const message = `The e-invoice rules for this buyer ask for ${what}. Without it the e-invoice keeps to the European core.`;
    return [{ rule, field, message }];
  });
