import type { Finding } from "#domain/doctor";
import { places, type Place } from "../navigation/route.ts";

/** Where a finding is mended: a place of ours, or the order in WooCommerce. */
export type MendPlace =
  | { readonly kind: "place"; readonly to: Place }
  | { readonly kind: "order"; readonly orderId: string };

interface MendPlaces {
  /** Null when the document no longer follows its order. */
  readonly orderId: string | null;
  /** Of a credit note: its invoice, when it is Docket's. */
  readonly invoiceId: string | null;
}

/** Null where nothing but the document itself can be mended. */
export function mendPlace(
  { mendAt, field }: Pick<Finding, "mendAt" | "field">,
  { orderId, invoiceId }: MendPlaces,
): MendPlace | null {
  switch (mendAt) {
    case "seller":
      return at(places.settings("seller", field.startsWith("seller.") ? field : ""));
    case "vat":
      return at(places.settings("vat"));
    case "eInvoicing":
      return at(places.settings("eInvoicing"));
    case "payment":
      return at(places.settings("payment"));
    case "order":
    case "customer":
      return orderId === null ? null : { kind: "order", orderId };
    case "invoice":
      return invoiceId === null ? null : at(places.document(invoiceId));
    case null:
      return null;
  }
}

const at = (to: Place): MendPlace => ({ kind: "place", to });
