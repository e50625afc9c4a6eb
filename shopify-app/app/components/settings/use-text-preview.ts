import type { Language, PaidState } from "#domain/merchant";
import { useEffect, useState } from "react";
import { textsWords } from "../../wording/settings.ts";

const DELAY_MS = 400;

export interface TextsToPreview {
  readonly language: Language;
  readonly paidState: PaidState;
  readonly caption: string;
  readonly subject: string;
  readonly body: string;
}

export interface PreviewOutcome {
  readonly preview: Pick<TextsToPreview, "caption" | "subject" | "body"> | null;
  /** What is wrong with a text; "" when nothing is. */
  readonly problem: string;
}

/**
 * The texts as a customer would read them, a moment after the typing stops. Not by a Remix fetcher: a preview saves
 * nothing, so it must not load the page's data again. The last good preview stays while a new one is made.
 */
export function useTextPreview(texts: TextsToPreview): PreviewOutcome {
  const [outcome, setOutcome] = useState<PreviewOutcome>({ preview: null, problem: "" });
  const body = JSON.stringify(texts);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchPreview(body, abort.signal).then(
        (next) => setOutcome((last) => ({ ...next, preview: next.preview ?? last.preview })),
        () => {
          if (abort.signal.aborted) return;
          setOutcome(({ preview }) => ({ preview, problem: textsWords.preview.unavailable }));
        },
      );
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body]);
  return outcome;
}

async function fetchPreview(body: string, signal: AbortSignal): Promise<PreviewOutcome> {
  const response = await fetch("/app/settings/text-preview", {
    method: "post",
    headers: { "Content-Type": "application/json" },
    body,
    signal,
  });
  if (!response.ok) throw new Error(`no preview (${response.status})`);
  const outcome: PreviewOutcome = await response.json();
  return outcome;
}
