import { answering } from "./answer.ts";
import type { ApiPorts } from "./api-ports.ts";
import { readLinkToken } from "./link-token.ts";
import { deadLinkPage } from "./dead-link-page.ts";
import type { FileDownload } from "../desk/index.ts";

/** `/d/:token`: a customer's document. Not for search engines, nor for anyone who kept a copy on the way. */
export const linkRoute = (ports: ApiPorts) =>
  answering<{ token: string }>(async (request, response) => {
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
    response
      .set({
        "Content-Type": file.mediaType,
        "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      })
      .end(file.bytes);
  });

/** Whether it was never good, ended, was revoked or leads to what is gone: from outside it is all the same. */
async function readLinked(token: string, ports: ApiPorts): Promise<FileDownload | undefined> {
  const link = readLinkToken(token);
  if (link === undefined || link.expiresAt <= ports.clock.now()) return undefined;
  const { shopId, documentId } = link;
  const shop = await ports.shops.findShopById(shopId);
  if (shop === undefined) return undefined;
  const key = await ports.links(shop.merchantId).findKey(documentId);
  if (key === undefined || !link.isSignedWith(key)) return undefined;
  const stored = await ports.store(shop.merchantId).findDocument(documentId);
  return stored?.state === "issued" ? ports.deskFor(shop).readFile(documentId, "pdf") : undefined;
}
