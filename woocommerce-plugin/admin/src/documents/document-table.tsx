import type { DocumentRow } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Amount } from "../parts/amount.tsx";
import { documentsWords as words } from "../wording/documents.ts";
import { kindNames } from "../wording/words.ts";
import { PaidBadge, StageBadge } from "./document-badges.tsx";
import { documentName } from "./document-name.ts";
import type { Selection } from "./use-selection.ts";

interface DocumentTableProps {
  readonly documents: readonly DocumentRow[];
  readonly selection: Selection;
}

export function DocumentTable({ documents, selection }: DocumentTableProps) {
  const { columns } = words;
  return (
    <table className="widefat striped docket-table">
      <thead>
        <tr>
          <td className="docket-check">
            <label>
              <input
                type="checkbox"
                aria-label={words.selectAll}
                checked={selection.isAll}
                onChange={({ target }) => selection.setAll(target.checked)}
              />
              <span>{words.selectAll}</span>
            </label>
          </td>
          <th scope="col">{columns.document}</th>
          <th scope="col">{columns.order}</th>
          <th scope="col">{columns.buyer}</th>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.payment}</th>
          <th scope="col">{columns.stage}</th>
          <th scope="col" className="docket-end">
            {columns.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <DocumentTableRow key={document.documentId} document={document} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

interface DocumentTableRowProps {
  readonly document: DocumentRow;
  readonly selection: Selection;
}

function DocumentTableRow({ document, selection }: DocumentTableRowProps) {
  const { date, day } = useFormat();
  const { columns } = words;
  const { documentId, issueDate, createdAt } = document;
  const name = documentName(document);
  return (
    <tr>
      <td className="docket-check">
        <input
          type="checkbox"
          aria-label={words.select(name, document.orderNumber)}
          checked={selection.has(documentId)}
          onChange={({ target }) => selection.set(documentId, target.checked)}
        />
      </td>
      <th scope="row">
        <Link to={places.document(documentId)} className="row-title">
          {name}
        </Link>
        {document.number !== "" && <div className="docket-quiet">{kindNames[document.kind]}</div>}
      </th>
      <td data-label={columns.order}>{document.orderNumber}</td>
      <td data-label={columns.buyer}>{document.buyerName}</td>
      <td data-label={columns.date}>{issueDate ? date(issueDate) : day(createdAt)}</td>
      <td data-label={columns.payment}>
        <PaidBadge {...document} />
      </td>
      <td data-label={columns.stage}>
        <StageBadge {...document} />
      </td>
      <td data-label={columns.total} className="docket-end">
        <Amount amount={document.total} currency={document.currency} />
      </td>
    </tr>
  );
}
