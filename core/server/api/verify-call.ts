import { createHash, timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import jwt from "jsonwebtoken";
import { z } from "zod";
import type { Shop } from "#domain/workflows";
import type { ApiPorts } from "./api-ports.ts";
import { bodyOf } from "./read-body.ts";
import { refuse } from "./refusal.ts";

const AUDIENCE = "docket";
const ISSUER = "docket-plugin";
const LIFETIME_SECONDS = 60;
const CLOCK_DIFFERENCE_SECONDS = 60;

const claimsSchema = z.object({
  iat: z.int(),
  exp: z.int(),
  jti: z.string().regex(/^[\x21-\x7e]{8,100}$/),
  method: z.string(),
  path: z.string(),
  bodySha256: z.string().regex(/^[0-9a-f]{64}$/i),
});
type Claims = z.infer<typeof claimsSchema>;

/**
 * Whose call it is: signed with the shop's secret a moment ago, for this method, path and body, and never seen before. The one
 * place where tokens are judged.
 */
export async function verifyCall(
  request: Request,
  { shops, connections, clock }: Pick<ApiPorts, "shops" | "connections" | "clock">,
): Promise<{ readonly shop: Shop; readonly tokenId: string }> {
  const token = /^Bearer +(\S+)$/i.exec(request.get("Authorization") ?? "")?.[1];
  const shopId = token === undefined ? undefined : shopOf(token);
  if (token === undefined || shopId === undefined) {
    refuse("not-signed", "This call carries no token of a shop.");
  }
  const shop = await shops.findShopById(shopId);
  if (shop?.platform !== "woocommerce") refuse("unknown-shop", "Docket does not know this shop.");
  const secret = await connections.findSecret(shopId);
  if (!shop.isConnected || secret === undefined) {
    refuse("disconnected", "This shop is disconnected. Connect it again in WooCommerce → Docket.");
  }
  const claims = readClaims(token, { secret, shopId });
  checkClock(claims, clock.now());
  if (!isForThis(claims, request)) {
    refuse("token-for-another-call", "This token was made for another call.");
  }
  const { jti: tokenId, exp } = claims;
  const expiresAt = new Date((exp + CLOCK_DIFFERENCE_SECONDS) * 1000).toISOString();
  if (!(await connections.useToken({ shopId, tokenId, expiresAt }))) {
    refuse("token-used", "This call was made before.");
  }
  return { shop, tokenId };
}

const kidSchema = z.object({ header: z.object({ kid: z.uuid() }) });

/** The shop that the token names. Nothing is believed yet. */
function shopOf(token: string): string | undefined {
  try {
    return kidSchema.safeParse(jwt.decode(token, { complete: true })).data?.header.kid;
  } catch {
    return undefined;
  }
}

function readClaims(
  token: string,
  { secret, shopId }: { readonly secret: string; readonly shopId: string },
): Claims {
  try {
    const verified = jwt.verify(token, secret, {
      algorithms: ["HS256"],
      issuer: ISSUER,
      audience: AUDIENCE,
      subject: shopId,
      // Judged by `checkClock`, which can say what is wrong.
      ignoreExpiration: true,
      ignoreNotBefore: true,
    });
    return claimsSchema.safeParse(verified).data ?? refuseSignature();
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError) return refuseSignature();
    throw error;
  }
}

const refuseSignature = (): never =>
  refuse(
    "signature-wrong",
    "Docket does not accept this shop’s secret. Connect the shop again in WooCommerce → Docket.",
  );

function checkClock({ iat, exp }: Claims, now: string): void {
  const seconds = Date.parse(now) / 1000;
  const isNow =
    exp - iat <= LIFETIME_SECONDS &&
    iat <= seconds + CLOCK_DIFFERENCE_SECONDS &&
    exp >= seconds - CLOCK_DIFFERENCE_SECONDS;
  if (isNow) return;
  refuse("clock-off", `The clock of the shop’s server is off: here it is ${now}.`, {
    serverTime: now,
  });
}

function isForThis({ method, path, bodySha256 }: Claims, request: Request): boolean {
  const hash = createHash("sha256").update(bodyOf(request)).digest();
  return (
    method === request.method &&
    path === request.originalUrl &&
    timingSafeEqual(hash, Buffer.from(bodySha256, "hex"))
  );
}
