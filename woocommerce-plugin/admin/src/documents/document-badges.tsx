import type { DocumentKind } from "#domain/merchant";
import type { DocumentSummary } from "#domain/workflows";
import { Badge } from "../parts/badge.tsx";
import { paymentNames, stageNames } from "../wording/words.ts";

type Stage = Pick<DocumentSummary, "state" | "delivery" | "recipient" | "heldAs"> & {
  /** A draft that the doctor refuses. */
  readonly isToMend?: boolean;
};

/** Where a document stands, in one badge: its delivery says more than its state. */
export function StageBadge({ state, delivery, recipient, heldAs, isToMend = false }: Stage) {
  if (state === "draft" && isToMend) return <Badge tone="error">{stageNames.toMend}</Badge>;
  if (state === "draft" && heldAs !== null) return <Badge tone="warning">{stageNames.held}</Badge>;
  if (state === "draft") return <Badge tone="warning">{stageNames.draft}</Badge>;
  if (state === "redacted") return <Badge>{stageNames.redacted}</Badge>;
  switch (delivery) {
    case "sent":
      return <Badge tone="success">{stageNames.sent}</Badge>;
    case "failed":
      return <Badge tone="error">{stageNames.failed}</Badge>;
    case "waiting":
      return <Badge tone="info">{stageNames.waiting}</Badge>;
    case null:
      return recipient === "" ? (
        <Badge tone="warning">{stageNames.noAddress}</Badge>
      ) : (
        <Badge tone="info">{stageNames.issued}</Badge>
      );
  }
}

/** Of a document or, without a kind, of an order. What a credit note does not pay back stands in the customer's favour. */
export function PaidBadge({ isPaid, kind }: { isPaid: boolean; kind?: DocumentKind }) {
  if (kind === "creditNote") {
    return <Badge>{isPaid ? paymentNames.paidBack : paymentNames.notPaidOut}</Badge>;
  }
  return isPaid ? (
    <Badge>{paymentNames.paid}</Badge>
  ) : (
    <Badge tone="warning">{paymentNames.toBePaid}</Badge>
  );
}
