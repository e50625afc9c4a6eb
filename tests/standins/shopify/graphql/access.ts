import { GraphQLError } from "graphql";

/** One row of the schema file's `offline_scopes`: what a type or a field asks of a token. */
export interface AccessRule {
  readonly type: "type" | "field";
  readonly typeName: string;
  readonly fieldName?: string;
  readonly requiredAccess: string;
  readonly offlineScopes: readonly string[];
}

interface Requirement {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Refuses fields that the token's scopes do not open. The rules are Shopify's own, from the schema file. */
export class AccessRules {
  readonly #ofTypes = new Map<string, Requirement>();
  readonly #ofFields = new Map<string, Requirement>();

  constructor(rules: readonly AccessRule[]) {
    for (const rule of rules) {
      const scopes = rule.offlineScopes.filter((scope) => !scope.includes("overrides"));
      if (scopes.length === 0) continue;
      const requirement = { text: rule.requiredAccess, scopes };
      if (rule.type === "type") this.#ofTypes.set(rule.typeName, requirement);
      else this.#ofFields.set(`${rule.typeName}.${rule.fieldName ?? ""}`, requirement);
    }
  }

  /** Throws ACCESS_DENIED when the field, or the type it returns, asks for a scope that was not granted. */
  check(
    field: { readonly parent: string; readonly name: string; readonly returns: string },
    granted: readonly string[],
  ): void {
    const ofField = this.#ofFields.get(`${field.parent}.${field.name}`);
    const ofType = this.#ofTypes.get(field.returns.replace(/Connection$/, ""));
    for (const requirement of [ofField, ofType])
      if (requirement !== undefined && !isGranted(requirement.scopes, granted))
        throw accessDenied(field.name, requirement.text);
  }
}

/** Any one of the scopes opens the field, and writing includes reading. */
function isGranted(asked: readonly string[], granted: readonly string[]): boolean {
  return asked.some(
    (scope) => granted.includes(scope) || granted.includes(scope.replace(/^read_/, "write_")),
  );
}

function accessDenied(field: string, requiredAccess: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}
