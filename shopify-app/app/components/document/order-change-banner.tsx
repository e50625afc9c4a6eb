import type { DocumentKind } from "#domain/merchant";
import { Banner } from "@shopify/polaris";
import { documentWords } from "../../wording/document.ts";

const words = documentWords.orderChange;

interface OrderChangeBannerProps {
  readonly kind: DocumentKind;
  readonly change: "cancelled" | "refunded" | "edited";
}

/** What became of the order afterwards, and what that asks of the merchant. */
export const OrderChangeBanner = ({ kind, change }: OrderChangeBannerProps) => (
  <Banner tone="warning" title={words[change]}>
    {kind === "invoice" ? `${words.stays} ${words.noCreditNote}` : words.stays}
  </Banner>
);
