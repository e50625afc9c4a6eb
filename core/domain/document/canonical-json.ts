import type { Document } from "./document.ts";

/** One text for one document, whatever the order of its keys: keys sorted, no spaces. The hash chain is made of it. */
export function canonicalJson(document: Document): string {
  return JSON.stringify(sortKeys(document));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sortKeys(child)]),
  );
}
