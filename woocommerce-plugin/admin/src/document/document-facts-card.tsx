import type { BuyerVatCheck, CreditedInvoice, DocumentFacts } from "#domain/screens";
import type { DocumentSummary } from "#domain/workflows";
import { orderHref } from "../page-facts.ts";
import { useFormat } from "../frame/format-context.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { FactList } from "../parts/fact-list.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { documentWords } from "../wording/document.ts";

const words = documentWords.facts;
const HASH_CHARACTERS = 12;

interface DocumentFactsCardProps {
  readonly summary: DocumentSummary;
  readonly facts: DocumentFacts;
}

export function DocumentFactsCard({ summary, facts }: DocumentFactsCardProps) {
  const { money, date } = useFormat();
  const amount = (text: string) => text && money(text, summary.currency);
  const due = summary.kind === "creditNote" ? words.inFavour : words.amountDue;
  return (
    <SectionCard title={words.title}>
      <FactList
        facts={[
          {
            label: words.order,
            value: <a href={orderHref(summary.orderId)}>{summary.orderNumber}</a>,
          },
          { label: words.credits, value: facts.credits && <Credited {...facts.credits} /> },
          { label: words.creditReason, value: facts.creditReason },
          { label: words.buyer, value: summary.buyerName },
          { label: words.buyerVatIdentifier, value: facts.buyerVatIdentifier },
          { label: words.vies, value: facts.buyerVatCheck && <Vies {...facts.buyerVatCheck} /> },
          { label: words.recipient, value: summary.recipient || words.noRecipient },
          { label: words.issueDate, value: summary.issueDate && date(summary.issueDate) },
          { label: words.dueDate, value: facts.dueDate && date(facts.dueDate) },
          { label: words.total, value: amount(summary.total) },
          { label: due, value: summary.isPaid ? "" : amount(facts.amountDue) },
          { label: words.paymentReference, value: facts.paymentReference },
          { label: words.hash, value: facts.hash && <Fingerprint hash={facts.hash} /> },
        ]}
      />
    </SectionCard>
  );
}

/** What VIES said, when, and under which number it can be proven. */
function Vies({ state, checkedAt, consultationNumber }: BuyerVatCheck) {
  const { instant } = useFormat();
  const said = words.vatCheck[state](instant(checkedAt));
  return [said, ...(consultationNumber ? [words.consultation(consultationNumber)] : [])].join(", ");
}

const Fingerprint = ({ hash }: Pick<DocumentFacts, "hash">) => (
  <>
    <code title={hash}>{hash.slice(0, HASH_CHARACTERS)}…</code>
    <div className="docket-quiet">{words.hashHelp}</div>
  </>
);

function Credited({ number, issueDate, documentId }: CreditedInvoice) {
  const { date } = useFormat();
  if (documentId !== null) return <Link to={places.document(documentId)}>{number}</Link>;
  return issueDate === null ? number : words.creditsElsewhere(number, date(issueDate));
}
