import type { Finding } from "#domain/doctor";
import type { Problem } from "#domain/result";
import type { DocumentSummary } from "#domain/workflows";

/** Why a call is refused before it reaches the desk, or what the desk says that has a status of its own. */
const STATUS = {
  "bad-request": 400,
  "not-json": 400,
  "site-address": 400,
  "report-unreadable": 400,
  "not-signed": 401,
  "signature-wrong": 401,
  "token-for-another-call": 401,
  "token-used": 401,
  "clock-off": 401,
  "unknown-shop": 401,
  "not-found": 404,
  "order-not-found": 404,
  "already-issued": 409,
  "credited-meanwhile": 409,
  "already-on-plan": 409,
  "no-marketplace": 409,
  disconnected: 410,
  "too-large": 413,
  encoded: 415,
  unexpected: 500,
  busy: 503,
  "platform-unreachable": 503,
} as const;

/** Every other refusal of the desk: it understood, and says why it does not do it. */
const REFUSED = 422;

export type ApiCode = keyof typeof STATUS;

/** What a refusal tells besides its code and its words. */
interface Details {
  readonly field?: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
  readonly findings?: readonly Finding[];
  /** What waits although nothing was issued. */
  readonly draft?: DocumentSummary;
  /** ISO instant. */
  readonly serverTime?: string;
}

/** Thrown to answer no; `sendRefusal` writes it. */
export class Refusal extends Error {
  readonly problem: Problem & Details;

  constructor(problem: Problem & Details) {
    super(problem.message);
    this.problem = problem;
  }
}

export function refuse(code: ApiCode, message: string, details: Details = {}): never {
  throw new Refusal({ code, message, ...details });
}

/** The body and the status of a refusal. Nothing of a problem gets out that is not named here. */
export function describeRefusal({ problem }: Refusal): { status: number; body: unknown } {
  const { code, message, field, fieldErrors, findings, draft, serverTime } = problem;
  return {
    status: isApiCode(code) ? STATUS[code] : REFUSED,
    body: { error: { code, message, field, fieldErrors, findings, draft, serverTime } },
  };
}

const isApiCode = (code: string): code is ApiCode => Object.hasOwn(STATUS, code);
