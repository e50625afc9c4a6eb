import type { Finding } from "#domain/doctor";
import { KIND_FACTS } from "#domain/merchant";
import { documentFacts } from "#domain/screens";
import type { Problem } from "../api/problem.ts";
import { usePolling } from "../api/use-polling.ts";
import type { DocumentView } from "../api/types.ts";
import { PaidBadge, StageBadge } from "../documents/document-badges.tsx";
import { documentName } from "../documents/document-name.ts";
import { ProblemsBanner } from "../documents/problems-banner.tsx";
import { FindingsCard } from "../findings/findings-card.tsx";
import { mendPlace } from "../findings/mend-place.ts";
import { Screen } from "../frame/screen.tsx";
import { places } from "../navigation/route.ts";
import { NotMadeBanner } from "../orders/not-made-banner.tsx";
import { Banner } from "../parts/banner.tsx";
import { ProblemBanner } from "../parts/problem-banner.tsx";
import { RunningNote } from "../parts/running-note.tsx";
import { documentWords as words } from "../wording/document.ts";
import { findingsWords } from "../wording/findings.ts";
import { kindNames } from "../wording/words.ts";
import { DocumentActions } from "./document-actions.tsx";
import { DocumentSheets } from "./document-sheets.tsx";
import { DocumentSide } from "./document-side.tsx";
import { HeldBanner } from "./held-banner.tsx";
import { OrderChangeBanner } from "./order-change-banner.tsx";
import { useDocumentActions } from "./use-document-actions.tsx";

/** The PDF takes a second at most, a mail a little longer. */
const LOOK_AGAIN_SECONDS = 2;

interface LoadedDocumentProps {
  readonly view: DocumentView;
  /** Why it could not be loaded again; what is shown is from before. */
  readonly problem: Problem | null;
  readonly onReload: () => void;
}

export function LoadedDocument({ view, problem, onReload }: LoadedDocumentProps) {
  const { findings, isPdfReady, stored } = view;
  const { summary } = stored;
  const isDraft = summary.state === "draft";
  const errors = isDraft ? findings.filter(({ severity }) => severity === "error") : [];
  const actions = useDocumentActions({ summary, errors, onReload });
  const isMakingPdf = summary.state === "issued" && !isPdfReady;
  const isBusy = actions.runningText !== null;
  usePolling(isMakingPdf || summary.delivery === "waiting", LOOK_AGAIN_SECONDS, onReload);
  const checked = <Checked view={view} isBusy={isBusy} onCheck={actions.on.onCheck} />;

  return (
    <Screen
      title={documentName(summary)}
      subtitle={summary.number === "" ? "" : kindNames[summary.kind]}
      badges={
        <>
          <StageBadge {...summary} /> <PaidBadge {...summary} />
        </>
      }
      actions={<DocumentActions summary={summary} isBusy={isBusy} {...actions.on} />}
      back={{ label: words.section, to: places.documents() }}
    >
      <RunningNote text={actions.runningText} />
      {problem && <ProblemBanner problem={problem} onRetry={onReload} />}
      {actions.failures.map((failure) => (
        <ProblemBanner key={failure.problem.code} {...failure} />
      ))}
      <ProblemsBanner
        problems={actions.problems}
        heldCount={actions.heldCount}
        nameOf={() => documentName(summary)}
      />
      {actions.refusal && <NotMadeBanner {...actions.refusal} />}
      <HeldBanner {...summary} />
      {errors.length > 0 && <Refused kind={summary.kind} errors={errors} />}
      {errors.length > 0 && checked}
      <OrderChangeBanner view={view} isBusy={isBusy} {...actions.on} />
      <div className="docket-columns">
        <DocumentSheets summary={summary} isMakingPdf={isMakingPdf} version={actions.version} />
        <DocumentSide view={view} isBusy={isBusy} onDownload={actions.on.onDownload}>
          {errors.length === 0 && checked}
        </DocumentSide>
      </div>
      {actions.dialog}
    </Screen>
  );
}

interface RefusedProps {
  readonly kind: DocumentView["stored"]["summary"]["kind"];
  readonly errors: readonly Finding[];
}

/** A draft that the doctor refuses. What is wrong stands below it. */
const Refused = ({ kind, errors }: RefusedProps) => (
  <Banner status="error" title={findingsWords.refused.titles[kind]}>
    {findingsWords.refused.text(errors.length)}
  </Banner>
);

interface CheckedProps {
  readonly view: DocumentView;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
}

/** What the doctor says of a document. Of a draft that is to become an invoice he also says that nothing is wrong. */
function Checked({ view, isBusy, onCheck }: CheckedProps) {
  const { findings, stored } = view;
  const { kind, orderId } = stored.summary;
  const isDraft = stored.state === "draft";
  if (findings.length === 0 && !(isDraft && KIND_FACTS[kind].isFiscal)) return null;
  const invoiceId = documentFacts(view).credits?.documentId ?? null;
  return (
    <FindingsCard
      findings={findings}
      placeOf={(finding) => mendPlace(finding, { orderId: isDraft ? orderId : null, invoiceId })}
      isBusy={isBusy}
      onCheck={isDraft ? onCheck : undefined}
    />
  );
}
