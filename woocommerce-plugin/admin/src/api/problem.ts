import type { Finding } from "#domain/doctor";
import type { DocumentSummary } from "#domain/workflows";

/** Why something was not done: from the service, the plugin, WordPress or the network. */
export interface Problem {
  /** In one spelling: `not-connected`, `service-unreachable`, `clock-off`. */
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** For the merchant. */
  readonly message: string;
  /** By field path, such as `seller.iban`. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  /** What the doctor found. */
  readonly findings: readonly Finding[];
  /** What waits although nothing was issued. */
  readonly draft: DocumentSummary | null;
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodeOf = (value: unknown): Node => (isNode(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Reads what a failed call threw: a WordPress error `{ code, message, data: { status, … } }`, or the service's own
 * `{ error: { code, message, … } }`. `httpStatus` counts when the body has none.
 */
export function readProblem(thrown: unknown, httpStatus = 0): Problem {
  const body = nodeOf(thrown);
  const error = isNode(body["error"]) ? body["error"] : body;
  const details: Node = { ...nodeOf(error["data"]), ...error };
  const { status, findings, draft, fieldErrors } = details;
  return {
    code: codeOf(textOf(error["code"])),
    status: typeof status === "number" ? status : httpStatus,
    message: textOf(error["message"]),
    fieldErrors: textsOf(fieldErrors),
    // The service checked them before it sent them.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    findings: Array.isArray(findings) ? (findings as Finding[]) : [],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    draft: isNode(draft) ? (draft as unknown as DocumentSummary) : null,
  };
}

/** `docket_not_connected` and `not-connected` are one code. */
const codeOf = (code: string): string =>
  code
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^docket-/, "");

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(nodeOf(value)).flatMap(([path, text]) =>
      typeof text === "string" ? [[path, text] as const] : [],
    ),
  );

/** What a problem asks of the merchant. */
export type ProblemKind =
  | "notConnected"
  | "unreachable"
  | "clock"
  | "session"
  | "permission"
  | "offline"
  | "absent"
  | "other";

const KIND_OF_CODE: ReadonlyMap<string, ProblemKind> = new Map([
  ["not-connected", "notConnected"],
  ["disconnected", "notConnected"],
  ["unknown-shop", "notConnected"],
  ["signature-wrong", "notConnected"],
  ["not-signed", "notConnected"],
  ["service-unreachable", "unreachable"],
  ["fetch-error", "unreachable"],
  ["clock-off", "clock"],
  ["rest-cookie-invalid-nonce", "session"],
  ["rest-not-logged-in", "session"],
  ["rest-forbidden", "permission"],
  ["offline-error", "offline"],
  ["rest-no-route", "other"],
]);

export function problemKind({ code, status }: Pick<Problem, "code" | "status">): ProblemKind {
  const known = KIND_OF_CODE.get(code);
  if (known) return known;
  if (status === 404) return "absent";
  return status === 502 || status === 503 || status === 504 ? "unreachable" : "other";
}
