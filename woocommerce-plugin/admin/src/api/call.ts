import apiFetch from "@wordpress/api-fetch";
import { readProblem, type Problem } from "./problem.ts";

export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export interface Call {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON. */
  readonly data?: unknown;
  /** Sent as it is, with its own type. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

/** Values of a query; "" and undefined are left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** A path of the service, which the plugin passes on. */
export const servicePath = (path: string, query: Query = {}): string => {
  const entries = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const search = new URLSearchParams(entries).toString();
  return `docket/v1/service/${path}${search && `?${search}`}`;
};

/** A call to the plugin's REST routes whose answer is JSON. Never throws; only an abort is thrown on. */
export async function call<Value>(path: string, request: Call = {}): Promise<Answer<Value>> {
  const { signal } = request;
  try {
    return { ok: true, value: await apiFetch<Value>({ path, ...options(request) }) };
  } catch (thrown) {
    signal?.throwIfAborted();
    return { ok: false, problem: readProblem(thrown) };
  }
}

/** A call whose answer is a file. */
export async function callForFile(path: string, request: Call = {}): Promise<Answer<Response>> {
  const { signal } = request;
  try {
    return { ok: true, value: await apiFetch({ path, parse: false, ...options(request) }) };
  } catch (thrown) {
    signal?.throwIfAborted();
    if (!(thrown instanceof Response)) return { ok: false, problem: readProblem(thrown) };
    const body: unknown = await thrown.json().catch(() => null);
    return { ok: false, problem: readProblem(body, thrown.status) };
  }
}

const options = ({ method = "GET", data, file, signal }: Call) => ({
  method,
  ...(data === undefined ? {} : { data }),
  ...(file ? fileOptions(method, file) : {}),
  ...(signal ? { signal } : {}),
});

/** The method in a header: WordPress before 7 would call the file JSON when it writes that header itself. */
const fileOptions = (method: string, file: Blob) => ({
  method: "POST",
  body: file,
  headers: { "Content-Type": file.type, "X-HTTP-Method-Override": method },
});
