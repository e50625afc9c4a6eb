import { nextPage, previousPage } from "#domain/screens";
import { useParams, visit } from "../navigation/location.ts";
import { frameWords } from "../wording/frame.ts";
import { PushButton } from "./push-button.tsx";

const words = frameWords.pages;

/** The present page is kept in the address. Nothing when there is only one. */
export function Pager({ nextCursor }: { readonly nextCursor: string | null }) {
  const params = useParams();
  const hasPrevious = params.has("cursor");
  if (nextCursor === null && !hasPrevious) return null;
  return (
    <nav className="docket-buttons docket-pager" aria-label={words.label}>
      <PushButton isDisabled={!hasPrevious} onClick={() => visit(previousPage(params))}>
        {words.previous}
      </PushButton>
      <PushButton
        isDisabled={nextCursor === null}
        onClick={() => {
          if (nextCursor !== null) visit(nextPage(params, nextCursor));
        }}
      >
        {words.next}
      </PushButton>
    </nav>
  );
}
