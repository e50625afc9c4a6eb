import type { DocumentKind } from "#domain/merchant";
import { BlockStack, ChoiceList, Modal, Select } from "@shopify/polaris";
import { useState } from "react";
import { ordersWords as words } from "../../wording/orders.ts";
import { isKeyOf, kindNames, optionsOf } from "../../wording/words.ts";
import { MAKE_HOWS, type MakeHow } from "./make-document.ts";

interface MakeDocumentModalProps {
  readonly orderNumber: string;
  readonly onMake: (kind: DocumentKind, how: MakeHow) => void;
  readonly onClose: () => void;
}

/** Which document, and how far to take it. */
export function MakeDocumentModal({ orderNumber, onMake, onClose }: MakeDocumentModalProps) {
  const [kind, setKind] = useState<DocumentKind>("invoice");
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  return (
    <Modal
      open
      size="small"
      title={words.makeFor(orderNumber)}
      onClose={onClose}
      primaryAction={{ content: words.make, onAction: () => onMake(kind, how) }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Select
            label={words.kind}
            options={optionsOf(kindNames)}
            value={kind}
            onChange={(value) => isKeyOf(kindNames, value) && setKind(value)}
          />
          <ChoiceList
            title={words.how}
            choices={MAKE_HOWS.map((value) => ({
              value,
              label: words.hows[value],
              helpText: words.howHelp[value],
            }))}
            selected={[how]}
            onChange={([value]: MakeHow[]) => value && setHow(value)}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
