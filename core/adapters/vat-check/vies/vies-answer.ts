import { z } from "zod";

/** What VIES said, as far as it matters. A refusal is of the form of a number: the one asked about, or the requester's. */
export type ViesAnswer =
  | {
      readonly kind: "judged";
      readonly isValid: boolean;
      /** Instant (ISO) by the authority's clock; "" when it does not tell. */
      readonly requestedAt: string;
      readonly consultationNumber: string;
      readonly name: string;
    }
  | { readonly kind: "numberRefused" | "requesterRefused" }
  | { readonly kind: "unavailable"; readonly reason: string };

const answerSchema = z.object({
  valid: z.boolean(),
  requestDate: z.iso.datetime({ offset: true }).catch(""),
  requestIdentifier: z.string().nullish(),
  name: z.string().nullish(),
});
const refusalSchema = z.object({
  errorWrappers: z.array(z.object({ error: z.string() })).min(1),
});

/** The number cannot exist: it has not the form of its country's. */
const NUMBER_REFUSED = ["INVALID_INPUT", "VOW-ERR-2600"];
/** The requester's number, its country (VOW-ERR-2500) or its form (VOW-ERR-2700). */
const REQUESTER_REFUSED = ["INVALID_REQUESTER_INFO", "VOW-ERR-2500", "VOW-ERR-2700"];
const REASONS: ReadonlyMap<string, string> = new Map([
  ["MS_UNAVAILABLE", "the tax office of that country does not answer at the moment"],
  ["TIMEOUT", "the tax office of that country did not answer in time"],
  ["MS_MAX_CONCURRENT_REQ", "the tax office of that country is asked too much at the moment"],
  ["MS_MAX_CONCURRENT_REQ_TIME", "the tax office of that country is asked too much at the moment"],
  ["GLOBAL_MAX_CONCURRENT_REQ", "VIES is asked too much at the moment"],
  ["GLOBAL_MAX_CONCURRENT_REQ_TIME", "VIES is asked too much at the moment"],
  ["IP_BLOCKED", "VIES no longer answers this server"],
  ["VAT_BLOCKED", "VIES no longer answers about this number"],
]);

/** Reads the body of an answer of `check-vat-number`; errors come with any status, 200 too. */
export function readViesAnswer(status: number, body: string): ViesAnswer {
  const value = parseJson(body);
  const refusal = refusalSchema.safeParse(value);
  if (refusal.success) return readRefusal(refusal.data.errorWrappers.map(({ error }) => error));
  const answer = answerSchema.safeParse(value);
  if (status !== 200 || !answer.success)
    return {
      kind: "unavailable",
      reason: `VIES gave an answer that cannot be read (status ${status})`,
    };
  const { valid, requestDate, requestIdentifier, name } = answer.data;
  return {
    kind: "judged",
    isValid: valid,
    requestedAt: requestDate,
    consultationNumber: told(requestIdentifier),
    name: told(name),
  };
}

function readRefusal(codes: readonly string[]): ViesAnswer {
  if (codes.some((code) => REQUESTER_REFUSED.includes(code))) return { kind: "requesterRefused" };
  if (codes.some((code) => NUMBER_REFUSED.includes(code))) return { kind: "numberRefused" };
  const reason = codes.map((code) => REASONS.get(code)).find((known) => known !== undefined);
  return {
    kind: "unavailable",
    reason: reason ?? `VIES is out of service at the moment (${codes.join(", ").slice(0, 100)})`,
  };
}

/** Where a country does not tell, VIES writes "---". */
const told = (text: string | null | undefined): string =>
  (text ?? "").replace(/\s+/g, " ").trim().replace(/^-+$/, "");

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
