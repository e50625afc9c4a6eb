import type { TimelineEntry } from "#domain/workflows";
import { Text } from "@shopify/polaris";
import { documentWords, timelineSentence } from "../../wording/document.ts";
import { formatInstant } from "../format.ts";
import { SectionCard } from "../section-card.tsx";
import { useShopFacts } from "../shop-facts.tsx";

/** What happened to the document, newest first. */
export function TimelineCard({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { timeZone } = useShopFacts();
  const newestFirst = entries.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <SectionCard title={documentWords.timeline.title}>
      <ol className="timeline">
        {newestFirst.map((entry) => (
          <li key={`${entry.at} ${entry.type} ${entry.detail}`}>
            <Text as="p" breakWord>
              {timelineSentence(entry)}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              <time dateTime={entry.at}>{formatInstant(entry.at, timeZone)}</time>
            </Text>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
