import type { DocumentSummary } from "#domain/workflows";
import { documentWords } from "../../wording/document.ts";
import { FactList } from "../fact-list.tsx";
import { formatDate, formatMoney } from "../format.ts";
import { SectionCard } from "../section-card.tsx";

const words = documentWords.facts;

interface DocumentFactsCardProps {
  readonly summary: DocumentSummary;
  readonly dueDate: string | null;
  readonly amountDue: string;
  readonly paymentReference: string;
  readonly hash: string;
}

export function DocumentFactsCard({ summary, ...facts }: DocumentFactsCardProps) {
  const money = (amount: string) => amount && formatMoney(amount, summary.currency);
  return (
    <SectionCard title={words.title}>
      <FactList
        facts={[
          { label: words.order, value: summary.orderNumber },
          { label: words.buyer, value: summary.buyerName },
          { label: words.recipient, value: summary.recipient || words.noRecipient },
          { label: words.issueDate, value: summary.issueDate && formatDate(summary.issueDate) },
          { label: words.dueDate, value: facts.dueDate && formatDate(facts.dueDate) },
          { label: words.total, value: money(summary.total) },
          { label: words.amountDue, value: summary.isPaid ? "" : money(facts.amountDue) },
          { label: words.paymentReference, value: facts.paymentReference },
          {
            label: words.hash,
            value: facts.hash && <code title={facts.hash}>{facts.hash.slice(0, 12)}…</code>,
          },
        ]}
      />
    </SectionCard>
  );
}
