import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

/**
 * Plays the tunnel: the app is reached through here. Streams everything, and adds the stand-in's origin to
 * `frame-ancestors`, because the app rightly lets only Shopify's own origins frame it.
 */
export function createProxy(target: {
  readonly appPort: number;
  readonly adminUrl: () => string;
}): Server {
  return createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { url, method, headers } = incoming;
    const upstream = request({
      host: "127.0.0.1",
      port: target.appPort,
      path: url,
      method,
      headers,
    });
    upstream.on("response", (response) => {
      const answered = { ...response.headers };
      const policy = answered["content-security-policy"];
      if (typeof policy === "string")
        answered["content-security-policy"] = policy.replace(
          "frame-ancestors ",
          `frame-ancestors ${target.adminUrl()} `,
        );
      outgoing.writeHead(response.statusCode ?? 502, answered);
      response.pipe(outgoing);
    });
    upstream.on("error", () => {
      if (!outgoing.headersSent) outgoing.writeHead(502, { "content-type": "text/plain" });
      outgoing.end("The app is not up yet.");
    });
    outgoing.on("close", () => upstream.destroy());
    incoming.pipe(upstream);
  });
}
