import { z } from "zod";
import type { Stack } from "./stack.ts";

/** Shopify's library answers 410 to what looks like a robot. */
export const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156 Safari/537.36";

const tokenSchema = z.object({ token: z.string() });
const pageSchema = z.object({ saved: z.object({ seller: z.looseObject({}) }) });
const DEMO = "demo.myshopify.com";

/**
 * Opens Docket in a shop of the stand-in, which installs it, and says what Shopify cannot know of the seller: his VAT number.
 * Without it documents wait as drafts. Done as a merchant's browser does it, by the pages' own requests.
 */
export async function installForSeller({ adminUrl, appUrl }: Stack, shop = DEMO): Promise<void> {
  const ask = async (path: string, request: RequestInit = {}) => {
    const answer = await fetch(`${adminUrl}/_control/idToken`, jsonRequest({ shop }));
    const { token } = tokenSchema.parse(await answer.json());
    const headers = new Headers(request.headers);
    headers.set("user-agent", USER_AGENT);
    headers.set("authorization", `Bearer ${token}`);
    const response = await fetch(appUrl + path, { ...request, headers });
    if (!response.ok) throw new Error(`${path} in ${shop}: ${response.status}`);
    return response.json();
  };
  const page = "/app/settings/seller?_data=routes/app.settings.seller";
  const { saved } = pageSchema.parse(await ask(page));
  const seller = { ...saved.seller, vatIdentifier: "BE0417497106", enterpriseNumber: "0417497106" };
  await ask(page, jsonRequest({ seller }));
}

const jsonRequest = (content: object) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});
