import { Kind, visit, type ASTNode, type DocumentNode, type GraphQLError } from "graphql";

/** An error as Shopify's Ruby server words it. */
export interface ApiError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Wording = (match: RegExpExecArray) => Pick<ApiError, "message" | "extensions">;

const WORDINGS: readonly (readonly [RegExp, Wording])[] = [
  [
    /^Cannot query field "(.+?)" on type "(.+?)"/,
    ([, fieldName = "", typeName = ""]) => ({
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: "undefinedField", typeName, fieldName },
    }),
  ],
  [
    /^Unknown argument "(.+?)" on field "(?:.+\.)?(.+?)"/,
    ([, argumentName = "", name = ""]) => ({
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: "argumentNotAccepted", name, typeName: "Field", argumentName },
    }),
  ],
  [
    /^Argument "(?:.*\()?(\w+):?\)?" of type "(.+?)" is required/,
    ([, name = ""]) => ({
      message: `Field is missing required arguments: ${name}`,
      extensions: { code: "missingRequiredArguments", arguments: name },
    }),
  ],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection/,
    ([, nodeName = "", typeName = ""]) => ({
      message: `Field must have selections (field '${nodeName}' returns ${typeName} but has no selections. Did you mean '${nodeName} { ... }'?)`,
      extensions: { code: "selectionMismatch", nodeName: `field '${nodeName}'`, typeName },
    }),
  ],
  [
    /^Variable "\$(.+?)" is never used/,
    ([, variableName = ""]) => ({
      message: `Variable $${variableName} is declared by anonymous query but not used`,
      extensions: { code: "variableNotUsed", variableName },
    }),
  ],
  [
    /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    ([, variableName = "", typeName = "", expected = ""]) => ({
      message: `Type mismatch on variable $${variableName} (${typeName} / ${expected})`,
      extensions: { code: "variableMismatch", variableName, typeName },
    }),
  ],
];

/** Errors of the validator, in Shopify's words, with the path through the document. */
export function validationErrors(
  document: DocumentNode,
  errors: readonly GraphQLError[],
): ApiError[] {
  const paths = pathsIn(document);
  return errors.map((error) => {
    const [node] = error.nodes ?? [];
    return {
      ...wordingOf(error.message),
      ...(error.locations === undefined ? {} : { locations: error.locations }),
      path: (node && paths.get(node)) ?? [],
    };
  });
}

function wordingOf(message: string): Pick<ApiError, "message" | "extensions"> {
  for (const [pattern, wording] of WORDINGS) {
    const match = pattern.exec(message);
    if (match !== null) return wording(match);
  }
  return { message, extensions: { code: "graphqlValidationFailed" } };
}

/** "query Name", "orders", "nodes", "foo": where each node stands. */
function pathsIn(document: DocumentNode): Map<ASTNode, string[]> {
  const paths = new Map<ASTNode, string[]>();
  const trail: string[] = [];
  visit(document, {
    enter(node) {
      const name = stepName(node);
      if (name !== undefined) trail.push(name);
      paths.set(node, [...trail]);
    },
    leave(node) {
      if (stepName(node) !== undefined) trail.pop();
    },
  });
  return paths;
}

function stepName(node: ASTNode): string | undefined {
  if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value;
  if (node.kind === Kind.FRAGMENT_DEFINITION) return `fragment ${node.name.value}`;
  if (node.kind === Kind.INLINE_FRAGMENT) return `... on ${node.typeCondition?.name.value ?? ""}`;
  if (node.kind === Kind.OPERATION_DEFINITION)
    return node.name === undefined ? node.operation : `${node.operation} ${node.name.value}`;
  return undefined;
}
