import type { ArtefactType } from "#domain/workflows";
import type { ReactNode } from "react";
import { KIND_FACTS } from "#domain/merchant";
import { documentFacts } from "#domain/screens";
import type { DocumentView } from "../api/types.ts";
import { DocumentLinks } from "../documents/document-links.tsx";
import { SectionCard } from "../parts/section-card.tsx";
import { documentWords as words } from "../wording/document.ts";
import { DeliveriesCard } from "./deliveries-card.tsx";
import { DocumentFactsCard } from "./document-facts-card.tsx";
import { FilesCard } from "./files-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { VatTraceCard } from "./vat-trace-card.tsx";

interface DocumentSideProps {
  readonly view: DocumentView;
  readonly isBusy: boolean;
  readonly onDownload: (type: ArtefactType) => void;
  /** What comes first. */
  readonly children: ReactNode;
}

/** All that is known of a document beside its pages. */
export function DocumentSide({ view, isBusy, onDownload, children }: DocumentSideProps) {
  const { summary } = view.stored;
  const facts = documentFacts(view);
  return (
    <div className="docket-stack">
      {children}
      <DocumentFactsCard summary={summary} facts={facts} />
      {view.otherDocuments.length > 0 && (
        <SectionCard title={words.others.title}>
          <DocumentLinks documents={view.otherDocuments} />
        </SectionCard>
      )}
      {facts.internalNote && (
        <SectionCard title={words.note.title} text={words.note.text}>
          <div className="docket-own-words">{facts.internalNote}</div>
        </SectionCard>
      )}
      {KIND_FACTS[summary.kind].showsPrices && view.vatTrace.length > 0 && (
        <VatTraceCard vatTrace={view.vatTrace} rounding={view.rounding} />
      )}
      {view.files.length > 0 && (
        <FilesCard files={view.files} isBusy={isBusy} onDownload={onDownload} />
      )}
      <DeliveriesCard deliveries={view.deliveries} />
      <TimelineCard entries={view.timeline} />
    </div>
  );
}
