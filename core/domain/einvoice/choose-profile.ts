import type { Document } from "#domain/document";
import { isLeitwegId } from "#domain/party";
import type { EInvoice, EInvoiceProfile, ProfileFinding } from "./e-invoice.ts";
import { demandsOf, type Demand, type Unprofiled } from "./profile-demands.ts";
import { cleanText } from "./xml.ts";

/**
 * The rules that the merchant names or, by `auto`, that the parties ask for: XRechnung for a buyer with a Leitweg-ID, Peppol BIS
 * where both have an electronic address, else EN 16931 alone. Where the document lacks what those rules demand, it keeps to
 * EN 16931, and the findings say why.
 */
export function chooseProfile(
  invoice: Unprofiled,
  wanted: Document["eInvoicing"]["profile"],
): Pick<EInvoice, "profile" | "findings"> {
  const asked = wanted === "auto" ? profileOfParties(invoice) : wanted;
  const findings = missing(demandsOf(asked, invoice), invoice);
  return { profile: findings.length === 0 ? asked : "core", findings };
}

function profileOfParties({ buyerReference, seller, buyer }: Unprofiled): EInvoiceProfile {
  if (isLeitwegId(buyerReference)) return "xrechnung";
  return seller.electronicAddress !== null && buyer.electronicAddress !== null ? "peppol" : "core";
}

const missing = (demands: readonly Demand[], invoice: Unprofiled): readonly ProfileFinding[] =>
  demands.flatMap(([rule, field, what, given]) => {
    const text = given(invoice);
    if (text === null || cleanText(text) !== "") return [];
    const message = `The e-invoice rules for this buyer ask for ${what}. Without it the e-invoice keeps to the European core.`;
    return [{ rule, field, message }];
  });
