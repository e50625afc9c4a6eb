import { logoSchema, type Logo } from "#domain/merchant";
import { failed, ok, type Problem, type Result } from "#domain/result";

const MAX_BYTES = 500_000;

/** Accepts a logo only when its first bytes are what its type says. */
export function checkImage(
  mediaType: string,
  bytes: Uint8Array,
): Result<Logo["mediaType"], Problem<"logo-unusable">> {
  if (bytes.length > MAX_BYTES) return refuse("Choose a logo under 500 kB.");
  const type = logoSchema.shape.mediaType.safeParse(mediaType);
  if (!type.success) return refuse("Choose a PNG, JPEG or SVG file.");
  return startsAs(type.data, bytes)
    ? ok(type.data)
    : refuse("This file is not the image that its name says. Save it again as PNG, JPEG or SVG.");
}

function startsAs(mediaType: Logo["mediaType"], bytes: Uint8Array): boolean {
  switch (mediaType) {
    case "image/png":
      return hasPrefix(bytes, [0x89, 0x50, 0x4e, 0x47]);
    case "image/jpeg":
      return hasPrefix(bytes, [0xff, 0xd8, 0xff]);
    case "image/svg+xml":
      return /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
  }
}

const hasPrefix = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const refuse = (message: string) =>
  failed({ code: "logo-unusable", field: "logo", message } as const);
