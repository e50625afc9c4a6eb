import { z } from "zod";
import type { OrderSourceProblem } from "#domain/workflows";
import { failed, ok, type Result } from "#domain/result";

/** Sends one operation with the shop's own token. Throws when there is no valid token or no connection. */
export type AdminGraphql = (query: string, variables: Record<string, unknown>) => Promise<Response>;

export interface AdminClient {
  run<Data>(operation: {
    query: string;
    variables: Record<string, unknown>;
    schema: z.ZodType<Data>;
  }): Promise<Result<Data, OrderSourceProblem>>;
}

const ATTEMPTS = 6;
/** Codes by which Shopify says that the fault is its own and will pass. */
const PASSING_FAULTS = ["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "TIMEOUT"];
/** Patience with Shopify's limits before a job gives its place to others and comes back later. */
const LONGEST_THROTTLE_SECONDS = 60;

/** What a shop may keep from Docket: barcodes want the permission to read products, and an invoice can do without. */
const OPTIONAL_FIELDS = ["variant"];

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .union([
      z.string(),
      z.array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).nullish(),
          extensions: z.object({ code: z.string().nullish() }).nullish(),
        }),
      ),
    ])
    .nullish(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number(),
          throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
        })
        .nullish(),
    })
    .nullish(),
});

/**
 * Runs operations of one shop and survives Shopify's limits: a THROTTLED answer makes all of them wait until the bucket holds
 * the query's cost again; a server fault waits a little longer each time. What stays wrong is a problem that says whether
 * trying later can help.
 */
export function adminClient(
  graphql: AdminGraphql,
  wait: (seconds: number) => Promise<void>,
): AdminClient {
  let pause: Promise<void> | undefined;
  const pauseFor = (seconds: number) => {
    pause ??= wait(seconds).finally(() => {
      pause = undefined;
    });
    return pause;
  };
  return {
    async run({ query, variables, schema }) {
      let throttledSeconds = 0;
      for (let attempt = 1; ;) {
        await pause;
        const outcome = await tryOnce(graphql, query, variables);
        if (outcome.kind === "answer") return parseAnswer(outcome.data, schema);
        if (outcome.kind === "refused")
          return failed({ code: outcome.code, message: outcome.message });
        if (outcome.kind === "throttled" && throttledSeconds < LONGEST_THROTTLE_SECONDS) {
          throttledSeconds += outcome.seconds;
          await pauseFor(outcome.seconds);
          continue;
        }
        if (outcome.kind === "throttled" || attempt === ATTEMPTS) {
          return failed({ code: "platform-unreachable", message: outcome.message });
        }
        await wait(2 ** attempt / 4);
        attempt += 1;
      }
    },
  };
}

type Outcome =
  | { readonly kind: "answer"; readonly data: unknown }
  | {
      readonly kind: "refused";
      readonly code: "platform-refused" | "shop-disconnected";
      readonly message: string;
    }
  | { readonly kind: "throttled"; readonly seconds: number; readonly message: string }
  | { readonly kind: "later"; readonly message: string };

async function tryOnce(
  graphql: AdminGraphql,
  query: string,
  variables: Record<string, unknown>,
): Promise<Outcome> {
  let response: Response;
  try {
    response = await graphql(query, variables);
  } catch (error) {
    return {
      kind: "later",
      message: `Shopify could not be reached: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (response.status === 401 || response.status === 403) {
    return {
      kind: "refused",
      code: "shop-disconnected",
      message:
        "Shopify no longer accepts this shop's access. Open Docket in the Shopify admin to connect again.",
    };
  }
  if (!response.ok)
    return { kind: "later", message: `Shopify answered with status ${response.status}.` };
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (!answer.success) return { kind: "later", message: "Shopify's answer could not be read." };
  return judge(answer.data);
}

function judge({ data, errors: told, extensions }: z.infer<typeof answerSchema>): Outcome {
  if (typeof told === "string") return { kind: "refused", code: "platform-refused", message: told };
  const errors = (told ?? []).filter(
    ({ path, extensions: each }) =>
      each?.code !== "ACCESS_DENIED" || !OPTIONAL_FIELDS.includes(String(path?.at(-1))),
  );
  if (errors.length === 0) return { kind: "answer", data };
  if (errors.some((error) => error.extensions?.code === "THROTTLED")) {
    const cost = extensions?.cost;
    const missing = cost ? cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable : 0;
    const seconds = cost ? Math.max(0.5, missing / cost.throttleStatus.restoreRate) : 1;
    return { kind: "throttled", seconds, message: "Shopify is limiting how fast Docket may ask." };
  }
  if (errors.some(({ extensions: each }) => PASSING_FAULTS.includes(each?.code ?? ""))) {
    return { kind: "later", message: "Shopify has a fault of its own at the moment." };
  }
  return {
    kind: "refused",
    code: "platform-refused",
    message: errors.map(({ message }) => message).join("; "),
  };
}

function parseAnswer<Data>(
  data: unknown,
  schema: z.ZodType<Data>,
): Result<Data, OrderSourceProblem> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  return failed({
    code: "order-unreadable",
    message: `Shopify's answer has an unexpected shape: ${z.prettifyError(parsed.error)}`,
  });
}
