import type { DocumentSummary } from "#domain/workflows";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { StageBadge } from "./document-badges.tsx";
import { documentTitle } from "./document-name.ts";

interface DocumentLinksProps {
  readonly documents: readonly DocumentSummary[];
}

/** Documents by name, each with where it stands. */
export const DocumentLinks = ({ documents }: DocumentLinksProps) => (
  <ul className="docket-plain">
    {documents.map((document) => (
      <li key={document.documentId} className="docket-line">
        <Link to={places.document(document.documentId)}>{documentTitle(document)}</Link>
        <StageBadge {...document} />
      </li>
    ))}
  </ul>
);
