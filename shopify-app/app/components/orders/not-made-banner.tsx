import { Banner, BlockStack, Link, Text } from "@shopify/polaris";
import { ordersWords as words } from "../../wording/orders.ts";
import { PLAN_URL, planWords } from "../../wording/plan.ts";
import { documentUrl } from "../documents/document-name.ts";
import { FindingTexts } from "../findings/finding-texts.tsx";
import type { MakeOutcome } from "./make-document.ts";

interface NotMadeBannerProps extends Omit<Extract<MakeOutcome, { problem: string }>, never> {
  readonly orderNumber: string;
}

/** Why a document was not made, and the draft that waits when it can be mended. */
export const NotMadeBanner = ({
  orderNumber,
  problem,
  findings,
  draft,
  ...props
}: NotMadeBannerProps) => (
  <Banner tone="critical" title={words.notMade(orderNumber)}>
    <BlockStack gap="200">
      {findings.length === 0 ? <Text as="p">{problem}</Text> : <FindingTexts findings={findings} />}
      {props.isPlanFull && (
        <Text as="p">
          <Link url={PLAN_URL}>{planWords.see}</Link>
        </Text>
      )}
      {draft && (
        <Text as="p">
          {words.draftWaits} <Link url={documentUrl(draft.documentId)}>{words.openDraft}</Link>
        </Text>
      )}
    </BlockStack>
  </Banner>
);
