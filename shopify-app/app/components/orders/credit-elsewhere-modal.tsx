import { BlockStack, ChoiceList, FormLayout, Spinner, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ordersWords } from "../../wording/orders.ts";
import { Dialog } from "../dialog.tsx";
import { dateIn } from "../format.ts";
import { refundSentence, type RefundFacts } from "../document/refund-facts.ts";
import { documentTitle } from "../documents/document-name.ts";
import { useShopFacts } from "../shop-facts.tsx";
import { checkInvoice, NO_ERRORS } from "./check-invoice.ts";
import { HowChoice } from "./how-choice.tsx";
import type { CreditCommand, MakeHow } from "./make-document.ts";
import type { OrderWithDocuments } from "./order-row.tsx";
import { useRefunds } from "./use-refunds.ts";

const words = ordersWords.credit;

type Invoice = NonNullable<CreditCommand["elsewhere"]>;

interface CreditElsewhereModalProps {
  readonly order: Pick<OrderWithDocuments, "orderId" | "orderNumber" | "placedAt">;
  /** YYYY-MM-DD in the merchant's time zone. */
  readonly today: string;
  readonly onMake: (command: CreditCommand) => void;
  readonly onClose: () => void;
}

/** The credit note of a refund whose invoice another program made: which refund, which invoice, how far. */
export function CreditElsewhereModal({ order, today, ...on }: CreditElsewhereModalProps) {
  const { refunds, problem } = useRefunds(order.orderId);
  const open = refunds?.filter(({ creditNote }) => creditNote === null) ?? [];
  const [chosen, setChosen] = useState("");
  const [invoice, setInvoice] = useState<Invoice>({ number: "", issueDate: "" });
  const [errors, setErrors] = useState(NO_ERRORS);
  const [how, setHow] = useState<MakeHow>("issueAndSend");
  const orderDate = dateIn(useShopFacts().timeZone, order.placedAt);
  const refundId = chosen || (open[0]?.refundId ?? "");
  const make = () => {
    const checked = checkInvoice(invoice, { orderDate, today });
    setErrors(checked.errors);
    if (checked.invoice === null) return;
    on.onMake({ orderId: order.orderId, refundId, elsewhere: checked.invoice, how });
  };
  return (
    <Dialog
      title={words.makeFor(order.orderNumber)}
      onClose={on.onClose}
      primaryAction={{ content: words.make, disabled: refundId === "", onAction: make }}
    >
      <BlockStack gap="400">
        <Text as="p">{words.text}</Text>
        {problem && (
          <Text as="p" tone="critical">
            {problem}
          </Text>
        )}
        {refunds === null && !problem && (
          <Spinner size="small" accessibilityLabel={words.loading} />
        )}
        {refunds !== null && (
          <RefundChoice refunds={refunds} refundId={refundId} onChange={setChosen} />
        )}
        <FormLayout>
          <TextField
            label={words.number}
            helpText={words.numberHelp}
            value={invoice.number}
            onChange={(number) => setInvoice({ ...invoice, number })}
            error={errors.number}
            autoComplete="off"
          />
          <TextField
            type="date"
            label={words.issueDate}
            min={orderDate}
            max={today}
            value={invoice.issueDate}
            onChange={(issueDate) => setInvoice({ ...invoice, issueDate })}
            error={errors.issueDate}
            autoComplete="off"
          />
        </FormLayout>
        <HowChoice how={how} onChange={setHow} />
      </BlockStack>
    </Dialog>
  );
}

interface RefundChoiceProps {
  readonly refunds: readonly RefundFacts[];
  readonly refundId: string;
  readonly onChange: (refundId: string) => void;
}

function RefundChoice({ refunds, refundId, onChange }: RefundChoiceProps) {
  const { timeZone } = useShopFacts();
  if (refunds.length === 0) return <Text as="p">{words.none}</Text>;
  return (
    <ChoiceList
      title={words.refund}
      choices={refunds.map(({ creditNote, ...refund }) => ({
        value: refund.refundId,
        label: refundSentence(refund, timeZone),
        helpText: creditNote ? words.credited(documentTitle(creditNote)) : refund.reason,
        disabled: creditNote !== null,
      }))}
      selected={[refundId]}
      onChange={([value = ""]) => onChange(value)}
    />
  );
}
