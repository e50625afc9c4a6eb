/** Hands a file to the browser to keep, under the name that the service gave it. */
export async function keepFile(response: Response): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = fileNameOf(response.headers.get("Content-Disposition"));
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** RFC 6266: `filename*` before `filename`. */
export function fileNameOf(disposition: string | null): string {
  const text = disposition ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(text)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(text)?.[1];
  return decoded(encoded) ?? plain ?? "document.pdf";
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
