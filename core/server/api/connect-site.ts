import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { MerchantSettings } from "#domain/merchant";
import type { ApiPorts } from "./api-ports.ts";
import { valueOf } from "./answer.ts";
import { parseJson } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import { settingsOfSite, siteFactsSchema } from "./settings-of-site.ts";
import { siteOf, verificationUrl } from "./site-address.ts";

const CHALLENGE_BYTES = 32;
const versionSchema = z.string().max(50);

export const connectSchema = siteFactsSchema.extend({
  siteUrl: z.string().max(500),
  verifyUrl: z.string().max(1000),
  /** Known to the site and to whoever it told: a key to answer with. */
  proof: z.string().regex(/^[0-9a-f]{64}$/i, "expected 64 hex digits"),
  versions: z.record(z.string().max(50), versionSchema).optional(),
});

/** A site that answers for itself is given a secret. A site that was here before gets a new one; its old one ends. */
export async function connectSite(
  request: z.infer<typeof connectSchema>,
  ports: ApiPorts,
): Promise<{ readonly shopId: string; readonly secret: string }> {
  const site = valueOf(siteOf(request.siteUrl));
  const challenge = randomBytes(CHALLENGE_BYTES).toString("hex");
  const url = valueOf(verificationUrl(request.verifyUrl, { site, challenge }));
  const page = valueOf(await ports.readPage(url));
  if (!answers(page, createHmac("sha256", request.proof).update(challenge).digest())) {
    throw new Refusal({
      code: "site-not-verified",
      message: `${site.domain} did not answer for itself. Is the Docket plugin active there, and does its REST API answer?`,
    });
  }
  return registerSite({ ...request, domain: site.domain }, settingsOfSite(request), ports);
}

/** Makes or finds the shop and gives it a new secret. The caller knows whose it is. */
export async function registerSite(
  {
    domain,
    versions,
  }: { readonly domain: string; readonly versions?: Readonly<Record<string, string>> | undefined },
  initial: MerchantSettings,
  { shops, connections }: Pick<ApiPorts, "shops" | "connections">,
): Promise<{ readonly shopId: string; readonly secret: string }> {
  const { shopId } = await shops.connectShop({ platform: "woocommerce", domain }, initial);
  return { shopId, secret: await connections.renewSecret(shopId, versions) };
}

const answerSchema = z.object({ answer: z.string().regex(/^[0-9a-f]{64}$/i) });

function answers(page: string, expected: Buffer): boolean {
  const { data } = answerSchema.safeParse(parseJson(Buffer.from(page)));
  return data !== undefined && timingSafeEqual(Buffer.from(data.answer, "hex"), expected);
}
