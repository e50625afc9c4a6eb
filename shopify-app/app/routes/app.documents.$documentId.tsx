import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate, type ShouldRevalidateFunction } from "@remix-run/react";
import { BlockStack, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import type { Desk } from "#server/wiring";
import { findJournal, type DocumentSummary } from "#domain/workflows";
import { authenticateAdmin } from "../authenticate-admin.server.ts";
import { ConfirmModal } from "../components/confirm-modal.tsx";
import { DeliveriesCard } from "../components/document/deliveries-card.tsx";
import { DocumentFactsCard } from "../components/document/document-facts-card.tsx";
import { DocumentPreview, WaitingSheet } from "../components/document/document-preview.tsx";
import { DocumentTitleBar } from "../components/document/document-title-bar.tsx";
import { OrderChangeBanner } from "../components/document/order-change-banner.tsx";
import { SendModal } from "../components/document/send-modal.tsx";
import { TimelineCard } from "../components/document/timeline-card.tsx";
import { commandWords, type DocumentCommand } from "../components/documents/document-command.ts";
import { documentName } from "../components/documents/document-row.tsx";
import { ProblemsBanner } from "../components/documents/problems-banner.tsx";
import { useDocumentCommand } from "../components/documents/use-document-command.ts";
import { PaidBadge, StageBadge } from "../components/document-badges.tsx";
import { RunningNote } from "../components/running-note.tsx";
import { SectionCard } from "../components/section-card.tsx";
import { useDownload } from "../components/use-download.ts";
import { usePolling } from "../components/use-polling.ts";
import { documentFacts } from "../requests/document-facts.server.ts";
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
  const { deliveries, timeline, isPdfReady, orderChange } = view;
  const { summary } = view.stored;
  const facts = documentFacts(view);
  const nextNumber = summary.state === "draft" ? await previewNumber(desk, summary) : "";
  return { summary, facts, deliveries, timeline, isPdfReady, orderChange, nextNumber };
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
  const { summary, facts, deliveries, timeline, isPdfReady, orderChange, nextNumber } =
    useLoaderData<typeof loader>();
  const actions = useActions(summary, nextNumber);
  const isMakingPdf = summary.state === "issued" && !isPdfReady;
  usePolling(isMakingPdf || summary.delivery === "waiting", LOOK_AGAIN_SECONDS);

  return (
    <Page
      title={documentName(summary)}
      subtitle={summary.number === "" ? "" : kindNames[summary.kind]}
      titleMetadata={
        <InlineStack gap="100">
          <StageBadge {...summary} />
          <PaidBadge isPaid={summary.isPaid} />
        </InlineStack>
      }
      backAction={{ content: words.section, url: "/app/documents" }}
    >
      <DocumentTitleBar summary={summary} isBusy={actions.runningText !== null} {...actions.on} />
      <BlockStack gap="300">
        <RunningNote text={actions.runningText} />
        {actions.problems.length > 0 && (
          <ProblemsBanner
            title={documentsWords.problems("1 document")}
            problems={actions.problems}
            nameOf={() => documentName(summary)}
          />
        )}
        {orderChange !== null && <OrderChangeBanner kind={summary.kind} change={orderChange} />}
        <Layout>
          <Layout.Section>
            <Sheets summary={summary} isMakingPdf={isMakingPdf} />
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <DocumentFactsCard summary={summary} {...facts} />
              {facts.internalNote && (
                <SectionCard title={words.note.title} text={words.note.text}>
                  <div className="own-words">{facts.internalNote}</div>
                </SectionCard>
              )}
              <DeliveriesCard deliveries={deliveries} />
              <TimelineCard entries={timeline} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
      {actions.modals}
    </Page>
  );
}

type Summary = ReturnType<typeof useLoaderData<typeof loader>>["summary"];

function Sheets({ summary, isMakingPdf }: { summary: Summary; isMakingPdf: boolean }) {
  if (summary.state === "redacted") {
    return (
      <WaitingSheet>
        <Text as="p">{words.preview.redacted}</Text>
      </WaitingSheet>
    );
  }
  return (
    <BlockStack gap="300">
      <RunningNote text={isMakingPdf ? words.preview.making : null} />
      <DocumentPreview
        documentId={summary.documentId}
        version={`${summary.state}${summary.isPaid}`}
      />
    </BlockStack>
  );
}

/** What the title bar does, and the questions it asks first. */
function useActions(summary: Summary, nextNumber: string) {
  const navigate = useNavigate();
  const { isDownloading, download } = useDownload();
  const [asked, setAsked] = useState<DocumentCommand | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { run, runningText, problems } = useDocumentCommand((command, { doneCount }) => {
    if (command.intent === "discard" && doneCount > 0) navigate("/app/documents");
  });
  const documentIds = [summary.documentId];
  const modals = (
    <>
      <ConfirmModal
        question={asked && commandWords(asked, nextNumber).question}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked) run(asked);
          setAsked(null);
        }}
      />
      {isSending && (
        <SendModal
          recipient={summary.recipient}
          onClose={() => setIsSending(false)}
          onSend={(mail) => {
            run({ intent: "send", documentIds, ...mail });
            setIsSending(false);
          }}
        />
      )}
    </>
  );
  return {
    modals,
    problems,
    runningText: runningText ?? (isDownloading ? "Preparing the download…" : null),
    on: {
      onIssue: (send: boolean) => setAsked({ intent: "issue", documentIds, send }),
      onSend: () => setIsSending(true),
      onDiscard: () => setAsked({ intent: "discard", documentIds }),
      onDownload: () => void download(`/app/documents/${summary.documentId}/pdf`),
    },
  };
}
