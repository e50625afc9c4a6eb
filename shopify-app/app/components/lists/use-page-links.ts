import { nextPage, previousPage } from "#domain/screens";
import { useSearchParams } from "@remix-run/react";

/** Polaris' pagination, with the present page kept in the address; nothing when there is only one page. */
export function usePageLinks(nextCursor: string | null) {
  const [params, setParams] = useSearchParams();
  const hasPrevious = params.has("cursor");
  if (nextCursor === null && !hasPrevious) return {};
  const pagination = {
    hasNext: nextCursor !== null,
    onNext: () => {
      if (nextCursor !== null) setParams(nextPage(params, nextCursor));
    },
    hasPrevious,
    onPrevious: () => setParams(previousPage(params)),
  };
  return { pagination };
}
