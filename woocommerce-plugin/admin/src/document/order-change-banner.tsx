import type { DocumentSummary } from "#domain/workflows";
import type { DocumentView, OrderRefund } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { documentWords } from "../wording/document.ts";
import { refundSentence } from "./refund-sentence.ts";

const words = documentWords.orderChange;
const refundWords = documentWords.refund;

interface OrderChangeBannerProps {
  readonly view: DocumentView;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onCredit: (refund: OrderRefund) => void;
}

/** What became of the order afterwards, and what that asks of the merchant. Only an invoice asks for something. */
export function OrderChangeBanner({ view, isBusy, onCheck, onCredit }: OrderChangeBannerProps) {
  const { orderChange, otherDocuments, refunds, stored } = view;
  const { kind, state, orderNumber } = stored.summary;
  if (kind === "invoice" && state === "draft") {
    return <RefundedBeforeBanner orderNumber={orderNumber} refunds={refunds} />;
  }
  if (orderChange === null) return null;
  if (kind !== "invoice") {
    return (
      <Banner status="info" title={words[orderChange]}>
        {words.stays}
      </Banner>
    );
  }
  if (orderChange !== "refunded") {
    return (
      <InvoiceChangeBanner
        change={orderChange}
        otherDocuments={otherDocuments}
        isBusy={isBusy}
        onCheck={onCheck}
      />
    );
  }
  return refunds
    .filter(({ creditNote }) => creditNote === null || creditNote.state === "draft")
    .map((refund) => (
      <RefundBanner
        key={refund.refundId}
        refund={refund}
        isBusy={isBusy}
        onCredit={() => onCredit(refund)}
      />
    ));
}

interface RefundedBeforeBannerProps {
  readonly orderNumber: string;
  readonly refunds: readonly OrderRefund[];
}

/** A refund that came before its invoice was issued. */
function RefundedBeforeBanner({ orderNumber, refunds }: RefundedBeforeBannerProps) {
  const { money } = useFormat();
  const open = refunds.filter(({ creditNote }) => creditNote === null);
  if (open.length === 0) return null;
  const amounts = open
    .filter(({ amount }) => /[1-9]/.test(amount))
    .map(({ amount, currency }) => money(amount, currency));
  return (
    <Banner status="info" title={refundWords.before(orderNumber, amounts.join(" + "))}>
      {refundWords.afterInvoice}
    </Banner>
  );
}

interface InvoiceChangeBannerProps {
  readonly change: "cancelled" | "edited";
  readonly otherDocuments: readonly DocumentSummary[];
  readonly isBusy: boolean;
  readonly onCheck: () => void;
}

/** A draft makes up for what was changed or cancelled; looking at the order again makes it. */
function InvoiceChangeBanner(props: InvoiceChangeBannerProps) {
  const { change, otherDocuments, isBusy, onCheck } = props;
  const draft = otherDocuments.find(
    ({ state, part }) => state === "draft" && part.startsWith("edit:"),
  );
  return (
    <Banner status="warning" title={words[change]}>
      <p>
        {words.stays} {draft ? draftWaits(draft) : words.noDraft[change]}
      </p>
      <p>
        {draft ? (
          <LinkButton to={places.document(draft.documentId)}>{words.openDraft}</LinkButton>
        ) : (
          <PushButton isDisabled={isBusy} onClick={onCheck}>
            {words.check}
          </PushButton>
        )}
      </p>
    </Banner>
  );
}

const draftWaits = ({ kind }: DocumentSummary): string =>
  kind === "creditNote" ? words.draftWaits.creditNote : words.draftWaits.invoice;

interface RefundBannerProps {
  readonly refund: OrderRefund;
  readonly isBusy: boolean;
  readonly onCredit: () => void;
}

/** A refund that no issued credit note tells of, and the way to one. */
function RefundBanner({ refund, isBusy, onCredit }: RefundBannerProps) {
  const format = useFormat();
  const { creditNote } = refund;
  return (
    <Banner status="warning" title={refundSentence(refund, format)}>
      <p>{creditNote === null ? refundWords.needsCreditNote : refundWords.draftWaits}</p>
      <p>
        {creditNote === null ? (
          <PushButton isDisabled={isBusy} onClick={onCredit}>
            {refundWords.make}
          </PushButton>
        ) : (
          <LinkButton to={places.document(creditNote.documentId)}>
            {refundWords.openDraft}
          </LinkButton>
        )}
      </p>
    </Banner>
  );
}
