/** Fetches a file with the session token (a plain link has none) and hands it to the browser to keep. */
export async function downloadFile(path: string): Promise<void> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The file could not be fetched (${response.status})`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = fileNameOf(response.headers.get("Content-Disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The name that our own resource routes send (RFC 6266, `filename*`). */
function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? "")?.[1];
  return encoded ? decodeURIComponent(encoded) : "document.pdf";
}
