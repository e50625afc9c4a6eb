import type { DocumentKind } from "#domain/merchant";
import { BlockStack, ChoiceList, Select } from "@shopify/polaris";
import { useState } from "react";
import { ordersWords as words } from "../../wording/orders.ts";
import { isKeyOf, kindNames, optionsOf } from "../../wording/words.ts";
import { Dialog } from "../dialog.tsx";
import { documentTitle } from "../documents/document-row.tsx";
import { MAKE_HOWS, type MakeHow } from "./make-document.ts";
import type { OrderWithDocuments } from "./order-row.tsx";

interface MakeDocumentModalProps {
  readonly order: Pick<OrderWithDocuments, "orderNumber" | "documents">;
  /** What each kind would get now. */
  readonly nextNumbers: Readonly<Record<DocumentKind, { journalName: string; number: string }>>;
  readonly onMake: (kind: DocumentKind, how: MakeHow) => void;
  readonly onClose: () => void;
}

/** Which document, and how far to take it. */
export function MakeDocumentModal({ order, nextNumbers, ...on }: MakeDocumentModalProps) {
  const [kind, setKind] = useState<DocumentKind>("invoice");
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  const existing = order.documents.find((each) => each.kind === kind && each.number !== "");
  const { journalName, number } = nextNumbers[kind];
  const nextNumber = how === "draft" ? "" : words.nextNumber(journalName, number);
  return (
    <Dialog
      title={words.makeFor(order.orderNumber)}
      onClose={on.onClose}
      primaryAction={{
        content: words.make,
        disabled: existing !== undefined,
        onAction: () => on.onMake(kind, how),
      }}
    >
      <BlockStack gap="400">
        <Select
          label={words.kind}
          options={optionsOf(kindNames)}
          value={kind}
          onChange={(value) => isKeyOf(kindNames, value) && setKind(value)}
          helpText={existing ? words.already(documentTitle(existing)) : nextNumber}
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
    </Dialog>
  );
}
