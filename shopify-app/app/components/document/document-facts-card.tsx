import type { BuyerVatCheck, CreditedInvoice, DocumentFacts } from "#domain/screens";
import type { DocumentSummary } from "#domain/workflows";
import { Link } from "@shopify/polaris";
import { documentWords } from "../../wording/document.ts";
import { documentUrl } from "../documents/document-name.ts";
import { FactList } from "../fact-list.tsx";
import { formatDate, formatInstant, formatMoney } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import { useShopFacts } from "../shop-facts.tsx";

const words = documentWords.facts;

interface DocumentFactsCardProps {
  readonly summary: DocumentSummary;
  readonly facts: DocumentFacts;
}

export function DocumentFactsCard({ summary, facts }: DocumentFactsCardProps) {
  const money = (amount: string) => amount && formatMoney(amount, summary.currency);
  const due = summary.kind === "creditNote" ? words.inFavour : words.amountDue;
  return (
    <SectionCard title={words.title}>
      <FactList
        facts={[
          { label: words.order, value: summary.orderNumber },
          { label: words.credits, value: facts.credits && <Credited {...facts.credits} /> },
          { label: words.creditReason, value: facts.creditReason },
          { label: words.buyer, value: summary.buyerName },
          { label: words.buyerVatIdentifier, value: facts.buyerVatIdentifier },
          { label: words.vies, value: facts.buyerVatCheck && <Vies {...facts.buyerVatCheck} /> },
          { label: words.recipient, value: summary.recipient || words.noRecipient },
          { label: words.issueDate, value: summary.issueDate && formatDate(summary.issueDate) },
          { label: words.dueDate, value: facts.dueDate && formatDate(facts.dueDate) },
          { label: words.total, value: money(summary.total) },
          { label: due, value: summary.isPaid ? "" : money(facts.amountDue) },
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

/** What VIES said, when, and under which number it can be proven. */
function Vies({ state, checkedAt, consultationNumber }: BuyerVatCheck) {
  const { timeZone } = useShopFacts();
  const said = words.vatCheck[state](formatInstant(checkedAt, timeZone));
  return [said, ...(consultationNumber ? [words.consultation(consultationNumber)] : [])].join(", ");
}

function Credited({ number, issueDate, documentId }: CreditedInvoice) {
  if (documentId !== null) return <Link url={documentUrl(documentId)}>{number}</Link>;
  return issueDate === null ? number : words.creditsElsewhere(number, formatDate(issueDate));
}
