import type { Finding } from "#domain/doctor";
import { documentUrl } from "../documents/document-name.ts";

interface MendPlaces {
  /** The shop's key of the order, a Shopify gid; null when the document no longer follows its order. */
  readonly orderId: string | null;
  /** Of a credit note: its invoice, when it is Docket's. */
  readonly invoiceId: string | null;
}

/** Where a finding is mended; null where nothing but the document itself can. */
export function mendUrl(
  { mendAt, field }: Pick<Finding, "mendAt" | "field">,
  { orderId, invoiceId }: MendPlaces,
): string | null {
  switch (mendAt) {
    case "seller":
      return field.startsWith("seller.") ? `/app/settings/seller#${field}` : "/app/settings/seller";
    case "vat":
      return "/app/settings/vat";
    case "eInvoicing":
      return "/app/settings/e-invoicing";
    case "payment":
      return "/app/settings/payment";
    case "order":
    case "customer":
      return orderId === null ? null : adminOrderUrl(orderId);
    case "invoice":
      return invoiceId === null ? null : documentUrl(invoiceId);
    case null:
      return null;
  }
}

/** The order's own page in the Shopify admin: `gid://shopify/Order/1001` is its order 1001. */
const adminOrderUrl = (orderId: string): string =>
  `shopify:admin/orders/${orderId.split("/").at(-1) ?? ""}`;
