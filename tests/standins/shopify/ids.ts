/** Hands out Shopify-like numeric ids, never the same twice. */
export type NextId = () => number;

export function createIds(first = 6_400_000_000_001): NextId {
  let last = first - 1;
  return () => (last += 1);
}

export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** "gid://shopify/Order/12" → ["Order", 12]; undefined when it is not one. */
export function parseGid(text: unknown): readonly [string, number] | undefined {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)/.exec(String(text));
  return match?.[1] === undefined ? undefined : [match[1], Number(match[2])];
}
