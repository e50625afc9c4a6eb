import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { failed, ok, type Problem, type Result } from "#domain/result";
import { isPublicAddress } from "./public-address.ts";

const TIMEOUT_MS = 5000;
const MOST_BYTES = 65_536;

type PageProblem = Problem<"site-private" | "site-unreachable">;

interface PageOptions {
  /** Also addresses of this machine and of inner networks: for development and tests. */
  readonly allowsLocal: boolean;
  /** For the whole answer. */
  readonly timeoutMs?: number;
}

/**
 * Reads a page whose address a stranger gave, without being led anywhere else: http and https only, no redirects, and only
 * addresses on the internet, looked at as the connection is made, so that a name cannot answer twice. At most 64 kB.
 */
export async function readPage(
  address: string,
  { allowsLocal, timeoutMs = TIMEOUT_MS }: PageOptions,
): Promise<Result<string, PageProblem>> {
  const url = URL.parse(address);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    return unreachable(`${address} is not an address that starts with http:// or https://.`);
  }
  // A name is looked up below; an address is not.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowsLocal && isIP(host) !== 0 && !isPublicAddress(host)) return failed(isPrivate(host));
  try {
    return ok(await read(url, { lookup: allowsLocal ? undefined : lookUpPublic, timeoutMs }));
  } catch (error) {
    if (error instanceof PrivateAddress) return failed(isPrivate(host));
    return unreachable(`${url.host} could not be read: ${reasonOf(error)}.`);
  }
}

class PrivateAddress extends Error {}

const isPrivate = (host: string): PageProblem => ({
  code: "site-private",
  message: `${host} is an address within a private network. Docket can only reach sites on the internet.`,
});

const unreachable = (message: string) => failed({ code: "site-unreachable", message } as const);

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === "AbortError") return "it did not answer in time";
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  return errors.map((each) => (each instanceof Error ? each.message : String(each))).join("; ");
}

function read(
  url: URL,
  {
    lookup,
    timeoutMs,
  }: { readonly lookup: LookupFunction | undefined; readonly timeoutMs: number },
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const { request } = url.protocol === "https:" ? https : http;
  const asked = request(url, {
    agent: false,
    headers: { Accept: "application/json", "User-Agent": "Docket" },
    signal: AbortSignal.timeout(timeoutMs),
    ...(lookup && { lookup }),
  });
  asked.once("error", reject);
  asked.once("response", (response) => {
    collect(response).then(resolve, reject);
    response.once("close", () => asked.destroy());
  });
  asked.end();
  return promise;
}

async function collect(response: http.IncomingMessage): Promise<string> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    const isMoved = statusCode >= 300 && statusCode < 400;
    throw new Error(
      isMoved ? `it leads to ${headers.location ?? "elsewhere"}` : `it answered ${statusCode}`,
    );
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes: Uint8Array = chunk;
    chunks.push(bytes);
    length += bytes.byteLength;
    if (length > MOST_BYTES) throw new Error("its answer is too long");
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Of the addresses that a name has, those on the internet. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "");
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined) return callback(new PrivateAddress(hostname), "");
    return options.all === true
      ? callback(null, open)
      : callback(null, first.address, first.family);
  });
};
