import { TextControl } from "@wordpress/components";
import { useState } from "@wordpress/element";
import type { DocumentSummary } from "#domain/workflows";
import { servicePath } from "../api/call.ts";
import type { OrderRefund, OrderRow } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import { documentTitle } from "../documents/document-name.ts";
import { refundSentence } from "../document/refund-sentence.ts";
import { dateIn, todayIn } from "../format.ts";
import { FieldHelp } from "../form/field-help.tsx";
import { useFormat } from "../frame/format-context.tsx";
import { ChoiceList } from "../parts/choice-list.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { LoadedView } from "../parts/loaded-view.tsx";
import { ordersWords } from "../wording/orders.ts";
import { checkInvoice } from "./check-invoice.ts";
import { HowChoice } from "./how-choice.tsx";
import type { CreditCommand, MakeHow } from "./make-document.ts";

const words = ordersWords.credit;
const NO_INVOICE = { number: "", issueDate: "" };

interface CreditElsewhereDialogProps {
  readonly order: OrderRow;
  readonly onMake: (command: CreditCommand) => void;
  readonly onClose: () => void;
}

/** The credit note of a refund whose invoice another program made: which refund, which invoice, how far. */
export function CreditElsewhereDialog({ order, ...on }: CreditElsewhereDialogProps) {
  const { timeZone, date } = useFormat();
  const today = todayIn(timeZone);
  const orderDate = dateIn(timeZone, order.placedAt);
  const refunds = useLoad<readonly OrderRefund[]>(
    servicePath(`orders/${encodeURIComponent(order.orderId)}/refunds`),
  );
  const open = refunds.value?.filter(({ creditNote }) => creditNote === null) ?? [];
  const [chosen, setChosen] = useState("");
  const [invoice, setInvoice] = useState(NO_INVOICE);
  const [isChecked, setIsChecked] = useState(false);
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  const refundId = chosen || (open[0]?.refundId ?? "");
  const checked = checkInvoice(invoice, { orderDate, today });
  const errorAt = (field: keyof typeof invoice) => {
    const error = isChecked ? checked.errors[field] : null;
    if (error === null) return "";
    return error === "early" ? words.errors.early(date(orderDate)) : words.errors[error];
  };
  const make = () => {
    setIsChecked(true);
    if (checked.invoice === null) return;
    on.onMake({ orderId: order.orderId, refundId, elsewhere: checked.invoice, how });
  };
  return (
    <Dialog
      title={words.makeFor(order.orderNumber)}
      confirmLabel={words.make}
      isDisabled={refundId === ""}
      onClose={on.onClose}
      onConfirm={make}
    >
      <p>{words.text}</p>
      <LoadedView loaded={refunds} text={words.loading}>
        {(value) => <RefundChoice refunds={value} refundId={refundId} onChange={setChosen} />}
      </LoadedView>
      <TextControl
        __nextHasNoMarginBottom
        __next40pxDefaultSize
        label={words.number}
        help={<FieldHelp help={words.numberHelp} error={errorAt("number")} />}
        value={invoice.number}
        onChange={(number) => setInvoice({ ...invoice, number })}
      />
      <TextControl
        __nextHasNoMarginBottom
        __next40pxDefaultSize
        type="date"
        label={words.issueDate}
        min={orderDate}
        max={today}
        help={<FieldHelp help="" error={errorAt("issueDate")} />}
        value={invoice.issueDate}
        onChange={(issueDate) => setInvoice({ ...invoice, issueDate })}
      />
      <HowChoice how={how} onChange={setHow} />
    </Dialog>
  );
}

interface RefundChoiceProps {
  readonly refunds: readonly OrderRefund[];
  readonly refundId: string;
  readonly onChange: (refundId: string) => void;
}

function RefundChoice({ refunds, refundId, onChange }: RefundChoiceProps) {
  const format = useFormat();
  if (refunds.length === 0) return <p>{words.none}</p>;
  return (
    <ChoiceList
      title={words.refund}
      choices={refunds.map(({ creditNote, ...refund }) => ({
        value: refund.refundId,
        label: refundSentence(refund, format),
        help: creditNote ? creditedText(creditNote) : refund.reason,
        isDisabled: creditNote !== null,
      }))}
      selected={refundId}
      onChange={onChange}
    />
  );
}

const creditedText = (creditNote: DocumentSummary): string =>
  creditNote.state === "draft"
    ? words.drafted(documentTitle(creditNote))
    : words.credited(documentTitle(creditNote));
