import { useNavigate } from "@remix-run/react";
import type { ArtefactType } from "#domain/workflows";
import { useState } from "react";
import { documentWords as words } from "../../wording/document.ts";
import type { DocumentCommand } from "../documents/document-command.ts";
import { documentUrl } from "../documents/document-name.ts";
import { useDocumentCommand } from "../documents/use-document-command.ts";
import { useMakeDocument } from "../orders/use-make-document.ts";
import { useDownload } from "../use-download.ts";
import { DocumentDialog, type ActedOn, type Asking } from "./document-dialog.tsx";
import type { RefundFacts } from "./refund-facts.ts";

/** What can be done with one document, and the questions that come first. */
export function useDocumentActions({ summary, errors, nextNumber, creditNumber }: ActedOn) {
  const { documentId } = summary;
  const navigate = useNavigate();
  const { isDownloading, download } = useDownload();
  const [asking, setAsking] = useState<Asking | null>(null);
  const credit = useMakeDocument();
  const { run, runningText, problems, heldCount } = useDocumentCommand((command, { doneCount }) => {
    if (command.intent === "discard" && doneCount > 0) navigate("/app/documents");
  });
  const documentIds = [documentId];
  const ask = (command: DocumentCommand) => setAsking({ about: "command", command });
  return {
    problems,
    heldCount,
    refusal: credit.refusal,
    runningText:
      runningText ?? credit.runningText ?? (isDownloading ? words.files.preparing : null),
    on: {
      onIssue: (send: boolean) =>
        errors.length > 0
          ? setAsking({ about: "refusal" })
          : ask({ intent: "issue", documentIds, send }),
      onSend: () => setAsking({ about: "sending" }),
      onDiscard: () => ask({ intent: "discard", documentIds }),
      onDownload: (type: ArtefactType) => void download(`${documentUrl(documentId)}/${type}`),
      onCheck: () => run({ intent: "check", documentIds }),
      onCredit: (refund: RefundFacts) => setAsking({ about: "credit", refund }),
    },
    dialog: asking && (
      <DocumentDialog
        asking={asking}
        summary={summary}
        errors={errors}
        nextNumber={nextNumber}
        creditNumber={creditNumber}
        onRun={run}
        onCredit={(command) => credit.make(command, summary.orderNumber)}
        onClose={() => setAsking(null)}
      />
    ),
  };
}
