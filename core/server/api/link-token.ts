import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** What a link leads to, and until when. */
export interface Link {
  /** A UUID. */
  readonly shopId: string;
  /** A UUID. */
  readonly documentId: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

const UUID_BYTES = 16;
const CONTENT_BYTES = 2 * UUID_BYTES + 4;
const tokenSchema = z.string().regex(/^[\w-]{48}\.[\w-]{43}$/);

/** 92 characters: shop, document and the second of the end, and an HMAC-SHA256 over them by the document's own key (64 hex digits). */
export function writeLinkToken({ shopId, documentId, expiresAt }: Link, key: string): string {
  const content = Buffer.alloc(CONTENT_BYTES);
  content.write(shopId.replaceAll("-", ""), 0, "hex");
  content.write(documentId.replaceAll("-", ""), UUID_BYTES, "hex");
  content.writeUInt32BE(Math.floor(Date.parse(expiresAt) / 1000), 2 * UUID_BYTES);
  return `${content.toString("base64url")}.${signatureOf(content, key).toString("base64url")}`;
}

/** What the token says, and how to prove it. Undefined when it is none of ours by its form. */
export function readLinkToken(
  token: string,
): (Link & { readonly isSignedWith: (key: string) => boolean }) | undefined {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return undefined;
  const [encoded = "", signature = ""] = parsed.data.split(".");
  const content = Buffer.from(encoded, "base64url");
  return {
    shopId: uuidAt(content, 0),
    documentId: uuidAt(content, UUID_BYTES),
    expiresAt: new Date(content.readUInt32BE(2 * UUID_BYTES) * 1000).toISOString(),
    isSignedWith: (key) =>
      timingSafeEqual(signatureOf(content, key), Buffer.from(signature, "base64url")),
  };
}

const signatureOf = (content: Buffer, key: string): Buffer =>
  createHmac("sha256", Buffer.from(key, "hex")).update(content).digest();

const uuidAt = (content: Buffer, start: number): string =>
  content
    .toString("hex", start, start + UUID_BYTES)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
