import type { DocumentSummary } from "#domain/workflows";
import { PushButton } from "../parts/push-button.tsx";
import { documentsWords } from "../wording/documents.ts";
import { bulkCommands } from "./bulk-actions.ts";
import type { DocumentCommand } from "./document-command.ts";

const words = documentsWords.bulk;

interface BulkBarProps {
  readonly selected: readonly DocumentSummary[];
  readonly isBusy: boolean;
  readonly onAsk: (command: DocumentCommand) => void;
  readonly onPrint: (documentIds: readonly string[]) => void;
  readonly onDownload: (documentIds: readonly string[]) => void;
}

/** What can be done with the selected documents. */
export function BulkBar({ selected, isBusy, ...on }: BulkBarProps) {
  if (selected.length === 0) return null;
  const commands = bulkCommands(selected);
  const command = (label: string, asked: DocumentCommand | null, isDestructive = false) => (
    <PushButton
      isSmall
      isDestructive={isDestructive}
      isDisabled={isBusy || asked === null}
      onClick={() => asked && on.onAsk(asked)}
    >
      {label}
    </PushButton>
  );
  const { printable, downloadable } = commands;
  return (
    <fieldset className="docket-bulk" aria-label={words.label}>
      <output>{documentsWords.selected(selected.length)}</output>
      {command(words.issueAndSend, commands.issueAndSend)}
      {command(words.issue, commands.issue)}
      {command(words.send, commands.send)}
      <PushButton
        isSmall
        isDisabled={isBusy || printable.length === 0}
        onClick={() => on.onPrint(printable)}
      >
        {words.print}
      </PushButton>
      <PushButton
        isSmall
        isDisabled={isBusy || downloadable.length === 0}
        onClick={() => on.onDownload(downloadable)}
      >
        {words.download}
      </PushButton>
      {command(words.discard, commands.discard, true)}
    </fieldset>
  );
}
