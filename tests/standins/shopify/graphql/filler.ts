import {
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isScalarType,
  isUnionType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

const SCALARS: Record<string, unknown> = {
  Boolean: false,
  Int: 0,
  Float: 0,
  Decimal: "0.0",
  Money: "0.0",
  UnsignedInt64: "0",
  BigInt: "0",
  DateTime: "2026-01-01T00:00:00Z",
  URL: "https://example.com/",
  ID: "gid://shopify/Unknown/0",
  JSON: {},
};

/** A value for a field that the stand-in does not carry: null where the schema allows it, else the least. */
export function fill(type: GraphQLOutputType, schema: GraphQLSchema): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (isScalarType(inner)) return SCALARS[inner.name] ?? "";
  if (isUnionType(inner) || isInterfaceType(inner))
    return { __typename: schema.getPossibleTypes(inner)[0]?.name };
  if (inner.name.endsWith("Connection"))
    return { edges: [], nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
  return {};
}
