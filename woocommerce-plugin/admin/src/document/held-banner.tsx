import type { DocumentSummary } from "#domain/workflows";
import { LinkButton } from "../navigation/link.tsx";
import { places } from "../navigation/route.ts";
import { Banner } from "../parts/banner.tsx";
import { planWords } from "../wording/plan.ts";

const words = planWords.document;

/** A draft that would be issued if the plan had room, and what to do about it. */
export function HeldBanner({ state, heldAs }: Pick<DocumentSummary, "state" | "heldAs">) {
  if (state !== "draft" || heldAs === null) return null;
  return (
    <Banner status="warning" title={words.title}>
      <p>
        {words.text[heldAs]} {words.todo}
      </p>
      <p>
        <LinkButton to={places.plan()}>{planWords.see}</LinkButton>
      </p>
    </Banner>
  );
}
