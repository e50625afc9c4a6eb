import { useEffect, useRef } from "react";

interface Asking<Answer> {
  readonly state: "idle" | "submitting" | "loading";
  readonly data: Answer | undefined;
}

/** Calls `onAnswer` once for each answer of a fetcher, when the page's own data is loaded again too. */
export function useAnswer<Answer>(
  { state, data }: Asking<Answer>,
  onAnswer: (answer: Answer) => void,
): void {
  const last = useRef<Answer | undefined>(undefined);
  useEffect(() => {
    if (state !== "idle" || data === undefined || data === last.current) return;
    last.current = data;
    onAnswer(data);
  });
}
