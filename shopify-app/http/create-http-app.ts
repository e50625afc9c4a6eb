import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";

export interface HttpAppParts {
  /** The Remix build, or a function that gives the newest one in development. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: "production" | "development";
  /** What is answered beside Remix: plugins, webhooks, links. */
  readonly routes: RequestHandler;
  /** Serves the browser's files: from the build folder, or by Vite in development. */
  readonly assets: RequestHandler;
  /** Throws when the database does not answer. */
  readonly checkReady: () => Promise<unknown>;
  /** Called once per request: what belongs to one request may be kept by this object. */
  readonly loadContext: () => AppLoadContext;
}

/** The HTTP side of the program. It keeps no access log: URLs of embedded pages carry session tokens. */
export function createHttpApp({ build, mode, ...parts }: HttpAppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", true);
  app.use(secureHeaders);
  app.use(dropUnreadBody);
  app.get("/healthz", (_request, response) => void response.type("text").send("ok"));
  app.get("/readyz", (_request, response) => {
    parts.checkReady().then(
      () => response.type("text").send("ready"),
      () => response.status(503).type("text").send("the database does not answer"),
    );
  });
  // Without a flush after each chunk, compression would hold back the page's skeleton until its data is there.
  app.use(compression({ flush: constants.Z_SYNC_FLUSH }));
  app.use(parts.routes);
  app.use(parts.assets);
  const answer = createRequestHandler({ build, mode, getLoadContext: parts.loadContext });
  app.all("*", (request, response, next) => void answer(request, response, next));
  return app;
}

/** `frame-ancestors` is set per shop by entry.server; these hold for every answer. */
const secureHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  });
  next();
};

/** An answer that came before the whole body (413) leaves its rest in the connection, and the next request stuck behind it. */
const dropUnreadBody: RequestHandler = (request, response, next) => {
  response.once("finish", () => {
    if (request.complete) return;
    request.removeAllListeners("data");
    request.resume();
  });
  next();
};
