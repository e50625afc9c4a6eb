import { useEffect, useState } from "react";

/** The logo as an image address, fetched with the session token; "" while there is none. */
export function useLogoUrl(path: string, sha256: string): string {
  const [shown, setShown] = useState({ sha256: "", url: "" });
  useEffect(() => {
    if (sha256 === "") return;
    const abort = new AbortController();
    let url = "";
    const load = async () => {
      const response = await fetch(path, { signal: abort.signal });
      if (!response.ok) return;
      const logo = await response.blob();
      if (abort.signal.aborted) return;
      url = URL.createObjectURL(logo);
      setShown({ sha256, url });
    };
    // Without the picture the page is complete but for the picture; its place stays empty.
    load().catch(() => undefined);
    return () => {
      abort.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [path, sha256]);
  return shown.sha256 === sha256 ? shown.url : "";
}
