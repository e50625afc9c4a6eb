import { compactIdentifier, isInVies, type VatCheck } from "#domain/party";
import { failed, ok } from "#domain/result";
import type { VatChecker } from "#domain/workflows";
import { readViesAnswer, type ViesAnswer } from "./vies-answer.ts";

const OFFICIAL_URL = "https://ec.europa.eu/taxation_customs/vies/rest-api";
const TIMEOUT_MILLISECONDS = 5_000;
/** A real answer has less than a thousand. */
const MOST_BYTES = 65_536;

export interface ViesOptions {
  /** Where `check-vat-number` is; default: the European Commission. */
  readonly baseUrl?: string;
  /** For the whole answer. */
  readonly timeoutMs?: number;
}

/**
 * Asks the European Commission (VIES, REST). A number of an impossible form is invalid; whatever keeps VIES from judging is
 * `vat-check-unavailable`, numbers that it does not know (`isInVies`) included. A requester that it does not accept is left out:
 * then the answer has no consultation number.
 */
export function viesChecker({
  baseUrl = OFFICIAL_URL,
  timeoutMs = TIMEOUT_MILLISECONDS,
}: ViesOptions = {}): VatChecker {
  const url = `${baseUrl.replace(/\/+$/, "")}/check-vat-number`;
  const ask = (vatIdentifier: string, requester: string) =>
    post(url, requestOf(vatIdentifier, requester), timeoutMs);
  return {
    async check(vatIdentifier, requester) {
      if (!isInVies(vatIdentifier)) return unavailable("VIES knows no numbers of that form");
      const asking = isInVies(requester) ? requester : "";
      let answer = await ask(vatIdentifier, asking);
      // "Invalid input" does not say whose: a bad requester must not make the buyer's number a bad one.
      if (asking !== "" && isRefusal(answer)) answer = await ask(vatIdentifier, "");
      return toResult(vatIdentifier, answer);
    },
  };
}

const isRefusal = ({ kind }: ViesAnswer): boolean =>
  kind === "numberRefused" || kind === "requesterRefused";

function requestOf(vatIdentifier: string, requester: string): Readonly<Record<string, string>> {
  const [countryCode, vatNumber] = split(vatIdentifier);
  if (requester === "") return { countryCode, vatNumber };
  const [requesterMemberStateCode, requesterNumber] = split(requester);
  return { countryCode, vatNumber, requesterMemberStateCode, requesterNumber };
}

/** VIES takes the number without its prefix, and Greece as EL alone. */
function split(vatIdentifier: string): readonly [countryCode: string, number: string] {
  const compacted = compactIdentifier(vatIdentifier).replace(/^GR/, "EL");
  return [compacted.slice(0, 2), compacted.slice(2)];
}

async function post(url: string, request: unknown, timeoutMs: number): Promise<ViesAnswer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readViesAnswer(response.status, await readBody(response));
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === "TimeoutError";
    const reason = isLate ? "VIES did not answer in time" : "VIES cannot be reached";
    return { kind: "unavailable", reason };
  }
}

/** "", which is no JSON, when it is longer than any answer. */
async function readBody({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return Buffer.concat(chunks).toString("utf8");
    chunks.push(value);
    length += value.byteLength;
    if (length <= MOST_BYTES) continue;
    await reader?.cancel();
    return "";
  }
}

function toResult(
  vatIdentifier: string,
  answer: ViesAnswer,
): Awaited<ReturnType<VatChecker["check"]>> {
  const checked = (check: Omit<VatCheck, "vatIdentifier">) => ok({ vatIdentifier, ...check });
  const now = new Date().toISOString();
  switch (answer.kind) {
    case "judged":
      return checked({
        state: answer.isValid ? "valid" : "invalid",
        checkedAt: answer.requestedAt || now,
        consultationNumber: answer.consultationNumber,
        name: answer.name,
      });
    case "numberRefused":
      return checked({ state: "invalid", checkedAt: now, consultationNumber: "", name: "" });
    case "requesterRefused":
      return unavailable("VIES does not accept who asks");
    case "unavailable":
      return unavailable(answer.reason);
  }
}

const unavailable = (reason: string) =>
  failed({
    code: "vat-check-unavailable" as const,
    message: `The VAT number could not be verified: ${reason}.`,
  });
