import { Button, SelectControl, TextControl } from "@wordpress/components";
import { optionsOf } from "../choices.ts";
import { ListSearch } from "../lists/list-search.tsx";
import { Link } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { documentsWords } from "../wording/documents.ts";
import { kindNames } from "../wording/words.ts";
import {
  allowsDelivery,
  DOCUMENT_VIEWS,
  isNarrowed,
  readDocumentQuery,
  type DocumentQuery,
} from "./document-query.ts";

const words = documentsWords.filters;

interface DocumentFiltersProps {
  readonly query: DocumentQuery;
  readonly onChange: (changes: Partial<DocumentQuery>) => void;
}

/** Tabs, search and filters above the list; all of it lives in the address. */
export function DocumentFilters({ query, onChange }: DocumentFiltersProps) {
  return (
    <div className="docket-filters">
      <nav className="docket-views" aria-label={documentsWords.viewsLabel}>
        {DOCUMENT_VIEWS.map((view) => (
          <Link
            key={view}
            to={places.documents({ ...query, view })}
            isCurrent={view === query.view}
          >
            {documentsWords.views[view]}
          </Link>
        ))}
      </nav>
      <FilterRow query={query} onChange={onChange} />
    </div>
  );
}

const FilterRow = ({ query, onChange }: DocumentFiltersProps) => (
  <fieldset className="docket-filter-row" aria-label={words.label}>
    <ListSearch
      label={documentsWords.search}
      search={query.search}
      onSearch={(search) => onChange({ search })}
    />
    <Choice
      name="kind"
      label={words.kind}
      any={words.anyKind}
      options={kindNames}
      query={query}
      onChange={onChange}
    />
    <Choice
      name="paid"
      label={words.paid}
      any={words.anyPaid}
      options={words.paidOptions}
      query={query}
      onChange={onChange}
    />
    {allowsDelivery(query) && (
      <Choice
        name="delivery"
        label={words.delivery}
        any={words.anyDelivery}
        options={words.deliveryOptions}
        query={query}
        onChange={onChange}
      />
    )}
    <TextControl
      __nextHasNoMarginBottom
      __next40pxDefaultSize
      type="date"
      label={words.from}
      value={query.from}
      onChange={(from) => onChange({ from })}
    />
    <TextControl
      __nextHasNoMarginBottom
      __next40pxDefaultSize
      type="date"
      label={words.to}
      value={query.to}
      onChange={(to) => onChange({ to })}
    />
    {isNarrowed(query) && (
      <Button
        variant="link"
        onClick={() => onChange(readDocumentQuery(new URLSearchParams({ view: query.view })))}
      >
        {words.clear}
      </Button>
    )}
  </fieldset>
);

interface ChoiceProps extends DocumentFiltersProps {
  readonly name: "kind" | "paid" | "delivery";
  readonly label: string;
  /** The choice that filters nothing. */
  readonly any: string;
  readonly options: Readonly<Record<string, string>>;
}

const Choice = ({ name, label, any, options, query, onChange }: ChoiceProps) => (
  <SelectControl
    __nextHasNoMarginBottom
    __next40pxDefaultSize
    label={label}
    value={query[name]}
    options={[{ value: "", label: any }, ...optionsOf(options)]}
    onChange={(value) =>
      onChange({ [name]: readDocumentQuery(new URLSearchParams({ [name]: value }))[name] })
    }
  />
);
