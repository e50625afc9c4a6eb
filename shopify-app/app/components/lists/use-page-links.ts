import { useSearchParams } from "@remix-run/react";
import { nextPage, previousPage } from "./search-params.ts";

/** What Polaris' pagination wants, with the present page kept in the address. */
export function usePageLinks(nextCursor: string | null) {
  const [params, setParams] = useSearchParams();
  return {
    hasNext: nextCursor !== null,
    onNext: () => {
      if (nextCursor !== null) setParams(nextPage(params, nextCursor));
    },
    hasPrevious: params.has("cursor"),
    onPrevious: () => setParams(previousPage(params)),
  };
}
