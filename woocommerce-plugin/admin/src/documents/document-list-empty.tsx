import { ListEmpty } from "../lists/list-empty.tsx";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { PushButton } from "../parts/push-button.tsx";
import { documentsWords as words } from "../wording/documents.ts";
import { isNarrowed, type DocumentQuery } from "./document-query.ts";

interface DocumentListEmptyProps {
  readonly query: DocumentQuery;
  readonly onClear: () => void;
}

/** Says what to do: make a document, or widen the search. An empty tab may be good news. */
export function DocumentListEmpty({ query, onClear }: DocumentListEmptyProps) {
  if (isNarrowed(query)) {
    return (
      <ListEmpty {...words.noneFound}>
        <PushButton onClick={onClear}>{words.filters.clear}</PushButton>
      </ListEmpty>
    );
  }
  if (query.view !== "all") return <ListEmpty heading={words.emptyViews[query.view]} />;
  return (
    <ListEmpty heading={words.none.heading} text={words.none.text}>
      <LinkButton variant="primary" to={places.orders()}>
        {words.none.orders}
      </LinkButton>
      <LinkButton to={places.settings("rules")}>{words.none.rules}</LinkButton>
    </ListEmpty>
  );
}
