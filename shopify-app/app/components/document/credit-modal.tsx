import { BlockStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { documentWords } from "../../wording/document.ts";
import { ordersWords } from "../../wording/orders.ts";
import { Dialog } from "../dialog.tsx";
import { HowChoice } from "../orders/how-choice.tsx";
import type { MakeHow } from "../orders/make-document.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { refundSentence, type RefundFacts } from "./refund-facts.ts";

const words = documentWords.refund;

interface CreditModalProps {
  readonly refund: RefundFacts;
  /** What a credit note would get now. */
  readonly nextNumber: { readonly journalName: string; readonly number: string };
  readonly onMake: (how: MakeHow) => void;
  readonly onClose: () => void;
}

/** How far to take the credit note of a refund. */
export function CreditModal({ refund, nextNumber, ...on }: CreditModalProps) {
  const { timeZone } = useShopFacts();
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  return (
    <Dialog
      title={words.make}
      onClose={on.onClose}
      primaryAction={{ content: words.make, onAction: () => on.onMake(how) }}
    >
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="p">{refundSentence(refund, timeZone)}</Text>
          {refund.reason && (
            <Text as="p" tone="subdued" breakWord>
              {words.reason(refund.reason)}
            </Text>
          )}
        </BlockStack>
        <HowChoice how={how} onChange={setHow} />
        {how !== "draft" && (
          <Text as="p" tone="subdued">
            {ordersWords.nextNumber(nextNumber.journalName, nextNumber.number)}
          </Text>
        )}
      </BlockStack>
    </Dialog>
  );
}
