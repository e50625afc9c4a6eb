/** Paths to the values of a form, as the settings' schema writes them: `seller.address.city`, `journals.0.pattern`. */
export type FieldPath<Tree> = Tree extends readonly (infer Item)[]
  ? `${number}` | `${number}.${FieldPath<Item>}`
  : Tree extends object
    ? { [Key in keyof Tree & string]: Key | `${Key}.${FieldPath<Tree[Key]>}` }[keyof Tree & string]
    : never;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const childOf = (node: unknown, key: string): unknown => (isNode(node) ? node[key] : undefined);

/** The value at `path`; undefined where there is none. */
export const readPath = (tree: unknown, path: string): unknown =>
  path.split(".").reduce(childOf, tree);

/** A copy of `tree` with another value at `path`; everything else is shared. */
export function writePath<Tree>(tree: Tree, path: string, value: unknown): Tree {
  // A form may hold what is not valid yet: the server checks types, not the path.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return write(tree, path.split("."), value) as Tree;
}

function write(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const next = write(childOf(node, key), rest, value);
  if (Array.isArray(node)) return node.toSpliced(Number(key), 1, next);
  return { ...(isNode(node) ? node : {}), [key]: next };
}
