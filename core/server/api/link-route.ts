import type { RequestHandler } from "express";
import type { ApiPorts } from "./api-ports.ts";
import { readLinkToken } from "./link-token.ts";
import { deadLinkPage } from "./dead-link-page.ts";
import type { FileDownload } from "../desk/index.ts";

/** `/d/:token`: a customer's document. Not for search engines, nor for anyone who kept a copy on the way. */
export const linkRoute =
  (ports: ApiPorts): RequestHandler<{ token: string }> =>
  async (request, response, next) => {
    try {
      response.set({
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex, nofollow",
        "Referrer-Policy": "no-referrer",
      });
      const file = await readLinked(request.params.token, ports);
      if (file === undefined) {
        response
          .status(404)
          .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
          .type("html")
          .send(deadLinkPage);
        return;
      }
      const { fileName, mediaType, bytes } = file;
      response
        .set({
          "Content-Type": mediaType,
          "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        })
        .end(bytes);
    } catch (error) {
      next(error);
    }
  };

/** Whether it was never good, ended, was revoked or leads to what is gone: from outside it is all the same. */
async function readLinked(
  token: string,
  { shops, links, deskFor, store, clock }: ApiPorts,
): Promise<FileDownload | undefined> {
  const link = readLinkToken(token);
  if (link === undefined || link.expiresAt <= clock.now()) return undefined;
  const { shopId, documentId } = link;
  const shop = await shops.findShopById(shopId);
  if (shop === undefined) return undefined;
  const key = await links(shop.merchantId).findKey(documentId);
  if (key === undefined || !link.isSignedWith(key)) return undefined;
  const stored = await store(shop.merchantId).findDocument(documentId);
  return stored?.state === "issued" ? deskFor(shop).readFile(documentId, "pdf") : undefined;
}
