import { useState } from "@wordpress/element";
import type { ArtefactType } from "#domain/workflows";
import { callForFile, call, servicePath, type Answer } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import { useTask } from "../api/use-task.ts";
import { fileWords as words } from "../wording/documents.ts";
import { keepFile } from "./download-file.ts";
import { printPages } from "./print-pages.ts";

interface FileFailure {
  readonly title: string;
  readonly problem: Problem;
}

/** Downloads and prints documents, with progress. */
export function useFiles() {
  const task = useTask();
  const [failure, setFailure] = useState<FileFailure | null>(null);

  const download = async (fetchFile: () => Promise<Answer<Response>>) => {
    setFailure(null);
    const answer = await task.run(words.preparing, fetchFile);
    if (answer.ok) await keepFile(answer.value);
    else setFailure({ title: words.notDownloaded, problem: answer.problem });
  };
  const print = async (documentIds: readonly string[]) => {
    setFailure(null);
    const pages: string[] = [];
    const problem = await task.run(words.printing(1, documentIds.length), async () => {
      for (const [index, documentId] of documentIds.entries()) {
        task.setText(words.printing(index + 1, documentIds.length));
        // One after the other: the service draws each page, and others want theirs too.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await readPages(documentId);
        if (!answer.ok) return answer.problem;
        pages.push(...answer.value);
      }
      return null;
    });
    if (problem === null) await printPages(pages, words.printTitle);
    else setFailure({ title: words.notPrinted, problem });
  };

  return {
    runningText: task.text,
    failure,
    downloadZip: (documentIds: readonly string[]) =>
      void download(() =>
        callForFile(servicePath("documents/zip"), { method: "POST", data: { documentIds } }),
      ),
    downloadOne: (documentId: string, type: ArtefactType) =>
      void download(() =>
        callForFile(servicePath(`documents/${encodeURIComponent(documentId)}/file`, { type })),
      ),
    print: (documentIds: readonly string[]) => void print(documentIds),
  };
}

/** The pages of a document as it prints, one SVG each. */
export const readPages = (documentId: string, signal?: AbortSignal) =>
  call<string[]>(
    servicePath(`documents/${encodeURIComponent(documentId)}/pages`),
    signal ? { signal } : {},
  );
