import { useAppBridge } from "@shopify/app-bridge-react";
import { useCallback, useState } from "react";
import { downloadFile } from "./download-file.ts";

/** A download with its progress; a failure is said in a toast. */
export function useDownload() {
  const shopify = useAppBridge();
  const [isDownloading, setIsDownloading] = useState(false);
  const download = useCallback(
    async (path: string) => {
      setIsDownloading(true);
      try {
        await downloadFile(path);
      } catch {
        shopify.toast.show("The download did not work. Try again.", { isError: true });
      } finally {
        setIsDownloading(false);
      }
    },
    [shopify],
  );
  return { isDownloading, download };
}
