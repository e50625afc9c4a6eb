import type { Prisma } from "@prisma/client";

/** Escapes in JSON text; every surrogate that JSON.stringify escapes is half a pair. */
const UNSTORABLE = /\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g;

/** Quick, and true too often: an escaped backslash may stand before the u. */
const MAY_BE_UNSTORABLE = /\\u0000|\\ud[89a-f]/;

/** JSON text that PostgreSQL can keep: without NUL and half characters, which customers manage to type. */
export function storableText(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll(UNSTORABLE, (escape) => {
    if (escape === "\\\\") return escape;
    return escape === "\\u0000" ? "" : "\\ufffd";
  });
}

/** The same value, as PostgreSQL can keep it. */
export function storable<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  if (!MAY_BE_UNSTORABLE.test(text)) return value;
  const kept: Value = JSON.parse(storableText(value));
  return kept;
}

/** For a Json column that is written through Prisma. */
export function toJsonColumn(value: unknown): Prisma.InputJsonValue {
  const json: Prisma.InputJsonValue = JSON.parse(storableText(value));
  return json;
}
