import { KIND_FACTS } from "#domain/merchant";
import type { DocumentFacts } from "#domain/screens";
import type { ArtefactType, Delivery, DocumentSummary, TimelineEntry } from "#domain/workflows";
import { BlockStack } from "@shopify/polaris";
import type { ComponentProps, ReactNode } from "react";
import { documentWords as words } from "../../wording/document.ts";
import { DocumentLinks } from "../document-links.tsx";
import { SectionCard } from "../section-card.tsx";
import { DeliveriesCard } from "./deliveries-card.tsx";
import { DocumentFactsCard } from "./document-facts-card.tsx";
import { FilesCard } from "./files-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { VatTraceCard } from "./vat-trace-card.tsx";

interface DocumentSideProps {
  /** What comes first. */
  readonly children: ReactNode;
  readonly summary: DocumentSummary;
  readonly facts: DocumentFacts;
  readonly vatTrace: ComponentProps<typeof VatTraceCard>["trace"];
  readonly rounding: string;
  readonly otherDocuments: readonly DocumentSummary[];
  readonly files: ComponentProps<typeof FilesCard>["files"];
  readonly deliveries: readonly Delivery[];
  readonly timeline: readonly TimelineEntry[];
  readonly isBusy: boolean;
  readonly onDownload: (type: ArtefactType) => void;
}

/** All that is known of a document beside its pages. */
export function DocumentSide({ summary, facts, children, ...props }: DocumentSideProps) {
  const { isBusy, files, otherDocuments, vatTrace } = props;
  return (
    <BlockStack gap="400">
      {children}
      <DocumentFactsCard summary={summary} facts={facts} />
      {otherDocuments.length > 0 && (
        <SectionCard title={words.others.title}>
          <DocumentLinks documents={otherDocuments} />
        </SectionCard>
      )}
      {facts.internalNote && (
        <SectionCard title={words.note.title} text={words.note.text}>
          <div className="own-words">{facts.internalNote}</div>
        </SectionCard>
      )}
      {KIND_FACTS[summary.kind].showsPrices && vatTrace.length > 0 && (
        <VatTraceCard trace={vatTrace} rounding={props.rounding} />
      )}
      {files.length > 0 && (
        <FilesCard files={files} isBusy={isBusy} onDownload={props.onDownload} />
      )}
      <DeliveriesCard deliveries={props.deliveries} />
      <TimelineCard entries={props.timeline} />
    </BlockStack>
  );
}
