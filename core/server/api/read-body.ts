import express, { type Request } from "express";

/** An order with a thousand lines stays well below this. */
const MOST_BYTES = 5_000_000;

/** Takes the body as it came, byte for byte: it is what was signed. */
export const rawBody = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });

/** Empty when there is none. */
export function bodyOf({ body }: Pick<Request, "body">): Buffer {
  const bytes: unknown = body;
  return Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
}

/** Undefined when it is not JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
