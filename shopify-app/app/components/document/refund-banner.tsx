import { Banner } from "@shopify/polaris";
import { documentWords } from "../../wording/document.ts";
import { documentUrl } from "../documents/document-name.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { refundSentence, type RefundFacts } from "./refund-facts.ts";

const words = documentWords.refund;

interface RefundBannerProps {
  readonly refund: RefundFacts;
  readonly isBusy: boolean;
  readonly onCredit: () => void;
}

/** A refund that no issued credit note tells of, and the way to one. */
export function RefundBanner({ refund, isBusy, onCredit }: RefundBannerProps) {
  const { timeZone } = useShopFacts();
  const { creditNote } = refund;
  const title = refundSentence(refund, timeZone);
  return creditNote === null ? (
    <Banner
      tone="warning"
      title={title}
      action={{ content: words.make, onAction: onCredit, disabled: isBusy }}
    >
      {words.needsCreditNote}
    </Banner>
  ) : (
    <Banner
      tone="warning"
      title={title}
      action={{ content: words.openDraft, url: documentUrl(creditNote.documentId) }}
    >
      {words.draftWaits}
    </Banner>
  );
}
