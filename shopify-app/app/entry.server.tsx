import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { HandleDocumentRequestFunction, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

/** A page that waits longer for its data shows what it has, and the error where the data should be. */
export const streamTimeout = 15_000;

/** For a page that was asked for without a shop, which shows nothing of any shop. */
const ANY_SHOP_MAY_FRAME = "frame-ancestors https://*.myshopify.com https://admin.shopify.com;";

const renderDocument: HandleDocumentRequestFunction = (...args) => {
  const [request, status, headers, remixContext, { docket, shopify }] = args;
  shopify.addDocumentResponseHeaders(request, headers);
  // The library always preloads App Bridge from Shopify; a stand-in's page takes it from elsewhere.
  if (docket.environment.appBridgeUrl) headers.delete("Link");
  const framing = headers.get("Content-Security-Policy") ?? ANY_SHOP_MAY_FRAME;
  headers.set("Content-Security-Policy", `${framing} base-uri 'none'; object-src 'none'`);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const isRobot = isbot(request.headers.get("user-agent") ?? "");

  return new Promise<Response>((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} />,
      {
        [isRobot ? "onAllReady" : "onShellReady"]() {
          const body = new PassThrough();
          const stream = createReadableStreamFromReadable(body);
          resolve(new Response(stream, { headers, status: finalStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(reason: unknown) {
          finalStatus = 500;
          logFailure(request, reason);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
};
export default renderDocument;

export const handleError: HandleErrorFunction = (reason, { request }) => {
  if (!request.signal.aborted) logFailure(request, reason);
};

/** One line for the operator. Without the query: it may hold a session token. */
function logFailure(request: Request, reason: unknown) {
  const { pathname } = new URL(request.url);
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  process.stderr.write(`${request.method} ${pathname} failed: ${text}\n`);
}
