/** Keys that page through a list; every other change of the list starts at its first page again. */
const CURSOR = "cursor";

/** The list's own address with some values replaced; empty ones are left out, and the first page is shown. */
export function changeQuery(
  current: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): URLSearchParams {
  const entries = Object.entries({ ...current, ...changes });
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}

/** Cursors only lead forward, so the address keeps those of the pages before: the last one is the present page's. */
export function nextPage(params: URLSearchParams, nextCursor: string): URLSearchParams {
  const next = new URLSearchParams(params);
  next.append(CURSOR, nextCursor);
  return next;
}

export function previousPage(params: URLSearchParams): URLSearchParams {
  const previous = new URLSearchParams(params);
  previous.delete(CURSOR);
  for (const cursor of params.getAll(CURSOR).slice(0, -1)) previous.append(CURSOR, cursor);
  return previous;
}

export const currentCursor = (params: URLSearchParams): string | undefined =>
  params.getAll(CURSOR).at(-1);
