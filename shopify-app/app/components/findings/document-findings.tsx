import { KIND_FACTS } from "#domain/merchant";
import type { DocumentSummary } from "#domain/workflows";
import { FindingsCard } from "./findings-card.tsx";
import { mendUrl } from "./mend-url.ts";
import type { ShownFinding } from "./shown-finding.ts";

interface DocumentFindingsProps {
  readonly summary: Pick<DocumentSummary, "kind" | "state" | "orderId">;
  readonly findings: readonly ShownFinding[];
  /** Of a credit note: its invoice, when it is Docket's. */
  readonly invoiceId: string | null;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
}

/** What the doctor says of a document. Of a draft that is to become an invoice he also says that nothing is wrong. */
export function DocumentFindings({
  summary,
  findings,
  invoiceId,
  ...props
}: DocumentFindingsProps) {
  const isDraft = summary.state === "draft";
  if (findings.length === 0 && !(isDraft && KIND_FACTS[summary.kind].isFiscal)) return null;
  const places = { orderId: isDraft ? summary.orderId : null, invoiceId };
  return (
    <FindingsCard
      findings={findings}
      urlOf={(finding) => mendUrl(finding, places)}
      isBusy={props.isBusy}
      onCheck={isDraft ? props.onCheck : undefined}
    />
  );
}
