import type { FileDownload } from "#server/wiring";
import { refuse } from "./refuse.server.ts";

/** A file of one merchant: never kept by anything between, and never shown as a page of ours. */
export function fileResponse(file: FileDownload | undefined): Response {
  if (!file) refuse(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
