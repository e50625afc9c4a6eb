import { refuse } from "./refuse.server.ts";

/** The body as bytes. Refuses (413) as soon as there are more than `maxBytes`, whatever the header said. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => refuse(413, `At most ${maxBytes / 1_000_000} MB`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) tooLarge();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    byteLength += read.value.byteLength;
    if (byteLength > maxBytes) tooLarge();
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}
