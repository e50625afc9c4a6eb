import { useEffect } from "@wordpress/element";

/** Loads again every `seconds` while something is still being done and the page is looked at. */
export function usePolling(isWaiting: boolean, seconds: number, reload: () => void) {
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") reload();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [isWaiting, seconds, reload]);
}
