import { readBody } from "./read-body.server.ts";

/** The form's own framing around a file of at most 500 kB. */
const MAX_UPLOAD_BYTES = 600_000;

/** The file that a form sent in `field`; undefined when it sent none. Throws 413 when the form is too large to be a logo. */
export async function readUpload(request: Request, field: string): Promise<File | undefined> {
  const body = await readBody(request, MAX_UPLOAD_BYTES);
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data")) return undefined;
  const form = await new Response(new Uint8Array(body), {
    headers: { "content-type": contentType },
  }).formData();
  const file = form.get(field);
  return file instanceof File ? file : undefined;
}
