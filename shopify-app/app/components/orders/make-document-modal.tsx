import type { DocumentKind } from "#domain/merchant";
import { BlockStack, Select } from "@shopify/polaris";
import { useState } from "react";
import { ordersWords as words } from "../../wording/orders.ts";
import { isKeyOf, kindNames, optionsOf } from "../../wording/words.ts";
import { Dialog } from "../dialog.tsx";
import { documentTitle } from "../documents/document-name.ts";
import { HowChoice } from "./how-choice.tsx";
import type { MadeKind, MakeCommand, MakeHow } from "./make-document.ts";
import type { OrderWithDocuments } from "./order-row.tsx";

interface MakeDocumentModalProps {
  readonly order: Pick<OrderWithDocuments, "orderId" | "orderNumber" | "documents">;
  /** What each kind would get now. */
  readonly nextNumbers: Readonly<Record<DocumentKind, { journalName: string; number: string }>>;
  readonly onMake: (command: MakeCommand) => void;
  readonly onClose: () => void;
}

const { creditNote: _ofRefundsOnly, ...madeKindNames } = kindNames;

/** Which document, and how far to take it. */
export function MakeDocumentModal({ order, nextNumbers, ...on }: MakeDocumentModalProps) {
  const [kind, setKind] = useState<MadeKind>("invoice");
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
        onAction: () => on.onMake({ orderId: order.orderId, kind, how }),
      }}
    >
      <BlockStack gap="400">
        <Select
          label={words.kind}
          options={optionsOf(madeKindNames)}
          value={kind}
          onChange={(value) => isKeyOf(madeKindNames, value) && setKind(value)}
          helpText={existing ? words.already(documentTitle(existing)) : nextNumber}
        />
        <HowChoice how={how} onChange={setHow} />
      </BlockStack>
    </Dialog>
  );
}
