import { useCallback, useEffect, useState } from "react";

export type Pages =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly urls: readonly string[] };

/**
 * The pages of a document as image addresses. As an image, an SVG can run nothing and fetch nothing, whatever a customer
 * put in a name. `version` is anything that changes when the pages do.
 */
export function usePages(documentId: string, version: string) {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ wanted: string; pages: Pages } | null>(null);
  const wanted = JSON.stringify([documentId, version, attempt]);

  useEffect(() => {
    const abort = new AbortController();
    let urls: string[] = [];
    const load = async () => {
      try {
        const svgs = await fetchPages(documentId, abort.signal);
        urls = svgs.map((svg) => URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })));
        setLoaded({ wanted, pages: { state: "ready", urls } });
      } catch {
        if (!abort.signal.aborted) setLoaded({ wanted, pages: { state: "failed" } });
      }
    };
    void load();
    return () => {
      abort.abort();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [documentId, wanted]);

  const pages: Pages = loaded?.wanted === wanted ? loaded.pages : { state: "loading" };
  return { pages, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}

async function fetchPages(documentId: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(`/app/documents/${encodeURIComponent(documentId)}/pages`, {
    signal,
  });
  if (!response.ok) throw new Error(`no pages (${response.status})`);
  const answer: { pages: string[] } = await response.json();
  signal.throwIfAborted();
  return answer.pages;
}
