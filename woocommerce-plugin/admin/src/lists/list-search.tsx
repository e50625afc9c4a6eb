import { SearchControl } from "@wordpress/components";
import { useDelayedSearch } from "./use-delayed-search.ts";

interface ListSearchProps {
  readonly label: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/** The search above a list; it asks when the typing stops. */
export function ListSearch({ label, search, onSearch }: ListSearchProps) {
  const [text, setText] = useDelayedSearch(search, onSearch);
  return (
    <div className="docket-search">
      <SearchControl
        __nextHasNoMarginBottom
        label={label}
        placeholder={label}
        value={text}
        onChange={setText}
      />
    </div>
  );
}
