import type { DocumentSummary } from "#domain/workflows";
import { Banner } from "@shopify/polaris";
import { PLAN_URL, planWords } from "../../wording/plan.ts";

const words = planWords.document;

/** A draft that would be issued if the plan had room, and what to do about it. */
export function HeldBanner({ state, heldAs }: Pick<DocumentSummary, "state" | "heldAs">) {
  if (state !== "draft" || heldAs === null) return null;
  return (
    <Banner tone="warning" title={words.title} action={{ content: planWords.see, url: PLAN_URL }}>
      {words.text[heldAs]} {words.todo}
    </Banner>
  );
}
