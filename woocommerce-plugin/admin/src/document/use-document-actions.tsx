import { useState } from "@wordpress/element";
import type { Finding } from "#domain/doctor";
import type { ArtefactType, DocumentSummary } from "#domain/workflows";
import { servicePath } from "../api/call.ts";
import type { NextNumbers, OrderRefund } from "../api/types.ts";
import { useLoad } from "../api/use-load.ts";
import type { DocumentCommand } from "../documents/document-command.ts";
import { useDocumentCommand } from "../documents/use-document-command.ts";
import { useFiles } from "../documents/use-files.ts";
import { visit } from "../navigation/location.ts";
import { places } from "../navigation/route.ts";
import { useMakeDocument } from "../orders/use-make-document.ts";
import { DocumentDialog, type Asking } from "./document-dialog.tsx";
import { useOwnJournal } from "./use-own-journal.ts";

interface ActedOn {
  readonly summary: DocumentSummary;
  /** Why this draft cannot be issued yet. */
  readonly errors: readonly Finding[];
  readonly onReload: () => void;
}

/** What can be done with one document, and the questions that come first. */
export function useDocumentActions({ summary, errors, onReload }: ActedOn) {
  const { documentId } = summary;
  const documentIds = [documentId];
  const [asking, setAsking] = useState<Asking | null>(null);
  const [version, setVersion] = useState(0);
  const numbers = useLoad<NextNumbers>(servicePath("numbers"));
  const files = useFiles();
  const hasOwnJournal = useOwnJournal(summary);
  const credit = useMakeDocument(onReload);
  const command = useDocumentCommand(({ intent }, { done }) => {
    if (intent === "discard" && done.length > 0) return visit(places.documents());
    setVersion((count) => count + 1);
    onReload();
  });
  const ask = (asked: DocumentCommand) => setAsking({ about: "command", command: asked });
  return {
    /** Changes when the pages may have. */
    version,
    problems: command.problems,
    heldCount: command.heldCount,
    failures: [
      ...(command.failure ? [{ problem: command.failure }] : []),
      ...(files.failure ? [files.failure] : []),
    ],
    refusal: credit.refusal,
    runningText: command.runningText ?? credit.runningText ?? files.runningText,
    on: {
      onIssue: (send: boolean) =>
        errors.length > 0
          ? setAsking({ about: "refusal" })
          : ask({ intent: "issue", documentIds, send }),
      onSend: () => setAsking({ about: "sending" }),
      onDiscard: () => ask({ intent: "discard", documentIds }),
      onPrint: () => files.print(documentIds),
      onDownload: (type: ArtefactType) => files.downloadOne(documentId, type),
      onCheck: () => command.run({ intent: "check", documentIds }),
      onCredit: (refund: OrderRefund) => setAsking({ about: "credit", refund }),
    },
    dialog: asking && (
      <DocumentDialog
        asking={asking}
        summary={summary}
        errors={errors}
        nextNumber={hasOwnJournal ? (numbers.value?.[summary.kind].number ?? "") : ""}
        creditNumber={numbers.value?.creditNote}
        onRun={command.run}
        onCredit={(made) => credit.make(made, summary.orderNumber)}
        onClose={() => setAsking(null)}
      />
    ),
  };
}
