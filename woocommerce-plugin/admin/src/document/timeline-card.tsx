import type { TimelineEntry } from "#domain/workflows";
import { useFormat } from "../frame/format-context.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { documentWords, timelineSentence } from "../wording/document.ts";

/** What happened to the document, newest first. */
export function TimelineCard({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { instant } = useFormat();
  const newestFirst = entries.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <SectionCard title={documentWords.timeline.title}>
      <ol className="docket-timeline">
        {newestFirst.map((entry) => (
          <li key={`${entry.at} ${entry.type} ${entry.detail}`}>
            <p className="docket-own-words">{timelineSentence(entry)}</p>
            <time className="docket-quiet" dateTime={entry.at}>
              {instant(entry.at)}
            </time>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
