import type { DocumentSummary } from "#domain/workflows";
import { Banner } from "@shopify/polaris";
import { documentWords } from "../../wording/document.ts";
import { documentUrl } from "../documents/document-name.ts";
import { formatMoney } from "../format.ts";
import { RefundBanner } from "./refund-banner.tsx";
import type { RefundFacts } from "./refund-facts.ts";

const words = documentWords.orderChange;
const refundWords = documentWords.refund;

interface OrderChangeBannerProps {
  readonly summary: Pick<DocumentSummary, "kind" | "state" | "orderNumber">;
  readonly change: "cancelled" | "refunded" | "edited" | null;
  readonly refunds: readonly RefundFacts[];
  readonly otherDocuments: readonly DocumentSummary[];
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onCredit: (refund: RefundFacts) => void;
}

/** What became of the order afterwards, and what that asks of the merchant. Only an invoice asks for something. */
export function OrderChangeBanner({ summary, change, ...props }: OrderChangeBannerProps) {
  if (summary.kind === "invoice" && summary.state === "draft")
    return <RefundedBeforeBanner orderNumber={summary.orderNumber} refunds={props.refunds} />;
  if (change === null) return null;
  if (summary.kind !== "invoice") {
    return (
      <Banner tone="info" title={words[change]}>
        {words.stays}
      </Banner>
    );
  }
  if (change !== "refunded") return <InvoiceChangeBanner change={change} {...props} />;
  return props.refunds
    .filter(({ creditNote }) => creditNote === null || creditNote.state === "draft")
    .map((refund) => (
      <RefundBanner
        key={refund.refundId}
        refund={refund}
        isBusy={props.isBusy}
        onCredit={() => props.onCredit(refund)}
      />
    ));
}

/** A refund that came before its invoice was issued. */
function RefundedBeforeBanner({
  orderNumber,
  refunds,
}: Pick<OrderChangeBannerProps, "refunds"> & { readonly orderNumber: string }) {
  const open = refunds.filter(({ creditNote }) => creditNote === null);
  if (open.length === 0) return null;
  const amounts = open
    .filter(({ amount }) => /[1-9]/.test(amount))
    .map(({ amount, currency }) => formatMoney(amount, currency));
  return (
    <Banner tone="info" title={refundWords.before(orderNumber, amounts.join(" + "))}>
      {refundWords.afterInvoice}
    </Banner>
  );
}

type InvoiceChangeBannerProps = Pick<
  OrderChangeBannerProps,
  "otherDocuments" | "isBusy" | "onCheck"
> & { readonly change: "cancelled" | "edited" };

/** A draft makes up for what was changed or cancelled; looking at the order again makes it. */
function InvoiceChangeBanner({
  change,
  otherDocuments,
  isBusy,
  onCheck,
}: InvoiceChangeBannerProps) {
  const draft = otherDocuments.find(
    ({ state, part }) => state === "draft" && part.startsWith("edit:"),
  );
  const action = draft
    ? { content: words.openDraft, url: documentUrl(draft.documentId) }
    : { content: words.check, onAction: onCheck, disabled: isBusy };
  return (
    <Banner tone="warning" title={words[change]} action={action}>
      {words.stays} {draft ? draftWaits(draft) : words.noDraft[change]}
    </Banner>
  );
}

const draftWaits = ({ kind }: DocumentSummary): string =>
  kind === "creditNote" ? words.draftWaits.creditNote : words.draftWaits.invoice;
