import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** A request, read whole, with the parts of the path that the route names. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly params: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface Route {
  readonly method: string;
  /** Named groups become `params`. */
  readonly path: RegExp;
  readonly handle: (request: Request) => Reply | Promise<Reply>;
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

export function html(body: string, status = 200): Reply {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** 303: a form was posted, now read this page. */
export function seeOther(location: string): Reply {
  return { status: 303, headers: { location }, body: "" };
}

export function file(contentType: string, body: string | Buffer): Reply {
  return {
    status: 200,
    headers: { "content-type": contentType, "cache-control": "no-store" },
    body,
  };
}

/** Answers with the first route that fits; 404 when none does. A route that throws is a bug and answers 500. */
export async function serve(
  routes: readonly Route[],
  { incoming, outgoing }: { incoming: IncomingMessage; outgoing: ServerResponse },
): Promise<void> {
  const reply = await replyTo(routes, incoming).catch((error: unknown) => {
    console.error(error);
    return json(500, { error: error instanceof Error ? error.message : "failed" });
  });
  outgoing.writeHead(reply.status, reply.headers);
  outgoing.end(reply.body);
}

/** The posted object: JSON or a form. */
export function fieldsOf({ headers, body }: Request): Record<string, unknown> {
  const text = body.toString("utf8");
  if (text === "") return {};
  if (headers["content-type"]?.includes("application/x-www-form-urlencoded") === true)
    return Object.fromEntries(new URLSearchParams(text));
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
}

export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address.port;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}

async function replyTo(routes: readonly Route[], incoming: IncomingMessage): Promise<Reply> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const { method = "GET", headers } = incoming;
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(url.pathname) : null;
    if (match === null) continue;
    const body = await buffer(incoming);
    return route.handle({ method, url, headers, body, params: { ...match.groups } });
  }
  return json(404, { errors: "Not Found" });
}
