import type { DocumentSummary } from "#domain/workflows";
import { StageBadge } from "../documents/document-badges.tsx";
import { documentName } from "../documents/document-name.ts";
import { Link, LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Amount } from "../parts/amount.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { homeWords } from "../wording/home.ts";
import { kindNames } from "../wording/words.ts";

const words = homeWords.recent;

export function RecentCard({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  if (documents.length === 0) {
    return (
      <SectionCard title={words.title}>
        <p className="docket-quiet">{words.none}</p>
        <p>
          <LinkButton to={places.settings("rules")}>{words.rules}</LinkButton>
        </p>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={words.title}>
      <ul className="docket-plain docket-stack">
        {documents.map((document) => (
          <RecentDocument key={document.documentId} document={document} />
        ))}
      </ul>
      <p>
        <Link to={places.documents()}>{words.all}</Link>
      </p>
    </SectionCard>
  );
}

const RecentDocument = ({ document }: { readonly document: DocumentSummary }) => (
  <li className="docket-spread">
    <div>
      <div className="docket-line">
        <Link to={places.document(document.documentId)}>{documentName(document)}</Link>
        <StageBadge {...document} />
      </div>
      <p className="docket-quiet">
        {[kindNames[document.kind], words.order(document.orderNumber), document.buyerName]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
    <Amount amount={document.total} currency={document.currency} />
  </li>
);
