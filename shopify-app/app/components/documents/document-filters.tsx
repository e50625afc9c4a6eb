import { ChoiceList, IndexFilters, useSetIndexFiltersMode } from "@shopify/polaris";
import { documentsWords as words } from "../../wording/documents.ts";
import { kindNames, optionsOf } from "../../wording/words.ts";
import { useDelayedSearch } from "../lists/use-delayed-search.ts";
import { DateRangeFilter, dateRangeText } from "./date-range-filter.tsx";
import { DOCUMENT_VIEWS, type DocumentQuery } from "./document-query.ts";

interface DocumentFiltersProps {
  readonly query: DocumentQuery;
  readonly isLoading: boolean;
  readonly onChange: (changes: Partial<DocumentQuery>) => void;
}

const NO_FILTER = { search: "", kind: "", paid: "", delivery: "", from: "", to: "" } as const;

/** Tabs, search and filters above the list; all of it lives in the address. */
export function DocumentFilters({ query, isLoading, onChange }: DocumentFiltersProps) {
  const { mode, setMode } = useSetIndexFiltersMode();
  const [text, setText] = useDelayedSearch(query.search, (search) => onChange({ search }));

  return (
    <IndexFilters
      mode={mode}
      setMode={setMode}
      tabs={DOCUMENT_VIEWS.map((view) => ({ id: view, content: words.views[view] }))}
      selected={DOCUMENT_VIEWS.indexOf(query.view)}
      onSelect={(index) => onChange({ view: DOCUMENT_VIEWS[index] ?? "all" })}
      canCreateNewView={false}
      queryValue={text}
      queryPlaceholder={words.searchPlaceholder}
      onQueryChange={setText}
      onQueryClear={() => setText("")}
      cancelAction={{ onAction: () => onChange(NO_FILTER) }}
      filters={filterFields(query, onChange)}
      appliedFilters={appliedFilters(query, onChange)}
      onClearAll={() => onChange(NO_FILTER)}
      loading={isLoading}
    />
  );
}

type FilterArgs = Parameters<
  (query: DocumentQuery, onChange: DocumentFiltersProps["onChange"]) => void
>;

/** A view about deliveries already says which; the others can be narrowed. */
const allowsDelivery = ({ view }: DocumentQuery) => view === "all" || view === "issued";

function filterFields(...[query, onChange]: FilterArgs) {
  const choice = <Key extends "kind" | "paid" | "delivery">(
    key: Key,
    names: Readonly<Record<Exclude<DocumentQuery[Key], "">, string>>,
  ) => ({
    key,
    label: words.filters[key],
    pinned: true,
    filter: (
      <ChoiceList
        title={words.filters[key]}
        titleHidden
        choices={optionsOf(names)}
        selected={[query[key]]}
        onChange={([value]: DocumentQuery[Key][]) => onChange({ [key]: value ?? "" })}
      />
    ),
  });
  return [
    choice("kind", kindNames),
    choice("paid", words.filters.paidOptions),
    ...(allowsDelivery(query) ? [choice("delivery", words.filters.deliveryOptions)] : []),
    {
      key: "dates",
      label: words.filters.dates,
      pinned: true,
      filter: <DateRangeFilter from={query.from} to={query.to} onChange={onChange} />,
    },
  ];
}

function appliedFilters(...[query, onChange]: FilterArgs) {
  const { filters } = words;
  const applied = [
    query.kind && { key: "kind", label: kindNames[query.kind] },
    query.paid && { key: "paid", label: filters.paidOptions[query.paid] },
    query.delivery &&
      allowsDelivery(query) && {
        key: "delivery",
        label: filters.deliveryOptions[query.delivery],
      },
    (query.from || query.to) && { key: "dates", label: dateRangeText(query.from, query.to) },
  ];
  return applied
    .filter((filter) => typeof filter === "object")
    .map(({ key, label }) => ({
      key,
      label,
      onRemove: () => onChange(key === "dates" ? { from: "", to: "" } : { [key]: "" }),
    }));
}
