import type { DocumentKind } from "#domain/merchant";
import type { DocumentSummary } from "#domain/workflows";
import { Badge } from "@shopify/polaris";
import { planWords } from "../wording/plan.ts";

type Stage = Pick<DocumentSummary, "state" | "delivery" | "recipient" | "heldAs"> & {
  /** A draft that the doctor refuses. */
  readonly isToMend?: boolean;
};

/** Where a document stands, in one badge: its delivery says more than its state. */
export function StageBadge({ state, delivery, recipient, heldAs, isToMend = false }: Stage) {
  if (state === "draft" && isToMend) return <Badge tone="critical">To mend</Badge>;
  if (state === "draft" && heldAs !== null)
    return <Badge tone="attention">{planWords.document.badge}</Badge>;
  if (state === "draft") return <Badge tone="attention">Draft</Badge>;
  if (state === "redacted") return <Badge>Redacted</Badge>;
  switch (delivery) {
    case "sent":
      return <Badge tone="success">Sent</Badge>;
    case "failed":
      return <Badge tone="critical">Not delivered</Badge>;
    case "waiting":
      return <Badge tone="info">Sending</Badge>;
    case null:
      return recipient === "" ? (
        <Badge tone="attention">No e-mail address</Badge>
      ) : (
        <Badge tone="info">Issued</Badge>
      );
  }
}

/** Of a document or, without a kind, of an order. What a credit note does not pay back stands in the customer's favour. */
export function PaidBadge({ isPaid, kind }: { isPaid: boolean; kind?: DocumentKind }) {
  if (kind === "creditNote") return <Badge>{isPaid ? "Paid back" : "Not paid out"}</Badge>;
  return isPaid ? <Badge>Paid</Badge> : <Badge tone="warning">To be paid</Badge>;
}
