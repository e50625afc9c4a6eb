import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { plural } from "../../wording/words.ts";
import { useAnswer } from "../use-answer.ts";
import { commandWords, type CommandOutcome, type DocumentCommand } from "./document-command.ts";

/** Runs a command, says when it is done, and keeps what could not be done for showing. */
export function useDocumentCommand(
  onDone: (command: DocumentCommand, outcome: CommandOutcome) => void,
) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<CommandOutcome>();
  const [command, setCommand] = useState<DocumentCommand | null>(null);
  const isRunning = fetcher.state !== "idle";

  useAnswer(fetcher, (outcome) => {
    if (!command) return;
    const { doneCount } = outcome;
    if (doneCount > 0) {
      shopify.toast.show(commandWords(command).done(plural(doneCount, "document")));
    }
    onDone(command, outcome);
  });

  const run = (next: DocumentCommand) => {
    setCommand(next);
    fetcher.submit(next, {
      method: "post",
      action: "/app/documents/commands",
      encType: "application/json",
    });
  };
  return {
    run,
    runningText: isRunning && command ? commandWords(command).running : null,
    problems: isRunning ? [] : (fetcher.data?.problems ?? []),
    heldCount: fetcher.data?.heldCount ?? 0,
  };
}
