import { GraphQLError, isScalarType, type GraphQLSchema } from "graphql";

/** Makes the `URL` scalar take absolute addresses only. Of an introspected schema, scalars check nothing by themselves. */
export function refuseWrongUrls(schema: GraphQLSchema): void {
  const scalar = schema.getType("URL");
  if (!isScalarType(scalar)) return;
  scalar.coerceInputValue = absoluteUrl;
  scalar.coerceInputLiteral = (node) => absoluteUrl("value" in node ? node.value : undefined);
}

function absoluteUrl(value: unknown): string {
  const text = String(value);
  if (/^https?:/.test(text) && URL.canParse(text)) return text;
  throw new GraphQLError(`Invalid url '${text}', missing scheme`);
}
