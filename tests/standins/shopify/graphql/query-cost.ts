import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

const MUTATION_COST = 10;

interface Costing {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * What a query may cost at most: an object 1, a connection 2 and its nodes times its size, a mutation 10.
 * The document must be valid. shopify.dev/docs/api/usage/limits gives these defaults; Shopify sets some
 * fields by hand, which nobody outside knows.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const costing = { schema, variables, fragments };
  let cost = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root === undefined || root === null) continue;
    cost += selectionCost(definition.selectionSet, root.name, costing);
    if (definition.operation === "mutation") cost += MUTATION_COST;
  }
  return cost;
}

/** What a result did cost: its objects, with 10 more for a mutation. */
export function actualCost(data: unknown): number {
  if (Array.isArray(data)) return data.reduce((cost: number, item) => cost + actualCost(item), 0);
  if (typeof data !== "object" || data === null) return 0;
  return Object.values(data).reduce(
    (cost: number, value) => cost + (isObject(value) ? 1 : 0) + actualCost(value),
    0,
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function selectionCost(selection: SelectionSetNode, typeName: string, costing: Costing): number {
  let fields = 0;
  let widest = 0;
  for (const node of selection.selections) {
    if (node.kind === Kind.FIELD) fields += fieldCost(node, typeName, costing);
    else {
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD ? costing.fragments.get(node.name.value) : node;
      if (fragment === undefined) continue;
      const onType = fragment.typeCondition?.name.value ?? typeName;
      const cost = selectionCost(fragment.selectionSet, onType, costing);
      // An interface or a union costs the most expensive of its possible selections.
      if (isObjectType(costing.schema.getType(typeName))) fields += cost;
      else widest = Math.max(widest, cost);
    }
  }
  return fields + widest;
}

function fieldCost(field: FieldNode, typeName: string, costing: Costing): number {
  const parent = costing.schema.getType(typeName);
  if (parent === undefined || !("getFields" in parent) || field.selectionSet === undefined)
    return 0;
  const definition = parent.getFields()[field.name.value];
  if (definition === undefined) return 0;
  const type = getNamedType(definition.type);
  if (!isCompositeType(type) || type.name === "PageInfo") return 0;
  const inside = selectionCost(field.selectionSet, type.name, costing);
  if (type.name.endsWith("Connection"))
    return 2 + connectionSize(pageSize(field, costing)) * inside;
  if (type.name.endsWith("Edge")) return inside;
  return 1 + inside;
}

/**
 * Ten nodes count in full; beyond that one more for every power of ten. Published examples: first: 10 → 10,
 * first: 250 → 11 (community.shopify.dev/t/23101).
 */
function connectionSize(first: number): number {
  return first <= 10 ? first : 10 + Math.floor(Math.log10(first / 10));
}

function pageSize(field: FieldNode, costing: Costing): number {
  const argument = field.arguments?.find(({ name }) => ["first", "last"].includes(name.value));
  if (argument?.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument?.value.kind === Kind.VARIABLE) {
    const value = costing.variables[argument.value.name.value];
    if (typeof value === "number") return value;
  }
  return 10;
}
