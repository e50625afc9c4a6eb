import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  execute,
  getNamedType,
  getNullableType,
  GraphQLError,
  isListType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { z } from "zod";
import { parseGid } from "../ids.ts";
import { isCallable, type Node } from "../orders/node.ts";
import type { ShopState } from "../shop-state.ts";
import { AccessRules, type AccessRule } from "./access.ts";
import { pageOf } from "./connection.ts";
import { fill } from "./filler.ts";
import { actualCost, requestedCost } from "./query-cost.ts";
import { refuseWrongUrls } from "./url-scalar.ts";
import { validationErrors, type ApiError } from "./validation-errors.ts";

export type Arguments = Readonly<Record<string, unknown>>;
/** A resolver of a root field. What it returns may be a `Node`, a list of them, or a scalar. */
export type RootResolver = (shop: ShopState, args: Arguments) => unknown;
export type RootResolvers = Readonly<Record<string, RootResolver>>;

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Arguments;
  readonly shop: ShopState;
}

export interface GraphqlResponse {
  readonly data?: unknown;
  readonly errors?: readonly ApiError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type FieldResolver = (
  ...call: [source: Node, args: Arguments, shop: ShopState, info: GraphQLResolveInfo]
) => unknown;

const identitySchema = z.looseObject({
  __typename: z.string().optional(),
  id: z.unknown().optional(),
});

const SINGLE_QUERY_MAXIMUM = 1_000;

interface SchemaFile {
  readonly data: IntrospectionQuery;
  readonly offline_scopes: { readonly items: readonly AccessRule[] };
}

interface LoadedSchema {
  readonly schema: GraphQLSchema;
  readonly access: AccessRules;
}

/** 3,546 types take a third of a second: tests that start many stand-ins read them once. */
const loaded = new Map<string, LoadedSchema>();

/** Reads the introspection of the real Admin API, with Shopify's own table of access scopes. */
export function loadSchema(file: URL): LoadedSchema {
  const known = loaded.get(file.href);
  if (known !== undefined) return known;
  const content: SchemaFile = JSON.parse(gunzipSync(readFileSync(file)).toString());
  const schema = buildClientSchema(content.data, { assumeValid: true });
  refuseWrongUrls(schema);
  const fresh = {
    schema,
    access: new AccessRules(content.offline_scopes.items),
  };
  loaded.set(file.href, fresh);
  return fresh;
}

/** Answers Admin API requests: parse, validate, count the cost, execute. */
export class Executor {
  readonly #schema: GraphQLSchema;
  readonly #resolve: FieldResolver;

  constructor({ schema, access }: LoadedSchema, roots: RootResolvers) {
    this.#schema = schema;
    this.#resolve = createFieldResolver({ schema, access, roots });
  }

  async answer(request: GraphqlRequest, isThrottled: boolean): Promise<GraphqlResponse> {
    const document = parseQuery(request.query);
    if (!("kind" in document)) return { errors: [document] };
    const problems = validate(this.#schema, document);
    if (problems.length > 0) return { errors: validationErrors(document, problems) };
    const requested = requestedCost(this.#schema, document, request.variables);
    if (requested > SINGLE_QUERY_MAXIMUM) return tooExpensive(requested);
    const { bucket } = request.shop;
    if (isThrottled || !bucket.take(requested)) return throttled(requested, request.shop);
    const result = await execute({
      schema: this.#schema,
      document,
      rootValue: {},
      contextValue: request.shop,
      variableValues: request.variables,
      fieldResolver: this.#resolve,
      typeResolver: typeNameOf,
    });
    const isMutation = document.definitions.some(
      (definition) => "operation" in definition && definition.operation === "mutation",
    );
    const actual = Math.min(requested, actualCost(result.data) + (isMutation ? 10 : 0));
    bucket.giveBack(requested - actual);
    const errors = result.errors?.map((error) => error.toJSON());
    if (result.data === undefined) return { errors: (errors ?? []).map(asInvalidVariable) };
    return {
      data: result.data,
      ...(errors === undefined ? {} : { errors }),
      extensions: costOf(requested, actual, request.shop),
    };
  }
}

function parseQuery(query: string): DocumentNode | ApiError {
  try {
    return parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.toJSON();
  }
}

function createFieldResolver(world: {
  schema: GraphQLSchema;
  access: AccessRules;
  roots: RootResolvers;
}): FieldResolver {
  const { schema, access, roots } = world;
  const isRoot = (type: unknown) =>
    type === schema.getQueryType() || type === schema.getMutationType();
  return (...[source, args, shop, info]) => {
    const returns = getNamedType(info.returnType).name;
    const { name: parent } = info.parentType;
    access.check({ parent, name: info.fieldName, returns }, shop.scopes);
    const value = isRoot(info.parentType)
      ? rootValue(roots, { name: info.fieldName, shop, args })
      : ownValue(source[info.fieldName], args);
    if (Array.isArray(value) && returns.endsWith("Connection")) return pageOf(value, args);
    if (Array.isArray(value) && isListType(getNullableType(info.returnType)))
      return typeof args["first"] === "number" ? value.slice(0, args["first"]) : value;
    if (value === undefined) return fill(info.returnType, schema);
    // `node` returns an interface: only the object tells which scope it needs.
    const typeName = typeNameOf(value);
    if (typeName !== undefined)
      access.check({ parent, name: info.fieldName, returns: typeName }, shop.scopes);
    return value;
  };
}

function rootValue(
  roots: RootResolvers,
  { name, shop, args }: { name: string; shop: ShopState; args: Arguments },
): unknown {
  const root = roots[name];
  if (root === undefined) throw new GraphQLError(`stand-in: ${name} has no resolver yet`);
  return root(shop, args);
}

function ownValue(value: unknown, args: Arguments): unknown {
  return isCallable(value) ? value(args) : value;
}

function typeNameOf(value: unknown): string | undefined {
  const parsed = identitySchema.safeParse(value);
  return parsed.data?.["__typename"] ?? parseGid(parsed.data?.id)?.[0];
}

function costOf(requested: number, actual: number | null, shop: ShopState) {
  return {
    cost: {
      requestedQueryCost: requested,
      actualQueryCost: actual,
      throttleStatus: shop.bucket.status(),
    },
  };
}

function throttled(requested: number, shop: ShopState): GraphqlResponse {
  return {
    errors: [
      {
        message: "Throttled",
        extensions: {
          code: "THROTTLED",
          documentation: "https://shopify.dev/api/usage/rate-limits",
        },
      },
    ],
    extensions: costOf(requested, null, shop),
  };
}

function tooExpensive(cost: number): GraphqlResponse {
  return {
    errors: [
      {
        message: `Query cost is ${cost}, which exceeds the single query max cost limit (${SINGLE_QUERY_MAXIMUM}).

See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the
cost of a query is calculated.

To query larger amounts of data with fewer limits, bulk operations should be used instead.
See https://shopify.dev/api/usage/bulk-operations/queries for usage details.`,
        extensions: {
          code: "MAX_COST_EXCEEDED",
          cost,
          maxCost: SINGLE_QUERY_MAXIMUM,
          documentation: "https://shopify.dev/api/usage/rate-limits",
        },
      },
    ],
  };
}

function asInvalidVariable(error: ApiError): ApiError {
  return { ...error, extensions: { code: "INVALID_VARIABLE", ...error.extensions } };
}
