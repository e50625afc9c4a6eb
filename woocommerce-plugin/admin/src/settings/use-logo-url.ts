import { useEffect, useState } from "@wordpress/element";
import { callForFile, servicePath } from "../api/call.ts";

/** The logo as an image address; "" while there is none. `sha256` names its bytes. */
export function useLogoUrl(sha256: string): string {
  const [shown, setShown] = useState({ sha256: "", url: "" });
  useEffect(() => {
    if (sha256 === "") return;
    const abort = new AbortController();
    let url = "";
    const load = async () => {
      const answer = await callForFile(servicePath("logo"), { signal: abort.signal });
      if (!answer.ok) return;
      const logo = await answer.value.blob();
      if (abort.signal.aborted) return;
      url = URL.createObjectURL(logo);
      setShown({ sha256, url });
    };
    // Without the picture the screen is complete but for the picture; its place stays empty.
    load().catch(() => undefined);
    return () => {
      abort.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [sha256]);
  return shown.sha256 === sha256 ? shown.url : "";
}
