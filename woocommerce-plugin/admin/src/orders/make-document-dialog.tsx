import { SelectControl } from "@wordpress/components";
import { useState } from "@wordpress/element";
import type { NextNumbers, OrderRow } from "../api/types.ts";
import { isKeyOf, optionsOf } from "../choices.ts";
import { documentTitle } from "../documents/document-name.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ordersWords as words } from "../wording/orders.ts";
import { kindNames } from "../wording/words.ts";
import { HowChoice } from "./how-choice.tsx";
import type { MadeKind, MakeCommand, MakeHow } from "./make-document.ts";

interface MakeDocumentDialogProps {
  readonly order: OrderRow;
  /** What each kind would get now; undefined while that is not known. */
  readonly nextNumbers: NextNumbers | undefined;
  readonly onMake: (command: MakeCommand) => void;
  readonly onClose: () => void;
}

const { creditNote: _ofRefundsOnly, ...madeKindNames } = kindNames;

/** Which document, and how far to take it. */
export function MakeDocumentDialog({ order, nextNumbers, ...on }: MakeDocumentDialogProps) {
  const [kind, setKind] = useState<MadeKind>("invoice");
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  const existing = order.documents.find((each) => each.kind === kind && each.number !== "");
  const next = how === "draft" ? undefined : nextNumbers?.[kind];
  const nextNumber = next ? words.nextNumber(next.journalName, next.number) : "";
  return (
    <Dialog
      title={words.makeFor(order.orderNumber)}
      confirmLabel={words.make}
      isDisabled={existing !== undefined}
      onClose={on.onClose}
      onConfirm={() => on.onMake({ orderId: order.orderId, kind, how })}
    >
      <SelectControl
        __nextHasNoMarginBottom
        __next40pxDefaultSize
        label={words.kind}
        options={optionsOf(madeKindNames)}
        value={kind}
        onChange={(value) => {
          if (isKeyOf(madeKindNames, value)) setKind(value);
        }}
        help={existing ? words.already(documentTitle(existing)) : nextNumber}
      />
      <HowChoice how={how} onChange={setHow} />
    </Dialog>
  );
}
