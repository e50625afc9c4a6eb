import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { BlockStack, InlineStack, Layout, Page } from "@shopify/polaris";
import { documentFacts } from "#domain/screens";
import type { Desk } from "#server/wiring";
import { findJournal, type DocumentSummary } from "#domain/workflows";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { DocumentSheets } from "../components/document/document-preview.tsx";
import { DocumentSide } from "../components/document/document-side.tsx";
import { DocumentTitleBar } from "../components/document/document-title-bar.tsx";
import { HeldBanner } from "../components/document/held-banner.tsx";
import { OrderChangeBanner } from "../components/document/order-change-banner.tsx";
import { RefusedBanner } from "../components/document/refused-banner.tsx";
import { useDocumentActions } from "../components/document/use-document-actions.tsx";
import type { DocumentCommand } from "../components/documents/document-command.ts";
import { documentName } from "../components/documents/document-name.ts";
import { ProblemsBanner } from "../components/documents/problems-banner.tsx";
import { PaidBadge, StageBadge } from "../components/document-badges.tsx";
import { DocumentFindings } from "../components/findings/document-findings.tsx";
import { shownFinding } from "../components/findings/shown-finding.ts";
import { NotMadeBanner } from "../components/orders/not-made-banner.tsx";
import { RunningNote } from "../components/running-note.tsx";
import { usePolling } from "../components/use-polling.ts";
import { refuse } from "../requests/refuse.server.ts";
import { documentWords as words } from "../wording/document.ts";
import { documentsWords } from "../wording/documents.ts";
import { kindNames } from "../wording/words.ts";

/** The PDF takes a second at most, a mail a little longer. */
const LOOK_AGAIN_SECONDS = 2;

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await authenticateAdmin(args);
  const view = await desk.loadDocument(args.params["documentId"] ?? "");
  if (!view) refuse(404);
  const { stored, findings, rounding, vatTrace, ...shown } = view;
  const { summary } = stored;
  return {
    ...shown,
    summary,
    facts: documentFacts(view),
    findings: findings.map(shownFinding),
    rounding: rounding?.en ?? "",
    vatTrace: vatTrace.map((trace) => ({ parts: trace.parts, words: trace.words.en })),
    nextNumber: summary.state === "draft" ? await previewNumber(desk, summary) : "",
    creditNumber: (await desk.previewNumbers()).creditNote,
  };
}

/** The number this draft would get now; "" when its journal is not the one that its kind gets by itself. */
async function previewNumber(desk: Desk, { kind, journalId }: DocumentSummary): Promise<string> {
  const [settings, numbers] = await Promise.all([desk.loadSettings(), desk.previewNumbers()]);
  return findJournal({ kind }, settings).journalId === journalId ? numbers[kind].number : "";
}

/** A discarded draft can no longer be loaded; the page leaves for the list instead. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ json, defaultShouldRevalidate }) =>
  !isDiscard(json) && defaultShouldRevalidate;

const isDiscard = (command: unknown): boolean =>
  typeof command === "object" &&
  command !== null &&
  "intent" in command &&
  command.intent === ("discard" satisfies DocumentCommand["intent"]);

export default function DocumentPage() {
  const view = useLoaderData<typeof loader>();
  const { summary, findings, isPdfReady } = view;
  const errors =
    summary.state === "draft" ? findings.filter(({ severity }) => severity === "error") : [];
  const actions = useDocumentActions({ ...view, errors });
  const isMakingPdf = summary.state === "issued" && !isPdfReady;
  const isBusy = actions.runningText !== null;
  const checked = (
    <DocumentFindings
      summary={summary}
      findings={findings}
      invoiceId={view.facts.credits?.documentId ?? null}
      isBusy={isBusy}
      {...actions.on}
    />
  );
  usePolling(isMakingPdf || summary.delivery === "waiting", LOOK_AGAIN_SECONDS);

  return (
    <Page
      title={documentName(summary)}
      subtitle={summary.number === "" ? "" : kindNames[summary.kind]}
      titleMetadata={
        <InlineStack gap="100">
          <StageBadge {...summary} />
          <PaidBadge {...summary} />
        </InlineStack>
      }
      backAction={{ content: words.section, url: "/app/documents" }}
    >
      <DocumentTitleBar summary={summary} isBusy={isBusy} {...actions.on} />
      <BlockStack gap="300">
        <RunningNote text={actions.runningText} />
        {actions.problems.length > 0 && (
          <ProblemsBanner
            title={documentsWords.problems("1 document")}
            problems={actions.problems}
            heldCount={actions.heldCount}
            nameOf={() => documentName(summary)}
          />
        )}
        {actions.refusal && (
          <NotMadeBanner orderNumber={summary.orderNumber} {...actions.refusal} />
        )}
        {actions.problems.length === 0 && <HeldBanner {...summary} />}
        {errors.length > 0 && <RefusedBanner kind={summary.kind} count={errors.length} />}
        {errors.length > 0 && checked}
        <OrderChangeBanner {...view} change={view.orderChange} isBusy={isBusy} {...actions.on} />
        <Layout>
          <Layout.Section>
            <DocumentSheets summary={summary} isMakingPdf={isMakingPdf} />
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <DocumentSide {...view} isBusy={isBusy} {...actions.on}>
              {errors.length === 0 && checked}
            </DocumentSide>
          </Layout.Section>
        </Layout>
      </BlockStack>
      {actions.dialog}
    </Page>
  );
}
