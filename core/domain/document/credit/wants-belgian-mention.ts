import type { Seller } from "#domain/party";
import type { DraftDocument } from "../document.ts";

/**
 * Whether a credit note must say that deducted VAT goes back to the State: it gives Belgian VAT back, to someone who may have deducted it.
 * Royal Decree no. 4 on the refund of VAT, Art. 4 § 1, 3°.
 */
export const wantsBelgianMention = (
  note: Pick<DraftDocument, "seller" | "buyer" | "deliverTo" | "totals">,
): boolean =>
  /[1-9]/.test(note.totals.vatTotal) && isInBelgium(note.seller) && mayDeductInBelgium(note);

/** By the number on the document: one of another country accounts for that country's VAT. */
const isInBelgium = ({ address, vatIdentifier }: Seller): boolean =>
  vatIdentifier === "" ? address.countryCode === "BE" : vatIdentifier.startsWith("BE");

function mayDeductInBelgium({
  buyer,
  deliverTo,
}: Pick<DraftDocument, "buyer" | "deliverTo">): boolean {
  const isBusiness = buyer.vatIdentifier !== "" || buyer.enterpriseNumber !== "";
  const countries = [buyer.address, deliverTo?.address].flatMap(
    (address) => address?.countryCode || [],
  );
  return isBusiness || countries.length === 0 || countries.includes("BE");
}
