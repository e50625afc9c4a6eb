import { useCallback, useEffect, useState } from "@wordpress/element";
import { readPages } from "../documents/use-files.ts";

type Pages =
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
      const answer = await readPages(documentId, abort.signal);
      if (abort.signal.aborted) return;
      if (!answer.ok) return setLoaded({ wanted, pages: { state: "failed" } });
      urls = answer.value.map((svg) =>
        URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })),
      );
      setLoaded({ wanted, pages: { state: "ready", urls } });
    };
    // Only an abort is thrown, and then nobody waits.
    load().catch(() => undefined);
    return () => {
      abort.abort();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [documentId, wanted]);

  const pages: Pages = loaded?.wanted === wanted ? loaded.pages : { state: "loading" };
  return { pages, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
