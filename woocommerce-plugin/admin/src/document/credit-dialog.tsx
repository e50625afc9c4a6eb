import { useState } from "@wordpress/element";
import type { NumberPreview, OrderRefund } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { HowChoice } from "../orders/how-choice.tsx";
import type { MakeHow } from "../orders/make-document.ts";
import { Dialog } from "../parts/dialog.tsx";
import { documentWords } from "../wording/document.ts";
import { ordersWords } from "../wording/orders.ts";
import { refundSentence } from "./refund-sentence.ts";

const words = documentWords.refund;

interface CreditDialogProps {
  readonly refund: OrderRefund;
  /** What a credit note would get now; undefined while that is not known. */
  readonly nextNumber: NumberPreview | undefined;
  readonly onMake: (how: MakeHow) => void;
  readonly onClose: () => void;
}

/** How far to take the credit note of a refund. */
export function CreditDialog({ refund, nextNumber, ...on }: CreditDialogProps) {
  const format = useFormat();
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  return (
    <Dialog
      title={words.make}
      confirmLabel={words.make}
      onClose={on.onClose}
      onConfirm={() => on.onMake(how)}
    >
      <p>{refundSentence(refund, format)}</p>
      {refund.reason && (
        <p className="docket-quiet docket-own-words">{words.reason(refund.reason)}</p>
      )}
      <HowChoice how={how} onChange={setHow} />
      {how !== "draft" && nextNumber && (
        <p className="docket-quiet">
          {ordersWords.nextNumber(nextNumber.journalName, nextNumber.number)}
        </p>
      )}
    </Dialog>
  );
}
