import { useId, useState } from "@wordpress/element";
import type { DocumentView } from "../api/types.ts";
import { useFormat } from "../frame/format-context.tsx";
import { PushButton } from "../parts/push-button.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { documentWords } from "../wording/document.ts";

const words = documentWords.vat;
/** As many names as a person reads on. */
const MOST_PARTS = 4;

type VatTraceCardProps = Pick<DocumentView, "vatTrace" | "rounding">;

/** Why each part is taxed as it is, for who wants to know. */
export function VatTraceCard({ vatTrace, rounding }: VatTraceCardProps) {
  const { language } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <SectionCard title={words.title}>
      {rounding && <p>{rounding[language]}</p>}
      <p>
        <PushButton isExpanded={isOpen} controls={id} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? words.hide : words.show}
        </PushButton>
      </p>
      <div id={id} hidden={!isOpen} className="docket-stack">
        {vatTrace.map(({ parts, words: reason }) => (
          <div key={`${reason.en} ${parts.join()}`}>
            <strong className="docket-own-words">{partsText(parts)}</strong>
            <p className="docket-quiet">{reason[language]}</p>
          </div>
        ))}
      </div>
    </SectionCard>
  );
}

function partsText(parts: readonly string[]): string {
  const left = parts.length - MOST_PARTS;
  if (left <= 1) return parts.join(", ");
  return words.partsAndMore(parts.slice(0, MOST_PARTS).join(", "), left);
}
