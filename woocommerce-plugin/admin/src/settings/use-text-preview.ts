import { useEffect, useState } from "@wordpress/element";
import type { Language, PaidState } from "#domain/merchant";
import { call, servicePath, type Answer } from "../api/call.ts";
import type { Problem } from "../api/problem.ts";
import { textsWords } from "../wording/settings.ts";

const DELAY_MS = 400;

export interface TextsToPreview {
  readonly language: Language;
  readonly paidState: PaidState;
  readonly caption: string;
  readonly subject: string;
  readonly body: string;
}

type Preview = Pick<TextsToPreview, "caption" | "subject" | "body">;

interface PreviewOutcome {
  readonly preview: Preview | null;
  /** What is wrong with a text; "" when nothing is. */
  readonly problem: string;
}

/** The texts as a customer would read them, a moment after the typing stops. The last good preview stays meanwhile. */
export function useTextPreview(texts: TextsToPreview): PreviewOutcome {
  const [outcome, setOutcome] = useState<PreviewOutcome>({ preview: null, problem: "" });
  const body = JSON.stringify(texts);
  useEffect(() => {
    const abort = new AbortController();
    const take = (answer: Answer<Preview>) =>
      setOutcome(({ preview }) =>
        answer.ok
          ? { preview: answer.value, problem: "" }
          : { preview, problem: problemText(answer.problem) },
      );
    const timer = setTimeout(() => {
      const data: unknown = JSON.parse(body);
      call<Preview>(servicePath("text-preview"), { method: "POST", data, signal: abort.signal })
        // Only an abort is thrown, and then nobody waits.
        .then(take, () => undefined);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body]);
  return outcome;
}

/** A wrong placeholder is named by the service; everything else is no fault of the text. */
const problemText = ({ status, message }: Problem): string =>
  status === 422 && message ? message : textsWords.preview.unavailable;
