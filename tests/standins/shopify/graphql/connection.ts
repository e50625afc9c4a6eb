import { GraphQLError } from "graphql";
import { z } from "zod";
import { isCallable, type Node } from "../orders/node.ts";

const MAXIMUM_PAGE = 250;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly reverse?: boolean | null | undefined;
}

/** One page of a list, by Shopify's rules: `first` or `last` is required, and neither exceeds 250. */
export function pageOf(all: readonly unknown[], args: PageArguments): Node {
  const items = (args.reverse === true ? all.toReversed() : all).map((node, position) => ({
    cursor: cursorOf({ last_id: position, last_value: position }),
    node,
  }));
  return pageBetween(items, args, {
    isAfter: (position, cursor) => position > readCursor(cursor).last_id,
    isBefore: (position, cursor) => position < readCursor(cursor).last_id,
  });
}

/** An item of a sorted list. Its cursor holds its key, so that a page goes on rightly when items come or go. */
export interface Keyed {
  readonly id: number;
  readonly key: string | number;
  readonly node: () => Node;
}

/** One page of a list that is sorted by key and id, in the given direction. */
export function keyedPage(sorted: readonly Keyed[], args: PageArguments): Node {
  const direction = args.reverse === true ? -1 : 1;
  const compare = (position: number, cursor: string) => {
    const { last_id: id, last_value: key } = readCursor(cursor);
    const item = sorted[position];
    if (item === undefined) return 0;
    if (item.key !== key) return item.key < key ? -direction : direction;
    return Math.sign(item.id - id) * direction;
  };
  const items = sorted.map(({ id, key, node }) => ({
    cursor: cursorOf({ last_id: id, last_value: key }),
    node,
  }));
  return pageBetween(items, args, {
    isAfter: (position, cursor) => compare(position, cursor) > 0,
    isBefore: (position, cursor) => compare(position, cursor) < 0,
  });
}

interface Cursor {
  readonly last_id: number;
  readonly last_value: string | number;
}

type Comparison = (position: number, cursor: string) => boolean;

function pageBetween(
  items: readonly { readonly cursor: string; readonly node: unknown }[],
  args: PageArguments,
  compare: { readonly isAfter: Comparison; readonly isBefore: Comparison },
): Node {
  const { first, last, after, before } = checkedSize(args);
  const inRange = items
    .map((item, position) => ({ ...item, position }))
    .filter(({ position }) => after === undefined || compare.isAfter(position, after))
    .filter(({ position }) => before === undefined || compare.isBefore(position, before));
  const page = first === undefined ? inRange.slice(-(last ?? 0)) : inRange.slice(0, first);
  const edges = page.map(({ cursor, node }) => ({
    cursor,
    node: isCallable(node) ? node({}) : node,
  }));
  const [start, end] = [page[0]?.position ?? 0, page.at(-1)?.position ?? -1];
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.length > 0 && end < items.length - 1,
      hasPreviousPage: page.length > 0 && start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function checkedSize(args: PageArguments) {
  const first = args.first ?? undefined;
  const last = args.last ?? undefined;
  if (first === undefined && last === undefined)
    throw badRequest("you must provide one of first or last");
  if (first !== undefined && last !== undefined)
    throw badRequest("providing both first and last is not supported");
  for (const [name, size] of Object.entries({ first, last })) {
    if (size === undefined) continue;
    if (size > MAXIMUM_PAGE) throw badRequest(`${name} cannot exceed ${MAXIMUM_PAGE}`);
    if (size < 0) throw badRequest(`${name} must not be negative`);
  }
  return { first, last, after: args.after ?? undefined, before: args.before ?? undefined };
}

function cursorOf(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64");
}

const cursorSchema = z.object({
  last_id: z.number(),
  last_value: z.union([z.string(), z.number()]),
});

function readCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64").toString()));
  } catch {
    throw badRequest("Invalid cursor for current pagination sort.");
  }
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}
